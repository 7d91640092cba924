using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>On a page of the hub: the hottest ideas with that tag that look for people, are voted on or are being built.</summary>
internal sealed class IdeasAboutPage(INexusDbFactory databases) : IPageActivity
{
    private const int Most = 2;
    private const int MostTitle = 50;

    public async Task<IReadOnlyList<PageActivity>> AboutAsync(Snowflake guild, string slug, CancellationToken ct)
    {
        await using var db = databases.Create();
        var about = await db.In<Idea>(guild).AsNoTracking()
            .Where(idea => idea.Number != null && idea.WasPublished && idea.CardMessageId != null
                && (idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready || idea.Status == IdeaStatus.Building))
            .Where(IdeasAbout.Tag(slug))
            .OrderByDescending(idea => idea.HeatLevel != null).ThenByDescending(idea => idea.HeatLevel).ThenByDescending(idea => idea.Number)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. about.Select(idea => new PageActivity(
                string.Create(CultureInfo.InvariantCulture, $"{IdeaText.Mark(idea.Status)} Idea #{idea.Number} {Md.EscapeLine(Md.Cut(idea.Title, MostTitle))}, {IdeaText.Votes(idea.Votes)}"),
                new Uri(IdeaCards.Url(idea)!))),
        ];
    }
}
