using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Says whose question it is.</summary>
internal sealed class ChooseTrackSelect(NexusDb db, QuestionBook book, QuestionLife life, GuildHubs hubs) : ISelect
{
    public static ControlSpec Spec { get; } = new("asking", "track") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        question.Track = call.Values is ["backend" or "frontend"] ? call.Values[0] : null;
        await life.SaveAsync(db, question, ct);
        return FilingViews.Choose(question, await hubs.OfAsync(question.GuildId, ct), changes: true);
    }
}
