using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>What somebody's words for a question name.</summary>
/// <param name="Meant">The one that is meant; null when none is for sure.</param>
/// <param name="Near">Which it may be, the likeliest first; empty when nothing is like it.</param>
internal sealed record NamedQuestion(Question? Meant, IReadOnlyList<Question> Near);

/// <summary>How people name a question in an option: by its number, its title, a link to it, or a few words of it.</summary>
internal sealed partial class QuestionNames(NexusDb db, QuestionIndex index) : IAutocomplete
{
    private const int Most = 25;
    private const int MostNear = 5;

    /// <param name="description">At most 100 characters.</param>
    public static Option Option(string name, string description) => Routing.Option.Text(name, description, min: 1, max: 200).SuggestedBy<QuestionNames>();

    /// <summary>Before anything is typed: one's own first, then the open ones, the newest first.</summary>
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
                .. (await Posted(guild).AsNoTracking()
                    .OrderBy(question => question.AskerId == call.User ? 0 : 1)
                    .ThenBy(question => question.State == QuestionState.Open || question.State == QuestionState.Claimed ? 0 : 1)
                    .ThenByDescending(question => question.Number)
                    .Take(Most)
                    .ToListAsync(ct)).Select(Suggestion),
            ];
        }

        var byNumber = NumberIn(typed) is { } number ? await Posted(guild).AsNoTracking().Where(question => question.Number == number).ToListAsync(ct) : [];
        var found = await ByIdAsync(guild, await index.CompleteAsync(guild, typed, Most, ct), ct);
        return [.. byNumber.Concat(found).DistinctBy(question => question.Id).Take(Most).Select(Suggestion)];
    }

    /// <summary>Tracked, so that it can be changed.</summary>
    public async Task<NamedQuestion> FindAsync(Snowflake guild, string text, CancellationToken ct)
    {
        var typed = text.Trim();
        if (NumberIn(typed) is { } number && await Posted(guild).SingleOrDefaultAsync(question => question.Number == number, ct) is { } numbered)
        {
            return new NamedQuestion(numbered, []);
        }

        if (IdsIn(typed) is { Count: > 0 } ids && await Posted(guild).FirstOrDefaultAsync(question => question.ThreadId != null && ids.Contains(question.ThreadId!.Value), ct) is { } linked)
        {
            return new NamedQuestion(linked, []);
        }

        var near = await ByIdAsync(guild, (await index.SearchAsync(guild, typed, MostNear, ct)).Keys, ct);
        var titled = near.Where(question => question.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return titled is [var only] ? new NamedQuestion(only, []) : new NamedQuestion(null, near);
    }

    private IQueryable<Question> Posted(Snowflake guild) => db.In<Question>(guild).Where(question => question.Number != null && question.EndedBecause != Question.TakenBack);

    private async Task<List<Question>> ByIdAsync(Snowflake guild, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var order = ids.Index().ToDictionary(it => it.Item, it => it.Index);
        return [.. (await Posted(guild).Where(question => ids.Contains(question.Id)).ToListAsync(ct)).OrderBy(question => order[question.Id])];
    }

    private static Suggestion Suggestion(Question question) => new(
        Md.Cut($"#{question.Number} · {QuestionCardViews.StateWord(question.State)} · {Md.Line(question.Title)}", 100),
        question.Number!.Value.ToString(CultureInfo.InvariantCulture));

    private static int? NumberIn(string typed) => int.TryParse(typed.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<Snowflake> IdsIn(string typed) =>
        [.. Ids().Matches(typed).Select(match => Snowflake.TryParse(match.Value, out var id) ? id : default).Where(id => id != default)];

    [GeneratedRegex(@"\d{15,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
