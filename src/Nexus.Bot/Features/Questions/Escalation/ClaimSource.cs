using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Words what a holder hears, unless it is not so any more when it is sent.</summary>
/// <param name="kind">One of <see cref="HolderNews"/>'s.</param>
internal sealed class ClaimSource(string kind) : IDeliverySource
{
    public string Kind => kind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<Question>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(one => one.Id == delivery.SubjectId, ct) is not { } question)
        {
            return DeliveryContent.NotNeeded;
        }

        var isTheirs = question.State == QuestionState.Claimed && question.HolderId == delivery.PersonId;
        return kind switch
        {
            HolderNews.StillOnIt when isTheirs && question is { HolderAskedAt: not null, LapseAt: { } lapsesAt } => ClaimViews.StillOnIt(question, lapsesAt, delivery),
            HolderNews.Given when isTheirs => ClaimViews.Given(question, delivery),
            HolderNews.Taken when !isTheirs => ClaimViews.Taken(question, delivery),
            HolderNews.Lapsed when !isTheirs => ClaimViews.Lapsed(question, delivery),
            HolderNews.Ended when question.State is QuestionState.Withdrawn or QuestionState.Duplicate => ClaimViews.Ended(question, delivery),
            _ => DeliveryContent.NotNeeded,
        };
    }
}
