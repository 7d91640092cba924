using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>What becomes of its team stands on an idea's card; that nobody builds it any more is told to mentors, who decide.</summary>
internal sealed class TeamNewsOfIdeas(CrewNews news, IJobSchedule schedule, TimeProvider clock) : IIdeaNews
{
    public async Task TeamChangedAsync(NexusDb db, Snowflake guild, long ideaId, TeamNews changed, CancellationToken ct)
    {
        // Of an idea that went back to the board its former team says nothing.
        if (await db.In<Idea>(guild).SingleOrDefaultAsync(it => it.Id == ideaId && (it.Status == IdeaStatus.Building || it.Status == IdeaStatus.Shipped), ct) is not { } idea)
        {
            return;
        }

        var (team, repository) = (changed.Name is { } name ? Md.Cut(name, Idea.MostTeam) : null, changed.Repository is { Length: <= Idea.MostRepository } link ? link : null);
        if (team is null && idea.Status == IdeaStatus.Shipped)
        {
            // Who built it stays told.
            return;
        }

        if (team is null && idea.Team is not null)
        {
            await news.TeamGoneAsync(db, idea, ct);
        }

        if ((idea.Team, idea.Repository) == (team, repository))
        {
            return;
        }

        (idea.Team, idea.Repository) = (team, repository);
        IdeaLife.Revise(idea, clock.GetUtcNow());
        if (idea.DrawAt is { } draw)
        {
            schedule.WakeAt<DrawIdeasJob>(draw);
        }
    }
}
