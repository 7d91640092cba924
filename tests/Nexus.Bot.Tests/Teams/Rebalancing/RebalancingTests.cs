using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Pairing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;
using System.Globalization;

namespace Nexus.Bot.Tests.Teams.Rebalancing;

/// <summary>
/// Teams of two to four, backend and frontend in each. People with odd numbers are on the backend track, the others on the frontend
/// track; all have time every evening.
/// </summary>
public sealed class RebalancingTests
{
    private static readonly TestPerson s_mia = TestPerson.Mentor;

    [Fact]
    public async Task The_fewest_moves_are_shown_with_what_they_mend_and_nobody_hears_of_it_before_they_are_made()
    {
        await using var world = await StartAsync(people: 7, ("Comets", [1, 2, 3, 4]), ("Larks", [5, 7]));

        var proposal = await LookAsync(world);

        var text = ReplyText.Of(proposal);
        Assert.StartsWith(
            "## Teams of formation #1\n-# 2 teams, 6 people. Teams of 2-4; backend 1+, frontend 1+; 3 hours together a week.\n⛔ **#2 Larks**: 1 frontend missing.\nWith **1 move** all rules hold; fewer are not enough.", text, StringComparison.Ordinal);
        Assert.Matches(@"\n• <@10[24]>: \*\*#1 Comets\*\* → \*\*#2 Larks\*\*\n", text);
        Assert.Matches(@"-# \*\*#2 Larks\*\*: \d+ → \d+ of 100; mends: 1 frontend missing\.\n", text);
        Assert.EndsWith("[Make this move] [Look again] [Also 1 without a team]\n-# Only mentors see this; nobody hears of it before you make the moves.", text, StringComparison.Ordinal);
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        Assert.Empty(world.Posts);
    }

    [Fact]
    public Task Who_moves_is_told_once_and_undo_brings_everybody_back_in_SQLite() => MovedAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Who_moves_is_told_once_and_undo_brings_everybody_back_in_PostgreSQL() => MovedAsync(DatabaseOptions.Postgres);

