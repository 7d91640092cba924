using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Mentoring;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams.Mentoring;

public sealed class MentoringTests
{
    [Fact]
    public Task A_team_that_asks_is_offered_to_who_has_room_after_a_no_to_the_next_and_a_yes_ends_the_waiting_in_SQLite() => OfferedAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task A_team_that_asks_is_offered_to_who_has_room_after_a_no_to_the_next_and_a_yes_ends_the_waiting_in_PostgreSQL() => OfferedAsync(DatabaseOptions.Postgres);

    private static async Task OfferedAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var team = await world.CreateAsync(Ada, "Larks");
        await world.RunAsync(Mia, "teams mentoring", new { most = 2 });
        await world.RunAsync(Noor, "teams mentoring", new { most = 1 });

        var asked = await world.RunAsync(Ada, "team mentor");
        Assert.StartsWith("🧭 I ask a mentor for **#1 Larks**; who says no, or nothing for three days, is followed by the next.", asked, StringComparison.Ordinal);
        await OfferAsync(world);

        Assert.StartsWith("✉️ **A team would like you as its mentor**\n<@101> asks you to look after team **#1 Larks**", world.Last(Dm(Mia)), StringComparison.Ordinal);
        Assert.Empty(world.Texts(Dm(Noor)));
        var list = await world.RunAsync(Noor, "teams mentoring");
        Assert.Contains("• <@201>: no team · at most 2, asked for 1 more · **room for 1**", list, StringComparison.Ordinal);
        Assert.Matches("1\\. \\*\\*#1 Larks\\*\\*, since <t:\\d+:R>; <@201> is asked, until <t:\\d+:d>", list);

        await world.PressInDmAsync(Mia, "Not this time");
        await OfferAsync(world);
        Assert.Single(world.Texts(Dm(Mia)));
        Assert.StartsWith("🎉 You are on **#1 Larks** now", ReplyText.Of(await world.PressInDmAsync(Noor, "I'd like to")), StringComparison.Ordinal);
        await OfferAsync(world);

