using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Autocomplete: always an answer, an empty one when anything goes wrong, never a word about it.</summary>
internal sealed partial class InteractionRouter
{
    private const int MaxSuggestions = 25;
    private const int MaxSuggestionLength = 100;

    private async Task<Outcome> SuggestAsync(Interaction interaction, Route? route, CancellationToken ct)
    {
        IReadOnlyList<ApplicationCommandOptionChoice> choices = [];
        var outcome = Outcome.Answered;
        try
        {
            var call = new AutocompleteCall(interaction);
            var option = route?.Options.FirstOrDefault(option => option.Name == call.Focused?.Name);
            if (route is null || option?.MakeSuggester is not { } makeSuggester)
            {
                outcome = Outcome.Expired;
            }
            else if (await RefusalAsync(interaction, route, ct) is not null)
            {
                outcome = Outcome.Refused;
            }
            else
            {
                await using var scope = scopes.CreateAsyncScope();
                choices = ToChoices(await makeSuggester(scope.ServiceProvider).SuggestAsync(call, ct), option.Type);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            outcome = Outcome.Failed;
            HandlerFailed(log, exception, errors.Add(route!.Name, exception));
        }

        await discord.RespondAsync(interaction, InteractionResponse.Autocomplete(choices), ct);
        return outcome;
    }

    private static List<ApplicationCommandOptionChoice> ToChoices(IReadOnlyList<Suggestion> suggestions, ApplicationCommandOptionType type)
    {
        var choices = new List<ApplicationCommandOptionChoice>(Math.Min(suggestions.Count, MaxSuggestions));
        foreach (var (name, value) in suggestions)
        {
            if (choices.Count == MaxSuggestions)
            {
                break;
            }

            // A value cut short would name something else, so a suggestion that cannot be sent whole is left out.
            if (value.Length is 0 or > MaxSuggestionLength || string.IsNullOrWhiteSpace(name))
            {
                continue;
            }

            OptionValue sent = value;
            if (type is ApplicationCommandOptionType.Integer && sent.Integer is { } number)
            {
                sent = number;
            }

            choices.Add(new ApplicationCommandOptionChoice(Md.Cut(Md.Line(name), MaxSuggestionLength), sent));
        }

        return choices;
    }
}
