using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams.CheckIns;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams.CheckIns;

public sealed class CheckInTests
{
    private const string Asked =
        "🗓️ How do you do this week? One press by any of you is enough.\n[On track] [Stuck] [We need a mentor]\n-# Mentors see the answer, nobody else. It can be changed all week.";

    [Fact]
    public async Task One_press_says_how_the_team_does_the_last_word_holds_and_only_mentors_see_it()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        var said = world.Messages.Count;

        var card = await world.Slice.RunAsync(Ada, "team checkin");
        Assert.Equal("How does **#1 Larks** do this week?\n[On track] [Stuck] [We need a mentor]\n-# Mentors see the answer, nobody else. It can be changed all week.", ReplyText.Of(card));
        Assert.Equal("🟢 Noted for this week: **on track**. Good!\n[Add a note…]", ReplyText.Of(await world.Slice.PressAsync(Ada, card, "On track")));
        var stuck = await world.Slice.PressAsync(Ada, card, "Stuck");
        Assert.StartsWith("🟠 Noted for this week: **stuck**.", ReplyText.Of(stuck), StringComparison.Ordinal);
        var form = await world.Slice.PressAsync(Ada, stuck, "Add a note…");
        Assert.Equal("📝 Kept with this week's answer, for mentors alone: Docker \\*again\\*", ReplyText.Of(await world.Slice.SubmitAsync(Ada, form, new { note = "Docker\n*again*" })));

