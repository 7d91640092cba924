using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas;

/// <summary>
/// Something that has to follow moves of an idea: it adds or changes rows in the same unit of work, deliveries among them, so it
/// happens with the move or not at all. It saves nothing, and never speaks to Discord.
/// </summary>
internal interface IIdeaConsequence
{
    Task AddAsync(NexusDb db, Idea idea, IdeaChange change, CancellationToken ct);
}

/// <summary>A move that is being made; the idea's columns already are as after it.</summary>
/// <param name="Move">Its row, as it is being added.</param>
internal sealed record IdeaChange(IdeaMove Move, IdeaActor By, IdeaFacts Before, MoveEffects Effects)
{
    /// <summary>Whose people become a team.</summary>
    public TeamHandOver? Team { get; init; }
}
