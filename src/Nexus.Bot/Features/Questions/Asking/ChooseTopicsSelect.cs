using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Files a question under the pages that its asker chose.</summary>
internal sealed class ChooseTopicsSelect(NexusDb db, QuestionBook book, QuestionLife life, GuildHubs hubs) : ISelect
{
    public static ControlSpec Spec { get; } = new("asking", "topics") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        var hub = await hubs.OfAsync(question.GuildId, ct);
        question.Topics = [.. hub.Among(call.Values.Take(Question.MostTopics)).Select(page => page.Slug)];
        await life.SaveAsync(db, question, ct);
        return FilingViews.Choose(question, hub, changes: true);
    }
}
