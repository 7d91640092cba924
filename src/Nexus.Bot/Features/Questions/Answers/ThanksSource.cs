using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Words the thanks; an acceptance that was taken back before they went out is thanked for no more.</summary>
internal sealed class ThanksSource : IDeliverySource
{
    public string Kind => ThankForAnswer.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var message = new Snowflake((ulong)delivery.SubjectId);
        return await db.In<QuestionAnswer>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.MessageId == message && it.AcceptedAt != null, ct) is { } answer
            && await db.In<Question>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == answer.QuestionId, ct) is { } question
            ? new DeliveryContent(NewsViews.Thanks(question, answer)) { Mentions = new AllowedMentions { Users = [answer.AuthorId] } }
            : DeliveryContent.NotNeeded;
    }
}
