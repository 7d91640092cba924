using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>A move is told in the idea's thread, once and quietly.</summary>
internal sealed class TellFollowers : IIdeaConsequence
{
    public const string DeliveryKind = "idea-news";

    public Task AddAsync(NexusDb db, Idea idea, IdeaChange change, CancellationToken ct)
    {
        if (change.Effects.HasFlag(MoveEffects.TellFollowers))
        {
            Plan(db, idea, change.Move);
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds it to the unit of work; without a thread there is nobody to tell.</summary>
    public static void Plan(NexusDb db, Idea idea, IdeaMove move)
    {
        if (idea.ThreadId is { } thread)
        {
            var news = Delivery.Plan(idea.GuildId, DeliveryKind, idea.Id, DeliveryTarget.In(thread), move.At, move.Number);
            news.FinishAt = news.DueAt;
            db.Add(news);
        }
    }
}