        Assert.Contains($"\n▫️▫️▫️▫️▫️▫️▫️🟠 **#1 Larks**: **stuck**, by <@101> <t:{world.Slice.Clock.GetUtcNow().ToUnixTimeSeconds()}:R>\n> Docker \\*again\\*\n", await world.RunAsync(Mia, "teams checkins"), StringComparison.Ordinal);
        Assert.Equal(said, world.Messages.Count);
        Assert.Equal("Only who is on **#1 Larks** says how it does. Nothing was changed.", ReplyText.Of(await world.Slice.PressAsync(Mia, card, "On track")));
        Assert.StartsWith("Only who is on **#1 Larks**, and mentors, can do that.", ReplyText.Of(await world.Slice.PressAsync(Cy, card, "On track")), StringComparison.Ordinal);
        Assert.NotNull(team.ThreadId);
    }

    [Fact]
    public async Task Who_needs_a_mentor_is_told_to_mentors_once_a_week_with_where()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        var card = await world.Slice.RunAsync(Ada, "team checkin");

        Assert.StartsWith("🆘 Noted for this week: **you need a mentor**. They are told, and come to you.", ReplyText.Of(await world.Slice.PressAsync(Ada, card, "We need a mentor")), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Equal([$"🆘 **#1 Larks** needs a mentor, says <@101>.\nThey are in https://discord.com/channels/1/{team.ThreadId}"], world.Texts(Log));

        await world.Slice.PressAsync(Ada, card, "On track");
        await world.Slice.PressAsync(Ada, card, "We need a mentor");
        await world.SettleAsync();
        Assert.Single(world.Texts(Log));

        world.Slice.Clock.Advance(TimeSpan.FromDays(7));
        await world.Slice.PressAsync(Ada, card, "We need a mentor");
        await world.SettleAsync();
        Assert.Equal(2, world.Texts(Log).Count);
    }

    [Fact]
    public async Task Whoever_changes_their_mind_in_time_calls_nobody_may_change_it_again_and_without_a_place_it_says_so()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        var card = await world.Slice.RunAsync(Ada, "team checkin");
        await world.Slice.PressAsync(Ada, card, "We need a mentor");
        await world.Slice.PressAsync(Ada, card, "On track");
        await world.SettleAsync();
        Assert.Empty(world.Texts(Log));
        Assert.Contains("They are told", ReplyText.Of(await world.Slice.PressAsync(Ada, card, "We need a mentor")), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Single(world.Texts(Log));

        world.Slice.Clock.Advance(TimeSpan.FromDays(7));
        await world.Slice.ConfigureAsync(it => it.LogChannelId = null);
        Assert.Contains("please write to one of them", ReplyText.Of(await world.Slice.PressAsync(Ada, card, "We need a mentor")), StringComparison.Ordinal);
    }

    [Fact]
    public Task Once_a_mentor_chose_a_day_teams_that_have_said_nothing_are_asked_once_a_week_also_over_a_restart_in_SQLite() => WeeklyAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Once_a_mentor_chose_a_day_teams_that_have_said_nothing_are_asked_once_a_week_also_over_a_restart_in_PostgreSQL() => WeeklyAsync(DatabaseOptions.Postgres);

    private static async Task WeeklyAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var larks = await world.CreateAsync(Ada, "Larks");
        var owls = await world.CreateAsync(Bo, "Owls");
        await PassAsync(world, days: 4, hours: 7);
        Assert.DoesNotContain(Asked, world.Texts(larks.ThreadId!.Value));

        await ChooseAsync(world, CheckInDaySelect.Spec, "5");
        Assert.Contains("-# Teams are asked in their threads each Friday at 17:00 by the server's clock", ReplyText.Of(await ChooseAsync(world, CheckInHourSelect.Spec, "17")), StringComparison.Ordinal);
        await world.Slice.PressAsync(Bo, await world.Slice.RunAsync(Bo, "team checkin"), "On track");
        await PassAsync(world, hours: 1);
        await world.Slice.RestartAsync();
        await PassAsync(world, hours: 1);

        Assert.Single(world.Texts(larks.ThreadId!.Value), Asked);
        Assert.DoesNotContain(Asked, world.Texts(owls.ThreadId!.Value));

        await PassAsync(world, days: 7);
        Assert.Equal(2, world.Texts(larks.ThreadId!.Value).Count(text => text == Asked));
        Assert.Single(world.Texts(owls.ThreadId!.Value), Asked);

        await ChooseAsync(world, CheckInDaySelect.Spec, "0");
        await PassAsync(world, days: 7);
        Assert.Equal(2, world.Texts(larks.ThreadId!.Value).Count(text => text == Asked));
    }

    [Fact]
    public async Task Mentors_see_first_who_has_said_nothing_then_who_needs_them_with_eight_weeks()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        await world.CreateAsync(Bo, "Owls");
        await world.CreateAsync(Cy, "Comets");
        await world.Slice.PressAsync(Ada, await world.Slice.RunAsync(Ada, "team checkin"), "On track");
        world.Slice.Clock.Advance(TimeSpan.FromDays(7));
        await world.Slice.PressAsync(Ada, await world.Slice.RunAsync(Ada, "team checkin"), "Stuck");
        await world.Slice.PressAsync(Bo, await world.Slice.RunAsync(Bo, "team checkin"), "We need a mentor");

        var text = await world.RunAsync(Mia, "teams checkins");

        Assert.Contains("\n2 of 3 have said it.", text, StringComparison.Ordinal);
        var lines = text.Split('\n').Where(line => line.Contains("**#", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToList();
        Assert.Equal(["▫️▫️▫️▫️▫️▫️▫️▫️ **#3 Comets**", "▫️▫️▫️▫️▫️▫️▫️🆘 **#2 Owls**", "▫️▫️▫️▫️▫️▫️🟢🟠 **#1 Larks**"], lines);
    }

    [Fact]
    public async Task A_note_without_an_answer_is_not_lost()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Larks");
        var noted = await world.Slice.PressAsync(Ada, await world.Slice.RunAsync(Ada, "team checkin"), "On track");
        var form = await world.Slice.PressAsync(Ada, noted, "Add a note…");
        world.Slice.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Contains("What you wrote, to copy: `We ship`\n[On track] [Stuck] [We need a mentor]", ReplyText.Of(await world.Slice.SubmitAsync(Ada, form, new { note = "We ship" })), StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        Assert.Null((await db.In<CheckIn>(Interactions.Guild).SingleAsync()).Note);
    }

    private static Task<Reply> ChooseAsync(TeamsWorld world, ControlSpec spec, string value) => world.Slice.HandleAsync(Interactions.Select(Mia, spec.For(), ComponentType.StringSelect, value));

    private static async Task PassAsync(TeamsWorld world, int days = 0, int hours = 0)
    {
        world.Slice.Clock.Advance(new TimeSpan(days, hours, 0, 0));
        await world.Slice.RunJobAsync<AskForCheckInsJob>();
        await world.SettleAsync();
    }
}
