using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Offers solved questions while a title is typed; the title itself stays the first choice.</summary>
internal sealed class AskTitles(EarlierQuestions earlier) : IAutocomplete
{
    private const int Most = 10;

    /// <summary>The number of the question that was picked, or null for a title.</summary>
    public static int? NumberIn(string value) =>
        value.StartsWith('#') && int.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var typed = Md.Line(call.Typed);
        if (call.GuildOrNull is not { } guild || typed.Length == 0)
        {
            return [];
        }

        var solved = await earlier.CompleteAsync(guild, typed, Most, ct);
        return
        [
            .. NumberIn(typed) is null ? new[] { new Suggestion($"Ask: {typed}", typed) } : [],
            .. solved.Select(it => new Suggestion(
                string.Create(CultureInfo.InvariantCulture, $"✅ #{it.Number} {it.Title}"), string.Create(CultureInfo.InvariantCulture, $"#{it.Number}"))),
        ];
    }
}
