using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>A row that people know by a number, a title and its thread.</summary>
internal interface INumbered : IGuildRow
{
    long Id { get; }

    int? Number { get; }

    string Title { get; }

    Snowflake? ThreadId { get; }
}

/// <summary>What somebody's words name.</summary>
/// <param name="Meant">The one that is meant; null when none is for sure.</param>
/// <param name="Near">Which it may be, the likeliest first; empty when nothing is like it.</param>
internal sealed record Named<T>(T? Meant, IReadOnlyList<T> Near)
    where T : class;

/// <summary>How people name one of many in an option: by its number, its title, a link to it, or a few words of it.</summary>
internal abstract class NumberedNames<T> : IAutocomplete
    where T : class, INumbered
{
    private const int Most = 25;
    private const int MostNear = 5;

    /// <summary>Before anything is typed the first in their order.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var typed = call.Typed.Trim();
        if (typed.Length == 0)
        {
            return [.. (await InOrder(Known(guild).AsNoTracking(), call.User).Take(Most).ToListAsync(ct)).Select(Suggestion)];
        }

        var byNumber = NumberIn(typed) is { } number ? await Known(guild).AsNoTracking().Where(it => it.Number == number).ToListAsync(ct) : [];
        var found = await ByIdAsync(guild, await CompleteAsync(guild, typed, Most, ct), ct);
        return [.. byNumber.Concat(found).DistinctBy(it => it.Id).Take(Most).Select(Suggestion)];
    }

    /// <summary>Tracked, so that it can be changed.</summary>
    public async Task<Named<T>> FindAsync(Snowflake guild, string text, CancellationToken ct)
    {
        var typed = text.Trim();
        if (NumberIn(typed) is { } number && await Known(guild).SingleOrDefaultAsync(it => it.Number == number, ct) is { } numbered)
        {
            return new Named<T>(numbered, []);
        }

        if (Snowflakes.In(typed) is { Count: > 0 } ids && await Known(guild).FirstOrDefaultAsync(it => it.ThreadId != null && ids.Contains(it.ThreadId!.Value), ct) is { } linked)
        {
            return new Named<T>(linked, []);
        }

        var near = await ByIdAsync(guild, await SearchAsync(guild, typed, MostNear, ct), ct);
        var titled = near.Where(it => it.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return titled is [var only] ? new Named<T>(only, []) : new Named<T>(null, near);
    }

    /// <summary>Those that everybody may name.</summary>
    protected abstract IQueryable<T> Known(Snowflake guild);

    /// <summary>One's own first, then those that are likely to be meant.</summary>
    protected abstract IOrderedQueryable<T> InOrder(IQueryable<T> known, Snowflake person);

    /// <summary>Ids of those whose titles go on as what is typed begins.</summary>
    protected abstract ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct);

    protected abstract ValueTask<IReadOnlyList<long>> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct);

    protected abstract string State(T it);

    private async Task<List<T>> ByIdAsync(Snowflake guild, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var order = ids.Index().ToDictionary(it => it.Item, it => it.Index);
        return [.. (await Known(guild).Where(it => ids.Contains(it.Id)).ToListAsync(ct)).OrderBy(it => order[it.Id])];
    }

    private Suggestion Suggestion(T it) => new(
        Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{it.Number} · {State(it)} · {Md.Line(it.Title)}"), 100),
        it.Number!.Value.ToString(CultureInfo.InvariantCulture));

    private static int? NumberIn(string typed) => int.TryParse(typed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Ids in what people type, such as those of a link.</summary>
internal static partial class Snowflakes
{
    public static IReadOnlyList<Snowflake> In(string typed) =>
        [.. Ids().Matches(typed).Select(match => Snowflake.TryParse(match.Value, out var id) ? id : default).Where(id => id != default)];

    [GeneratedRegex(@"\d{15,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
