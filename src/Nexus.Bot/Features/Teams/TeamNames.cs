using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <param name="Meant">The one that is meant; null when none is for sure.</param>
/// <param name="Near">Which it may be.</param>
internal sealed record NamedTeam(Team? Meant, IReadOnlyList<Team> Near);

/// <summary>How people name a team in an option: by its number, a link to its thread, its name or a part of that.</summary>
internal sealed class TeamNames(NexusDb db) : IAutocomplete
{
    private const int Most = 25;
    private const int MostNear = 5;

    /// <param name="description">At most 100 characters.</param>
    public static Option Option(string name, string description) => Routing.Option.Text(name, description, min: 1, max: 200).SuggestedBy<TeamNames>();

    /// <summary>One's own first, then the newest.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var mine = (await TeamLife.OfAsync(db, guild, call.User, asMentor: true, ct)).Select(team => team.Id).ToHashSet();
        return
        [
            .. (await LikeAsync(guild, call.Typed.Trim(), ct)).OrderBy(team => mine.Contains(team.Id) ? 0 : 1).Take(Most)
                .Select(team => new Suggestion(Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{team.Number} · {Md.Line(team.Name)}"), 100), team.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>Tracked, so that it can be changed.</summary>
    public async Task<NamedTeam> FindAsync(Snowflake guild, string text, CancellationToken ct)
    {
        var typed = text.Trim();
        if (NumberIn(typed) is { } number && await db.In<Team>(guild).SingleOrDefaultAsync(team => team.Number == number, ct) is { } numbered)
        {
            return new NamedTeam(numbered, []);
        }

        var ids = Snowflakes.In(typed);
        if (ids.Count > 0 && await db.In<Team>(guild).FirstOrDefaultAsync(team => team.ThreadId != null && ids.Contains(team.ThreadId!.Value), ct) is { } linked)
        {
            return new NamedTeam(linked, []);
        }

        var near = typed.Length == 0 ? [] : await LikeAsync(guild, typed, ct);
        var named = near.Where(team => team.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return named is [var only] ? new NamedTeam(only, []) : new NamedTeam(null, [.. near.Take(MostNear)]);
    }

    // A cohort has tens of teams; both databases compare letters of every script the same way only here.
    private async Task<List<Team>> LikeAsync(Snowflake guild, string typed, CancellationToken ct)
    {
        var active = await db.In<Team>(guild).Where(team => team.Status == TeamStatus.Active).OrderByDescending(team => team.Number).ToListAsync(ct);
        var number = NumberIn(typed);
        return [.. active.Where(team => typed.Length == 0 || team.Number == number || team.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))];
    }

    private static int? NumberIn(string typed) => int.TryParse(typed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
