using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>Lays a page out for a reader: with what goes on around it, and counted.</summary>
internal sealed class TopicDesk(IEnumerable<IPageActivity> activities, LookupLog log)
{
    public Task<Container> CardAsync(Call call, HubPage page, HubIndex hub, CancellationToken ct) => CardAsync(call, page, hub, new TopicFrame(), ct);

    public Task<Container> CardAsync(Call call, HubAnswer.Found found, HubIndex hub, CancellationToken ct) =>
        CardAsync(call, found.Page, hub, new TopicFrame { Others = found.Others, Corrected = found.Corrected }, ct);

    private async Task<Container> CardAsync(Call call, HubPage page, HubIndex hub, TopicFrame frame, CancellationToken ct)
    {
        log.Shown(call.GuildOrNull, page.Slug);
        return TopicCard.Of(page, hub, frame with
        {
            IsInServer = !call.IsDirectMessage,
            Activity = call.GuildOrNull is { } guild ? await AroundAsync(guild, page.Slug, ct) : [],
        });
    }

    private async Task<IReadOnlyList<PageActivity>> AroundAsync(Snowflake guild, string slug, CancellationToken ct)
    {
        var around = new List<PageActivity>();
        foreach (var activity in activities)
        {
            around.AddRange(await activity.AboutAsync(guild, slug, ct));
        }

        return around;
    }
}
