using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Shows while hours are typed how they are understood, and what works.</summary>
internal sealed class DutySuggestions : IAutocomplete
{
    private static readonly string[] Examples = ["evenings", "weekdays 9:00-17:00", "weekends", "every day 18:00-22:00", "Mon Wed Fri 6-10pm", "any time"];

    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var phrases = DutyWords.Read(call.Typed.Trim()) is null ? Examples : [call.Typed.Trim()];
        return ValueTask.FromResult<IReadOnlyList<Suggestion>>([.. phrases.Select(phrase => new Suggestion($"{phrase} → {DutyWords.Of(DutyWords.Read(phrase)!.Value)}", phrase))]);
    }
}