    private static async Task MovedAsync(string provider)
    {
        await using var world = await StartOnAsync(provider, people: 7, ("Comets", [1, 2, 3, 4]), ("Larks", [5, 7]));
        var before = await TeamsAsync(world);
        var proposal = await LookAsync(world);

        var made = await world.Slice.PressAsync(s_mia, proposal, "Make this move");
        Assert.StartsWith("✅ 1 person is moved, and told, each once.\n• <@10", ReplyText.Of(made), StringComparison.Ordinal);
        Assert.Equal("This proposal is over. `/teams rebalance` makes another; nothing was done.", ReplyText.Of(await world.Slice.PressAsync(s_mia, proposal, "Make this move")));
        var moved = (await TeamsAsync(world))["Larks"].Except([105UL, 107UL]).Single();
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        Assert.Equal(
            "🔁 The mentors have moved you from **#1 Comets** to **#2 Larks**, where you are needed. It is no word about your work; people left, and teams had to be filled up again.",
            Assert.Single(ToldTo(world, moved)));

        Assert.Equal("↩️ Taken back. Everybody is where they were; those who had moved are told.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Admin, made, "Undo")));
        Assert.Equal(before, await TeamsAsync(world));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        Assert.Equal("↩️ The mentors have taken that back: you are on **#1 Comets** again, and not on **#2 Larks**.", ToldTo(world, moved)[^1]);
        Assert.Equal(2, ToldTo(world, moved).Count);
    }

    [Fact]
    public async Task Who_has_no_team_is_given_one_where_they_are_missing_and_nobody_has_to_move()
    {
        await using var world = await StartAsync(people: 7, ("Comets", [1, 2, 3, 4]), ("Larks", [5, 7]));

        var proposal = await FollowAsync(world, await world.Slice.PressAsync(s_mia, await LookAsync(world), "Also 1 without a team"));

        Assert.Contains("\n• <@106>: no team → **#2 Larks**\n", ReplyText.Of(proposal), StringComparison.Ordinal);
        await world.Slice.PressAsync(s_mia, proposal, "Make this move");
        Assert.Equal("105 106 107", string.Join(' ', (await TeamsAsync(world))["Larks"]));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        Assert.Equal("👋 The mentors have given you a team: **#2 Larks**. Your people are looking forward to you.", Assert.Single(ToldTo(world, 106)));
    }

    [Fact]
    public async Task Who_is_to_stay_stays_and_what_then_cannot_hold_is_named()
    {
        await using var world = await StartAsync(people: 7, ("Comets", [1, 2, 3, 4]), ("Larks", [5, 7]));

        var proposal = await StayAsync(world, await LookAsync(world), 102);
        Assert.Contains("• <@104>: **#1 Comets** → **#2 Larks**", ReplyText.Of(proposal), StringComparison.Ordinal);

        var none = ReplyText.Of(await StayAsync(world, proposal, 102, 104));
        Assert.Contains("⛔ **#2 Larks**: 1 frontend missing.", none, StringComparison.Ordinal);
        Assert.DoesNotContain("<@102>: **#1 Comets** →", none, StringComparison.Ordinal);
        Assert.DoesNotContain("<@104>: **#1 Comets** →", none, StringComparison.Ordinal);
        Assert.DoesNotContain("all rules hold", none, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_all_rules_hold_nobody_has_to_move()
    {
        await using var world = await StartAsync(people: 4, ("Comets", [1, 2]), ("Larks", [3, 4]));
        Assert.Contains("✅ All rules hold; nobody has to move.\n", ReplyText.Of(await LookAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_team_it_says_how_to_get_some()
    {
        await using var world = await RoundsWorld.StartAsync(people: 4);
        Assert.Equal("There is no team to look at yet. `/teams form` plans some.", ReplyText.Of(await LookAsync(world)));
    }

    [Fact]
    public async Task What_has_changed_since_is_not_moved_over()
    {
        await using var world = await StartAsync(people: 7, ("Comets", [1, 2, 3, 4]), ("Larks", [5, 7]));
        var proposal = await LookAsync(world);
        await world.Slice.RunAsync(RoundsWorld.Of(3), "team leave");
        var before = await TeamsAsync(world);

        var changed = await world.Slice.PressAsync(s_mia, proposal, "Make this move");
        Assert.Equal("The teams have changed since this was looked at, so nobody was moved.\n[Look again]", ReplyText.Of(changed));
        Assert.Equal(before, await TeamsAsync(world));

        var made = await world.Slice.PressAsync(s_mia, await FollowAsync(world, await world.Slice.PressAsync(s_mia, changed, "Look again")), "Make this move");
        await world.Slice.RunAsync(RoundsWorld.Of(1), "team leave");
        var after = await TeamsAsync(world);
        Assert.StartsWith("The teams have changed since, or one of them has ended", ReplyText.Of(await world.Slice.PressAsync(s_mia, made, "Undo")), StringComparison.Ordinal);
        Assert.Equal(after, await TeamsAsync(world));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_the_teams_are_nobody_is_lost_or_in_two_and_undo_restores_all(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(1, 16).OrderBy(_ => random.Next()).ToList();
        var sizes = Enumerable.Range(0, 4).Select(_ => random.Next(1, 5)).ToList();
        var teams = sizes.Select((size, index) => ($"T{index}", people.Skip(sizes.Take(index).Sum()).Take(size).ToArray())).ToArray();
        await using var world = await StartAsync(people: 16, teams);
        var before = await TeamsAsync(world);
        var withFree = seed % 2 == 0;

        var proposal = await FollowAsync(world, await world.Slice.RunAsync(s_mia, "teams rebalance", new { with_free = withFree }));
        if (ReplyText.AllOf(proposal.Components).OfType<Button>().FirstOrDefault(button => button.Label!.StartsWith("Make ", StringComparison.Ordinal)) is not { } make)
        {
            Assert.False(withFree, ReplyText.Of(proposal));
            return;
        }

        var made = await world.Slice.PressAsync(s_mia, make.CustomId!);
        var after = (await TeamsAsync(world)).Values.SelectMany(one => one).ToList();
        Assert.Equal(after.Distinct().Count(), after.Count);
        Assert.Equal(withFree ? [.. Enumerable.Range(101, 16).Select(id => (ulong)id)] : before.Values.SelectMany(one => one).Order(), after.Order());

        // Everybody whose team is another one now is told, and nobody else.
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        var now = await TeamsAsync(world);
        var moved = Enumerable.Range(101, 16).Select(id => (ulong)id).Where(id => TeamOf(before, id) != TeamOf(now, id)).ToList();
        Assert.Equal(moved, world.Posts.Where(post => post.Channel.Value is > 5000 and < 5200).Select(post => post.Channel.Value - 5000).Order());

        var undone = ReplyText.Of(await world.Slice.PressAsync(s_mia, made, "Undo"));
        if (undone.StartsWith("↩️", StringComparison.Ordinal))
        {
            Assert.Equal(before, await TeamsAsync(world));
        }
        else
        {
            Assert.Equal(after.Order(), (await TeamsAsync(world)).Values.SelectMany(one => one).Order());
        }
    }

    private static Task<RoundsWorld> StartAsync(int people, params (string Name, int[] People)[] teams) => StartOnAsync(DatabaseOptions.Sqlite, people, teams);

    private static async Task<RoundsWorld> StartOnAsync(string provider, int people, params (string Name, int[] People)[] teams)
    {
        var world = await RoundsWorld.StartAsync(people, provider);
        var now = world.Slice.Clock.GetUtcNow();
        await using var db = world.Slice.Db();
        var formation = new Formation { GuildId = Interactions.Guild, Number = 1, ById = s_mia.Id, CreatedAt = now, State = FormationState.Committed, LeastSize = 2, MostSize = 4 };
        db.Add(formation);
        foreach (var (index, (name, members)) in teams.Index())
        {
            var team = new Team { GuildId = Interactions.Guild, Number = index + 1, Name = name, Source = TeamSource.Formed, CreatedBy = s_mia.Id, FormationId = formation.Id, CreatedAt = now };
            db.Add(team);
            db.AddRange(members.Select(number => new TeamMember
            {
                GuildId = Interactions.Guild, TeamId = team.Id, PersonId = RoundsWorld.Of(number).Id, Track = number % 2 == 1 ? TeamTracks.Backend : TeamTracks.Frontend, Since = now,
            }));
        }

        await db.SaveChangesAsync();
        return world;
    }

    private static async Task<Reply> LookAsync(RoundsWorld world) => await FollowAsync(world, await world.Slice.RunAsync(s_mia, "teams rebalance"));

    private static async Task<Reply> FollowAsync(RoundsWorld world, Reply reply) => (await world.Slice.FollowUpAsync(s_mia, reply))!;

    private static async Task<Reply> StayAsync(RoundsWorld world, Reply proposal, params ulong[] people) => await FollowAsync(world, await world.Slice.HandleAsync(Interactions.Select(
        s_mia, ReplyText.AllOf(proposal.Components).OfType<UserSelect>().Single().CustomId, ComponentType.UserSelect, [.. people.Select(id => id.ToString(CultureInfo.InvariantCulture))])));

    private static string? TeamOf(SortedDictionary<string, ulong[]> teams, ulong person) => teams.FirstOrDefault(team => team.Value.Contains(person)).Key;

    private static async Task<SortedDictionary<string, ulong[]>> TeamsAsync(RoundsWorld world)
    {
        await using var db = world.Slice.Db();
        var rows = await db.In<TeamMember>(Interactions.Guild).AsNoTracking().Where(member => member.LeftAt == null)
            .Join(db.In<Team>(Interactions.Guild).Where(team => team.Status == TeamStatus.Active), member => member.TeamId, team => team.Id, (member, team) => new { team.Name, member.PersonId })
            .ToListAsync();
        return new(rows.GroupBy(row => row.Name).ToDictionary(group => group.Key, group => group.Select(row => row.PersonId.Value).Order().ToArray()), StringComparer.Ordinal);
    }

    // A direct message's channel is told by its person here.
    private static List<string> ToldTo(RoundsWorld world, ulong person) => [.. world.Posts.Where(post => post.Channel.Value == 5000 + person).Select(post => ReplyText.Of(post.Card))];
}
