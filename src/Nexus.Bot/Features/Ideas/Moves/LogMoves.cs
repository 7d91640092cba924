using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>What mentors do to the ideas of others is kept in the server's log.</summary>
internal sealed class LogMoves(LogBook log) : IIdeaConsequence
{
    public async Task AddAsync(NexusDb db, Idea idea, IdeaChange change, CancellationToken ct)
    {
        if (change.By.IsClock || !change.By.IsMentor || change.By.Id == idea.AuthorId)
        {
            return;
        }

        var other = change.Move.OtherId is { } id ? await db.In<Idea>(idea.GuildId).SingleOrDefaultAsync(it => it.Id == id, ct) : null;
        await log.AddAsync(db, idea.GuildId, change.By.Id, Words(idea, change, other), IdeaCards.Url(idea), ct);
    }

    private static string Words(Idea idea, IdeaChange change, Idea? other)
    {
        var (name, move) = (IdeaNameViews.Name(idea), change.Move);
        if (other is not null && move.To == IdeaStatus.Merged)
        {
            return $"merged {name} into {IdeaNameViews.Name(other)}.";
        }

        var done = other is not null ? $"took back that {name} goes on as {IdeaNameViews.Name(other)}"
            : change.Team is not null ? $"formed the team of {name}"
            : $"moved {name} from {IdeaText.Status(move.From)} to {IdeaText.Status(move.To)}";
        return $"{done}: {Md.EscapeLine(move.Reason)}";
    }
}
