using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>"Same here" in place of posting: waits for the answer to somebody's open question.</summary>
internal sealed class JoinQuestionButton(QuestionBook book, AskingDesk desk) : IButton
{
    /// <summary>The argument is the ids of the draft and of the other question.</summary>
    public static ControlSpec Spec { get; } = new("asking", "join") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var own, var others]
            || !long.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !long.TryParse(others, NumberStyles.None, CultureInfo.InvariantCulture, out var other))
        {
            return AskingViews.Gone();
        }

        var (draft, refusal) = await book.MineAsync(call, ct, id);
        return draft is null ? refusal! : await desk.StandsAsync(draft, ct) ?? await desk.JoinAsync(draft, other, ct);
    }
}
