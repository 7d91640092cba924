using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>Reads the roadmap of a server: of each column what is shown, and how many more there are.</summary>
internal sealed class IdeaRoadmap(IdeaBoard board, IdeaCards cards)
{
    /// <param name="name">Stands above the columns.</param>
    /// <param name="tag">A slug; any when empty.</param>
    /// <param name="wanted">With a free place for it.</param>
    public async Task<RoadmapBoard> ReadAsync(Snowflake guild, string name, string tag, IdeaRole? wanted, CancellationToken ct)
    {
        var ideas = board.PublicIdeas(guild);
        if (tag.Length > 0)
        {
            ideas = ideas.Where(IdeasAbout.Tag(tag));
        }

        if (wanted is { } role)
        {
            ideas = ideas.Where(board.Wants(guild, [role]));
        }

        var counts = await ideas.GroupBy(idea => idea.Status).Select(status => new { status.Key, Count = status.Count() }).ToDictionaryAsync(it => it.Key, it => it.Count, ct);
        var columns = new List<RoadmapColumn>();
        foreach (var status in RoadmapBoard.Statuses)
        {
            var shown = counts.ContainsKey(status)
                ? await Ordered(ideas.Where(idea => idea.Status == status), status).Take(RoadmapBoard.MostCards).ToListAsync(ct)
                : [];
            columns.Add(new RoadmapColumn(status, await cards.OfAsync(guild, shown, ct), Math.Max(0, counts.GetValueOrDefault(status) - shown.Count)));
        }

        return new RoadmapBoard(name, columns);
    }

    // The most voted first; what was shipped or parked, the last first.
    private static IQueryable<Idea> Ordered(IQueryable<Idea> ideas, IdeaStatus status) => status is IdeaStatus.Shipped or IdeaStatus.Parked
        ? ideas.OrderByDescending(idea => idea.TouchedAt).ThenByDescending(idea => idea.Number)
        : ideas.OrderByDescending(idea => idea.Votes).ThenBy(idea => idea.Number);
}
