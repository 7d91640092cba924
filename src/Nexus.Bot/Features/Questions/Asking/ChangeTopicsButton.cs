using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Offers other topics and another track for a question, beside the message that says where it is.</summary>
internal sealed class ChangeTopicsButton(QuestionBook book, GuildHubs hubs) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "refile");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        return question is null ? refusal! : FilingViews.Choose(question, await hubs.OfAsync(question.GuildId, ct), changes: false);
    }
}
