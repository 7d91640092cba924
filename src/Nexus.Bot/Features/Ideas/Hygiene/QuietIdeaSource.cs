using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>Words the question about a quiet idea, and the warning after it; neither once somebody has done something.</summary>
internal sealed class QuietIdeaSource(IdeaSettingsStore settings, MentorPlace place, TimeProvider clock) : IDeliverySource
{
    public const string DeliveryKind = "idea-quiet";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await IdeaLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is not { } idea
            || await IdeaSilence.OfAsync(db, idea, ct) is var silence && !silence.IsAsked())
        {
            return DeliveryContent.NotNeeded;
        }

        var weeks = (await settings.OfAsync(idea.GuildId, ct)).QuietWeeks;
        return new DeliveryContent(silence.IsWarned()
            ? HygieneViews.Warning(idea, delivery.ByDm, clock.GetUtcNow() + HygieneRules.Grace)
            : HygieneViews.Question(idea, delivery.ByDm, silence, weeks, mentorsHear: await place.OfAsync(idea.GuildId, ct) is not null))
        {
            Mentions = delivery.ByDm ? AllowedMentions.None : new AllowedMentions { Users = [idea.AuthorId] },
        };
    }
}

/// <summary>Tells mentors that nobody but its author ever wrote in an idea.</summary>
internal sealed class UnansweredIdeaSource : IDeliverySource
{
    public const string DeliveryKind = "idea-unanswered";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await IdeaLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is { HasAnswer: false } idea && (await IdeaSilence.OfAsync(db, idea, ct)).IsAsked()
            ? new DeliveryContent(HygieneViews.Unanswered(idea))
            : DeliveryContent.NotNeeded;
}