        Assert.Equal([Ada, Noor], await world.OnAsync(team));
        Assert.Contains("👋 <@202> is on the team now (mentor).", world.Texts(team.ThreadId!.Value));
        var after = await world.RunAsync(Noor, "teams mentoring");
        Assert.StartsWith("## Who looks after teams\nYou look after at most **1**; **#1 Larks** now.", after, StringComparison.Ordinal);
        Assert.Contains("**No team waits for a mentor.**", after, StringComparison.Ordinal);
        Assert.Equal("<@202> looks after **#1 Larks** already: write to them in your place. `/team invite` can ask another one.", await world.RunAsync(Ada, "team mentor"));
        await using var db = world.Slice.Db();
        Assert.Empty(await db.In<MentorWish>(Interactions.Guild).ToListAsync());
    }

    [Fact]
    public async Task While_nobody_has_room_teams_wait_in_line_mentors_are_told_and_whoever_makes_room_is_asked_for_the_first()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        await world.CreateAsync(Bo, "Owls");

        Assert.StartsWith("🧭 **#1 Larks** waits for a mentor now, as number 1 in line. Nobody has room at present", await world.RunAsync(Ada, "team mentor"), StringComparison.Ordinal);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("🧭 **#2 Owls** waits for a mentor now, as number 2 in line.", await world.RunAsync(Bo, "team mentor"), StringComparison.Ordinal);
        Assert.Matches("^🧭 \\*\\*#2 Owls\\*\\* waits for a mentor since <t:\\d+:R>, as number 2 in line. Nobody has room at present.", await world.RunAsync(Bo, "team mentor"));
        await OfferAsync(world);
        Assert.Empty(world.Texts(Dm(Mia)));
        Assert.Equal(2, world.Texts(Log).Count);
        Assert.StartsWith("📝 <@101> asked for a mentor for team **#1 Larks**. No mentor has said that they have room: `/teams mentoring` does, and `/team join` comes at once", world.Texts(Log)[0], StringComparison.Ordinal);

        Assert.Contains("; nobody with room is left to ask", await world.RunAsync(Noor, "teams mentoring"), StringComparison.Ordinal);
        var noted = await world.RunAsync(Mia, "teams mentoring", new { most = 1 });
        Assert.StartsWith("## Who looks after teams\n✅ Noted: you look after at most **1**; no team now.", noted, StringComparison.Ordinal);
        Assert.Matches("1\\. \\*\\*#1 Larks\\*\\*, since <t:\\d+:R>; a mentor is asked in a moment\n", noted);
        await OfferAsync(world);
        Assert.Contains("look after team **#1 Larks**", Assert.Single(world.Texts(Dm(Mia))), StringComparison.Ordinal);

        // The only place is spoken for, so the second team goes on waiting until it is free.
        await OfferAsync(world);
        Assert.Single(world.Texts(Dm(Mia)));
        await world.PressInDmAsync(Mia, "I'd like to");
        await OfferAsync(world);
        Assert.Single(world.Texts(Dm(Mia)));
        await world.RunAsync(Mia, "team leave", new { team = "1" });
        await OfferAsync(world);
        Assert.Contains("look after team **#2 Owls**", world.Last(Dm(Mia)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_mentor_gets_more_teams_than_they_said_whichever_way()
    {
        await using var world = await StartAsync();
        var larks = await world.CreateAsync(Ada, "Larks");
        var owls = await world.CreateAsync(Bo, "Owls");
        await world.RunAsync(Mia, "teams mentoring", new { most = 1 });
        Assert.StartsWith("🎉 You are on **#1 Larks** now", await world.RunAsync(Mia, "team join", new { team = "1" }), StringComparison.Ordinal);

        Assert.Equal(
            "You said you look after at most 1 team, and you do. `/teams mentoring most:2` makes room for **#2 Owls**. Nothing was changed.",
            await world.RunAsync(Mia, "team join", new { team = "2" }));
        Assert.Equal(
            "<@201> looks after as many teams as they have time for. `/team mentor` puts **#2 Owls** in line for a mentor with room.",
            await world.RunAsync(Bo, "team invite", new { person = Mia }));
        Assert.Equal([Bo], await world.OnAsync(owls));
        Assert.Equal("You are on **#1 Larks** already", (await world.RunAsync(Mia, "team join", new { team = "1" }))[..31]);

        // Fewer than they have: those stay, and an invitation from before finds no room either.
        await world.RunAsync(Noor, "team invite", new { person = Mia, team = "2" });
        Assert.Contains("You have more than that already. They stay yours; you are asked for no other.", await world.RunAsync(Mia, "teams mentoring", new { most = 0 }), StringComparison.Ordinal);
        Assert.Equal([Ada, Mia], await world.OnAsync(larks));
    }

    [Fact]
    public async Task Of_two_teams_taken_at_once_the_last_place_goes_to_one()
    {
        await using var world = await StartAsync();
        var larks = await world.CreateAsync(Ada, "Larks");
        var owls = await world.CreateAsync(Bo, "Owls");
        await world.RunAsync(Mia, "teams mentoring", new { most = 1 });
        await using var one = world.Slice.Db();
        await using var other = world.Slice.Db();

        Assert.Null(await MentorBook.TakeAsync(one, larks, Mia.Id, default));
        Assert.Null(await MentorBook.TakeAsync(other, owls, Mia.Id, default));
        await one.SaveChangesAsync();
        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(await Assert.ThrowsAnyAsync<DbUpdateException>(() => other.SaveChangesAsync())));
    }

    [Fact]
    public async Task A_team_can_stop_waiting_and_who_is_gone_or_no_mentor_any_more_is_not_asked()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        await world.RunAsync(Mia, "teams mentoring", new { most = 3 });
        await world.RunAsync(Cy, "team mentor");
        await world.Slice.RunAsync(Noor, "teams mentoring", new { most = 1 });
        world.Away.Add(Mia.Id);
        var waits = await world.Slice.RunAsync(Ada, "team mentor");
        await OfferAsync(world);

        Assert.Empty(world.Texts(Dm(Mia)));
        Assert.Single(world.Texts(Dm(Noor)));
        Assert.DoesNotContain("<@201>", await world.RunAsync(Noor, "teams mentoring"), StringComparison.Ordinal);
        Assert.Equal("↩️ **#1 Larks** waits for a mentor no longer. `/team mentor` begins again, at the end of the line.", ReplyText.Of(await world.Slice.PressAsync(Ada, waits, "Wait no longer")));
        Assert.StartsWith("This was taken back.", ReplyText.Of(await world.PressInDmAsync(Noor, "I'd like to")), StringComparison.Ordinal);
        Assert.Contains("**No team waits for a mentor.**", await world.RunAsync(Noor, "teams mentoring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_people_ask_for_a_team_and_the_list_is_for_mentors()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");

        Assert.StartsWith("Only who is on **#1 Larks**, and mentors, can do that.", await world.RunAsync(Cy, "team mentor", new { team = "1" }), StringComparison.Ordinal);
        Assert.Equal(Audience.Mentors, MentoringCommand.Spec.Audience);
    }

    private static async Task OfferAsync(TeamsWorld world)
    {
        await world.Slice.RunJobAsync<OfferTeamsJob>();
        await world.SettleAsync();
    }
}
