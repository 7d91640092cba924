using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>"This solved it", where one thing was offered.</summary>
internal sealed class SolvedByButton(QuestionBook book, AskingDesk desk) : IButton
{
    /// <summary>The argument is the draft's id and a <see cref="HelpSource"/>, such as <c>12/page:celery</c>.</summary>
    public static ControlSpec Spec { get; } = new("asking", "helped") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var id, var source] || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return AskingViews.Gone();
        }

        var (draft, refusal) = await book.MineAsync(call, ct, number);
        return draft is null ? refusal! : await desk.StandsAsync(draft, ct) ?? await desk.HelpedAsync(draft, source, ct);
    }
}
