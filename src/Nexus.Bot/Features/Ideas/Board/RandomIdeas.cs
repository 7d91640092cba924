using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>Where somebody is who looks at one idea after another. Lives in the custom id of "Another one".</summary>
/// <param name="Seed">Shuffles; the same all the way, so that nothing comes twice before all were there.</param>
/// <param name="Group">Of the idea that was shown last.</param>
/// <param name="Last">That idea; null before the first.</param>
internal sealed record RandomWalk(ulong Seed, int Group, long? Last)
{
    public static RandomWalk From(ulong seed) => new(seed, 0, null);

    /// <summary>Null for what cannot be read.</summary>
    public static RandomWalk? Parse(string text) =>
        text.Split('/') is [var seed, var group, var last]
            && ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var it)
            && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new RandomWalk(it, before, id)
                : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seed}/{Group}/{Last}");

    /// <summary>
    /// The next one: all of the first group before the second, in each shuffled. What comes and goes meanwhile changes nothing in the
    /// order of the others.
    /// </summary>
    /// <returns>The idea with where one is then, and whether it begins anew; null when there is none.</returns>
    public (RandomWalk Walk, bool IsAnew)? Next(IReadOnlyCollection<(long Id, int Group)> ideas)
    {
        if (ideas.Count == 0)
        {
            return null;
        }

        var here = (Group, Order(Last ?? 0));
        var ordered = ideas.Select(idea => (idea.Group, Order: Order(idea.Id), idea.Id)).Order().ToList();
        var ahead = Last is null ? ordered : [.. ordered.Where(idea => (idea.Group, idea.Order).CompareTo(here) > 0)];
        var next = ahead is [var first, ..] ? first : ordered[0];
        return (new RandomWalk(Seed, next.Group, next.Id), ahead.Count == 0);
    }

    // SplitMix64: near seeds and ids give numbers far apart.
    private ulong Order(long id)
    {
        var mixed = Seed + ((ulong)id * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

/// <summary>An idea that somebody may not have seen yet.</summary>
internal sealed class RandomIdeas(NexusDb db, IdeaBoard board, IdeaCards cards, GuildConfigurations configurations)
{
    public async Task<Reply> NextAsync(Call call, RandomWalk walk, CancellationToken ct)
    {
        if (walk.Next(await OthersAsync(call, ct)) is not { } next || await IdeaLife.FindAsync(db, call.Guild, next.Walk.Last!.Value, ct) is not { } idea)
        {
            return RandomViews.None();
        }

        var card = await cards.OfAsync(idea, ct);
        return walk.Last is null ? RandomViews.Shown(idea, card, next.Walk, next.IsAnew) : RandomViews.Turned(idea, card, next.Walk, next.IsAnew);
    }

    // Those of others that are undecided: with a place for this person first, then with a place for anybody.
    private async Task<List<(long Id, int Group)>> OthersAsync(Call call, CancellationToken ct)
    {
        var guild = call.Guild;
        var open = board.PublicIdeas(guild).Where(idea => idea.AuthorId != call.User
            && (idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready));
        var tracks = TracksOf(call, await configurations.OfAsync(guild, ct));
        var forThem = tracks.Count == 0 ? [] : await open.Where(board.Wants(guild, tracks)).Select(idea => idea.Id).ToHashSetAsync(ct);
        var forAnybody = await open.Where(board.Wants(guild, Enum.GetValues<IdeaRole>())).Select(idea => idea.Id).ToHashSetAsync(ct);
        return [.. (await open.Select(idea => idea.Id).ToListAsync(ct)).Select(id => (id, forThem.Contains(id) ? 0 : forAnybody.Contains(id) ? 1 : 2))];
    }

    private static List<IdeaRole> TracksOf(Call call, GuildConfiguration configuration)
    {
        var roles = new List<IdeaRole>();
        Add(configuration.BackendRoleId is { } backend && call.Roles.Contains(backend), IdeaRole.Backend);
        Add(configuration.FrontendRoleId is { } frontend && call.Roles.Contains(frontend), IdeaRole.Frontend);
        Add(AccessRules.IsMentor(call.Interaction, configuration), IdeaRole.Mentor);
        return roles;

        void Add(bool has, IdeaRole role)
        {
            if (has)
            {
                roles.Add(role);
            }
        }
    }
}
