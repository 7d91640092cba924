using Nexus.Bot.Data;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Profiles;

/// <summary>What of profiles a database might understand in its own way, asked of both.</summary>
public sealed class BothProvidersTests
{
    [Fact]
    public Task A_profile_is_kept_taken_back_and_erased_in_SQLite() => LifeAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task A_profile_is_kept_taken_back_and_erased_in_PostgreSQL() => LifeAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task Of_two_first_changes_at_once_one_is_tried_again_and_both_hold_in_SQLite() => AtOnceAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Of_two_first_changes_at_once_one_is_tried_again_and_both_hold_in_PostgreSQL() => AtOnceAsync(DatabaseOptions.Postgres);

    private static async Task LifeAsync(string provider)
    {
        await using var world = new ProfileWorld(provider);
        await world.StartAsync();
        var ada = ProfileWorld.Ada;
        await world.FillAsync(ada, "Skills…", new { level5 = SkillLevel.All.Select(skill => skill.Key).ToArray() });
        await world.HoursAsync(ada, string.Join(", ", Enumerable.Range(0, 12).Select(at => $"{2 * at:00}-{(2 * at) + 1:00} every day")));
        await world.ChooseAsync(ada, "avoids", [.. Enumerable.Range(0, 10).Select(at => new TestPerson(1_000_000_000_000_000_000 + (ulong)at, "x"))]);
        await world.FillAsync(ada, "Goal, languages…", new { goal = new string('g', 200), languages = string.Join(',', Enumerable.Range(0, 6).Select(at => new string((char)('a' + at), 40))) });

        var row = (await world.RowAsync(ada))!;
        Assert.Equal(
            (20, 84, 10, ProfileValues.MostGoal, 5),
            (row.Skills.Count, row.Hours!.Value.Count, row.Avoids.Count, row.Goal.Length, row.Languages.Count));
        await world.Slice.PressAsync(ada, await world.Slice.RunAsync(ada, "profile set"), "Undo");
        Assert.Equal(("", 0, 84), ((await world.RowAsync(ada))!.Goal, (await world.RowAsync(ada))!.Languages.Count, (await world.RowAsync(ada))!.Hours!.Value.Count));
        await world.Slice.PressAsync(ada, await world.Slice.RunAsync(ada, "profile erase"), "Erase it");
        Assert.Null(await world.RowAsync(ada));
    }

    private static async Task AtOnceAsync(string provider)
    {
        await using var world = new ProfileWorld(provider);
        await world.StartAsync();

        await Task.WhenAll(
            AgainAsync(() => world.SelectAsync(ProfileWorld.Ada, ChooseTrackSelect.Spec.For(), "other")),
            AgainAsync(() => world.SelectAsync(ProfileWorld.Ada, PickHoursSelect.Spec.For(), "any time")));

        var row = (await world.RowAsync(ProfileWorld.Ada))!;
        Assert.Equal(("other", 168, 2), (ProfileWords.Of(row.Track!.Value), row.Hours!.Value.Count, row.Revision));
    }

    // As the router does.
    private static async Task AgainAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (Exception clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            await change();
        }
    }
}
