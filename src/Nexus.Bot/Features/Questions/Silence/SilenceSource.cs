using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Silence;

/// <summary>Words "Is it solved?"; needless once somebody has said something.</summary>
internal sealed class SilenceSource : IDeliverySource
{
    public const string DeliveryKind = "question-quiet";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await QuestionLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is { State: QuestionState.Answered, SilenceAskedAt: not null } question
            ? new DeliveryContent(SilenceViews.IsItSolved(question, delivery.ByDm)) { Mentions = delivery.ByDm ? AllowedMentions.None : new AllowedMentions { Users = [question.AskerId] } }
            : DeliveryContent.NotNeeded;
}
