using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Overview;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Pairing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;
using SkiaSharp;

namespace Nexus.Bot.Tests.Teams.Overview;

/// <summary>People with odd numbers are on the backend track, the others on the frontend track; all have time every evening from 18 to 21.</summary>
public sealed class TeamReportTests
{
    private static readonly TestPerson s_mia = TestPerson.Mentor;

    [Fact]
    public Task Who_has_no_team_is_named_with_the_reason_and_teams_with_their_scores_and_tracks_in_SQLite() => ReportedAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Who_has_no_team_is_named_with_the_reason_and_teams_with_their_scores_and_tracks_in_PostgreSQL() => ReportedAsync(DatabaseOptions.Postgres);

    private static async Task ReportedAsync(string provider)
    {
        await using var world = await RoundsWorld.StartAsync(people: 7, provider);
        await world.Slice.RunAsync(RoundsWorld.Of(1), "team create", new { name = "Larks" });
        await world.Slice.RunAsync(RoundsWorld.Of(2), "team create", new { name = "Owls" });
        await ChangeAsync(world, 3, values => values with { Hours = null });
        await ChangeAsync(world, 4, values => values with { IsOutOfTeams = true });
        await ChangeAsync(world, 5, values => values with { Track = null });

        var report = await ReportAsync(world);

        var text = ReplyText.Of(report);
        Assert.Contains("## All teams\n**2 teams** of **2 people**. Scores from ", text, StringComparison.Ordinal);
        Assert.Contains("**Tracks:** on teams 1 backend, 1 frontend; without a team 2 backend, 1 frontend, 1 not said.", text, StringComparison.Ordinal);
        Assert.Contains("**Below the rules** (`/teams rebalance` looks for moves):\n• **#1 Larks**: ", text, StringComparison.Ordinal);
        Assert.Contains(
            "**Without a team:** 5 people.\n• have not said when they have time: <@103>\n• have not said what they build: <@105>\n• could be given a team (`/teams form`): <@106>, <@107>\n• asked not to be put on a team: <@104>",
            text, StringComparison.Ordinal);
        Assert.Contains("**The most are free:** Monday 18–21 (5 of 5), Tuesday 18–21 (5 of 5), Wednesday 18–21 (5 of 5), and 4 more times.", text, StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(Assert.Single(report.Files!).Content.ToArray());
        Assert.Equal((1200, 628), (picture.Width, picture.Height));
        Assert.Empty(world.Posts);
    }

    [Fact]
    public async Task The_hours_of_one_team_are_shown_on_the_clock_that_is_asked_for()
    {
        await using var world = await RoundsWorld.StartAsync(people: 3);
        await world.Slice.RunAsync(RoundsWorld.Of(1), "team create", new { name = "Larks" });

        var text = ReplyText.Of(await ReportAsync(world, new { team = "Larks", zone = "Kathmandu" }));

        // 18–21 by UTC is 23:45–2:45 there: an hour counts only when all of it is free.
        Assert.Contains("## When **#1 Larks** is free\n1 person has said when, of 1. The most at once: Monday 0–2 (1 of 1), Tuesday 0–2 (1 of 1), Wednesday 0–2 (1 of 1), and 4 more times.", text, StringComparison.Ordinal);
        Assert.Equal("I know no clock by the name `Atlantis`. Write a city such as `Nairobi`, or a zone such as `Africa/Accra`.", ReplyText.Of(await world.Slice.RunAsync(s_mia, "teams report", new { zone = "Atlantis" })));
    }

    [Fact]
    public void Nobody_is_counted_in_an_hour_in_which_they_are_not_free()
    {
        var random = new Random(7);
        var zones = new[] { "UTC", "Asia/Kolkata", "America/St_Johns", "Africa/Nairobi" }.Select(id => DateTimeZoneProviders.Tzdb[id]).ToList();
        for (var i = 0; i < 50; i++)
        {
            var hours = LocalWeek.Of(Enumerable.Range(0, LocalWeek.Hours).Where(_ => random.Next(3) == 0));
            var person = new PersonProfile(new Snowflake(1), zones[random.Next(zones.Count)], ProfileParts.None) { Hours = hours };
            var counted = FreeHours.Of([person], person.Zone, new LocalDate(2026, 11, 24));
            for (var hour = 0; hour < LocalWeek.Hours; hour++)
            {
                // In their own zone it is what they said, but for the hour at the week's seam where their day is not a whole one.
                Assert.True(counted.Counts[hour / 24, hour % 24] <= (hours[hour] ? 1 : 0));
            }

            Assert.InRange(WeekHours.All(hours).Count() - counted.Counts.Cast<int>().Sum(), 0, 1);
        }
    }

    [Fact]
    public async Task Where_nobody_is_there_the_report_says_so()
    {
        await using var world = await RoundsWorld.StartAsync(people: 0);
        var text = ReplyText.Of(await ReportAsync(world));
        Assert.Contains("There is no team yet. `/teams form` plans some.", text, StringComparison.Ordinal);
        Assert.Contains("**Without a team:** nobody.\n**Free hours:** nobody has said any.", text, StringComparison.Ordinal);
    }

    private static async Task<Reply> ReportAsync(RoundsWorld world, object? options = null) => (await world.Slice.FollowUpAsync(s_mia, await world.Slice.RunAsync(s_mia, "teams report", options)))!;

    private static async Task ChangeAsync(RoundsWorld world, int number, Func<ProfileValues, ProfileValues> change)
    {
        await using var db = world.Slice.Db();
        var profile = await db.In<Profile>(Interactions.Guild).SingleAsync(it => it.PersonId == RoundsWorld.Of(number).Id);
        profile.Take(change(profile.Values), null, world.Slice.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }
}
