using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams.Removing;

public sealed class RemovingTests
{
    [Fact]
    public async Task Who_is_taken_off_is_told_so_is_the_team_and_undo_brings_them_back_and_says_so()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        await world.BringAsync(Ada, Bo);

        var removed = await world.Slice.RunAsync(Mia, "teams remove", new { person = Bo });
        Assert.Equal("🚪 <@102> is no longer on **#1 Larks**, and is told so in a direct message. Its place is told.\n[Undo]", ReplyText.Of(removed));
        await world.SettleAsync();
        Assert.Equal([Ada], await world.OnAsync(team));
        Assert.DoesNotContain(Bo.Id, world.Threads[team.ThreadId!.Value].People);
        Assert.Equal("🚪 <@201> took <@102> off the team. Look what of their part goes on.", world.Last(team.ThreadId.Value));
        Assert.Equal("🚪 <@201> has taken you off team **#1 Larks**. Write to them if you do not know why. `/team list` shows who looks for people.", world.Last(Dm(Bo)));
        Assert.StartsWith("📝 <@201> took <@102> off team **#1 Larks**", Assert.Single(world.Texts(Log)), StringComparison.Ordinal);

        Assert.Equal("↩️ <@102> is on **#1 Larks** again.", ReplyText.Of(await world.Slice.PressAsync(Mia, removed, "Undo")));
        await world.SettleAsync();
        Assert.Equal([Ada, Bo], await world.OnAsync(team));
        Assert.Contains(Bo.Id, world.Threads[team.ThreadId.Value].People);
        Assert.Equal("↩️ That was taken back: you are on **#1 Larks** again.", world.Last(Dm(Bo)));
        Assert.Equal("↩️ <@102> is on **#1 Larks** again.", ReplyText.Of(await world.Slice.PressAsync(Mia, removed, "Undo")));
    }

    [Fact]
    public async Task What_is_undone_before_it_was_sent_is_not_told_nor_that_it_was_undone()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        await world.BringAsync(Ada, Bo);
        var heard = world.Texts(Dm(Bo)).Count;

        var removed = await world.Slice.RunAsync(Mia, "teams remove", new { person = Bo, team = "Larks" });
        await world.Slice.PressAsync(Mia, removed, "Undo");
        await world.SettleAsync();

        Assert.Equal(heard, world.Texts(Dm(Bo)).Count);
    }

    [Fact]
    public async Task After_ten_minutes_or_when_they_are_elsewhere_it_is_not_undone()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        await world.BringAsync(Ada, Bo);
        var removed = await world.Slice.RunAsync(Mia, "teams remove", new { person = Bo });
        await world.CreateAsync(Bo, "Owls");

        Assert.StartsWith("<@102> has come to **#2 Owls** meanwhile, so nothing was changed.", ReplyText.Of(await world.Slice.PressAsync(Mia, removed, "Undo")), StringComparison.Ordinal);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("That can be undone for 10 minutes.", ReplyText.Of(await world.Slice.PressAsync(Mia, removed, "Undo")), StringComparison.Ordinal);
        Assert.Equal([Ada], await world.OnAsync(team));
    }

    [Fact]
    public async Task Somebody_on_no_team_on_several_or_on_another_is_not_taken_off_by_guessing()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        await world.CreateAsync(Bo, "Owls");
        await world.RunAsync(Noor, "team join", new { team = "1" });
        await world.RunAsync(Noor, "team join", new { team = "2" });

        Assert.Equal("<@103> is on no team. Nothing was changed.", await world.RunAsync(Mia, "teams remove", new { person = Cy }));
        Assert.Equal("<@202> is on several teams: **#2 Owls**, **#1 Larks**. Say which, with `team`. Nothing was changed.", await world.RunAsync(Mia, "teams remove", new { person = Noor }));
        Assert.Equal("<@101> is not on **#2 Owls**. Nothing was changed.", await world.RunAsync(Mia, "teams remove", new { person = Ada, team = "2" }));
    }

    [Fact]
    public async Task With_the_last_learner_the_team_ends_and_undo_has_it_go_on()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        await world.RunAsync(Noor, "team join", new { team = "1" });

        var removed = await world.Slice.RunAsync(Mia, "teams remove", new { person = Ada });
        Assert.Contains("No other learner was on it, so the team has ended; its place is archived.", ReplyText.Of(removed), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.True(world.Threads[team.ThreadId!.Value].IsArchived);

        await world.Slice.PressAsync(Mia, removed, "Undo");
        await world.SettleAsync();
        Assert.Equal([Noor, Ada], (await world.OnAsync(team)).OrderByDescending(who => who.Number));
        Assert.False(world.Threads[team.ThreadId.Value].IsArchived);
    }

    [Fact]
    public Task Ending_a_team_tells_everybody_once_frees_them_and_undo_brings_back_who_is_not_elsewhere_in_SQLite() => EndedAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Ending_a_team_tells_everybody_once_frees_them_and_undo_brings_back_who_is_not_elsewhere_in_PostgreSQL() => EndedAsync(DatabaseOptions.Postgres);

    private static async Task EndedAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var team = await world.CreateAsync(Ada, "Larks");
        await world.BringAsync(Ada, Bo);
        await world.BringAsync(Ada, Cy);
        await world.RunAsync(Noor, "team join", new { team = "1" });

        var ended = await world.Slice.RunAsync(Mia, "teams end", new { team = "Larks" });
        Assert.Equal("🏁 **#1 Larks** has ended. The 4 who were on it are told in a direct message; its place is archived, not deleted.\n[Undo]", ReplyText.Of(ended));
        await world.SettleAsync();
        Assert.True(world.Threads[team.ThreadId!.Value].IsArchived);
        foreach (var who in new[] { Ada, Bo, Cy, Noor })
        {
            Assert.Single(world.Texts(Dm(who)), text => text.StartsWith("🏁 <@201> has ended team **#1 Larks**. Thank you for what you did there.", StringComparison.Ordinal));
        }

        Assert.StartsWith("📝 <@201> ended team **#1 Larks**", world.Texts(Log)[^1], StringComparison.Ordinal);
        Assert.StartsWith("**#1 Larks** has ended, so nothing was changed.", await world.RunAsync(Mia, "teams end", new { team = "1" }), StringComparison.Ordinal);

        await world.CreateAsync(Cy, "Owls");
        Assert.Equal("↩️ **#1 Larks** goes on. On another team meanwhile, and not on this one: <@103>.", ReplyText.Of(await world.Slice.PressAsync(Mia, ended, "Undo")));
        await world.SettleAsync();
        Assert.Equal([Ada, Bo, Noor], (await world.OnAsync(team)).OrderBy(who => who.Number));
        Assert.False(world.Threads[team.ThreadId.Value].IsArchived);
        Assert.Equal("↩️ That was taken back: you are on **#1 Larks** again.", world.Last(Dm(Bo)));
        Assert.StartsWith("You are on **#1 Larks** already, and I keep it to one team", await world.RunAsync(Bo, "team create", new { name = "Mine" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_are_on_other_teams_it_stays_ended()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        var ended = await world.Slice.RunAsync(Mia, "teams end", new { team = "1" });
        await world.CreateAsync(Ada, "Owls");

        Assert.Equal("All who were on **#1 Larks** are on other teams meanwhile, so it stays ended.", ReplyText.Of(await world.Slice.PressAsync(Mia, ended, "Undo")));
        Assert.Equal(TeamStatus.Ended, (await world.TeamAsync("Larks")).Status);
    }
}
