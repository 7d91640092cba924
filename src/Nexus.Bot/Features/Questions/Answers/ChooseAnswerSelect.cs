using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Marks the chosen message as what helped.</summary>
internal sealed class ChooseAnswerSelect : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "solvedby") { ChangesMessage = true };

    public Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) => Task.FromResult(
        call.Values is [var chosen] && Snowflake.TryParse(chosen, out var message)
            ? AnswerViews.Marking().Afterwards<AcceptReply>($"{call.Argument}/{message}")
            : AnswerViews.Gone());
}
