using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>What somebody's words for an idea name.</summary>
/// <param name="Meant">The one that is meant; null when none is for sure.</param>
/// <param name="Near">Which it may be, the likeliest first; empty when nothing is like it.</param>
internal sealed record NamedIdea(Idea? Meant, IReadOnlyList<Idea> Near);

/// <summary>How people name an idea in an option: by its number, its title, a link to it, or a few words of it.</summary>
internal sealed partial class IdeaNames(NexusDb db, IdeaIndex index) : IAutocomplete
{
    private const int Most = 25;
    private const int MostNear = 5;

    /// <param name="description">At most 100 characters.</param>
    public static Option Option(string name, string description) => Routing.Option.Text(name, description, min: 1, max: 200).SuggestedBy<IdeaNames>();

    /// <summary>Before anything is typed: one's own first, then the newest.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var typed = call.Typed.Trim();
        if (typed.Length == 0)
        {
            return
            [
                .. (await Known(guild).AsNoTracking()
                    .OrderBy(idea => idea.AuthorId == call.User ? 0 : 1)
                    .ThenByDescending(idea => idea.Number)
                    .Take(Most)
                    .ToListAsync(ct)).Select(Suggestion),
            ];
        }

        var byNumber = NumberIn(typed) is { } number ? await Known(guild).AsNoTracking().Where(idea => idea.Number == number).ToListAsync(ct) : [];
        var found = await ByIdAsync(guild, await index.CompleteAsync(guild, typed, Most, ct), ct);
        return [.. byNumber.Concat(found).DistinctBy(idea => idea.Id).Take(Most).Select(Suggestion)];
    }

    /// <summary>Tracked, so that it can be changed.</summary>
    public async Task<NamedIdea> FindAsync(Snowflake guild, string text, CancellationToken ct)
    {
        var typed = text.Trim();
        if (NumberIn(typed) is { } number && await Known(guild).SingleOrDefaultAsync(idea => idea.Number == number, ct) is { } numbered)
        {
            return new NamedIdea(numbered, []);
        }

        var ids = Ids().Matches(typed).Select(match => Snowflake.TryParse(match.Value, out var id) ? id : default).Where(id => id != default).ToList();
        if (ids.Count > 0 && await Known(guild).FirstOrDefaultAsync(idea => idea.ThreadId != null && ids.Contains(idea.ThreadId!.Value), ct) is { } linked)
        {
            return new NamedIdea(linked, []);
        }

        var near = await ByIdAsync(guild, (await index.SearchAsync(guild, typed, MostNear, ct)).Keys, ct);
        var titled = near.Where(idea => idea.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return titled is [var only] ? new NamedIdea(only, []) : new NamedIdea(null, near);
    }

    // What waits for review is named by its author and by mentors only, and from the message that offers it.
    private IQueryable<Idea> Known(Snowflake guild) => db.In<Idea>(guild).Where(idea => idea.Number != null && idea.WasPublished && idea.Status != IdeaStatus.Withdrawn);

    private async Task<List<Idea>> ByIdAsync(Snowflake guild, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var order = ids.Index().ToDictionary(it => it.Item, it => it.Index);
        return [.. (await Known(guild).Where(idea => ids.Contains(idea.Id)).ToListAsync(ct)).OrderBy(idea => order[idea.Id])];
    }

    private static Suggestion Suggestion(Idea idea) => new(
        Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} · {IdeaText.Status(idea.Status)} · {Md.Line(idea.Title)}"), 100),
        idea.Number!.Value.ToString(CultureInfo.InvariantCulture));

    private static int? NumberIn(string typed) => int.TryParse(typed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\d{15,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
