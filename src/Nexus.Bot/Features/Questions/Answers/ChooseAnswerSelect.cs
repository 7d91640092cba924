using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Marks the chosen message as what helped.</summary>
internal sealed class ChooseAnswerSelect : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "solvedby") { ChangesMessage = true };

    public Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) => Task.FromResult(
        call.GuildOrNull is not null && call.Number is { } id && call.Values is [var chosen] && Snowflake.TryParse(chosen, out var message)
            ? AnswerViews.Marking().Afterwards<AcceptReply>(string.Create(CultureInfo.InvariantCulture, $"{id}/{message}"))
            : AnswerViews.Gone());
}
