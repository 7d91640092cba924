using System.Security.Cryptography;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>Picks a page by chance: unread ones first, not the same one twice in a row.</summary>
internal sealed class RandomTopic(ReadMarks marks, TopicDesk desk)
{
    /// <summary>The card with a button for another one; null when no page fits.</summary>
    public async Task<IReadOnlyList<Component>?> PickAsync(Call call, HubIndex hub, BrowseState wanted, string? except, CancellationToken ct)
    {
        var fitting = wanted.Among(hub);
        var read = await marks.OfAsync(call.GuildOrNull, call.User, ct);
        var best = fitting.Where(page => page.Slug != except && !read.Contains(page.Slug)).ToList();
        best = best.Count > 0 ? best : [.. fitting.Where(page => page.Slug != except)];
        best = best.Count > 0 ? best : [.. fitting];
        if (best.Count == 0)
        {
            return null;
        }

        var page = best[RandomNumberGenerator.GetInt32(best.Count)];
        return
        [
            await desk.CardAsync(call, page, hub, ct),
            Control.Row(Control.Button("Another one", AnotherRandomTopicButton.For(wanted, page))),
        ];
    }
}
