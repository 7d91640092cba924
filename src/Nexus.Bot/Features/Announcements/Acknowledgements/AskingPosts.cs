using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Offers the posts that ask for "Got it", the latest first.</summary>
internal sealed class AskingPosts(AcknowledgementBook book, GuildConfigurations configurations) : IAutocomplete
{
    private const int MostSearched = 200;
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var zone = Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);
        return
        [
            .. (await book.LatestAsync(guild, MostSearched, ct))
                .Where(post => post.Title.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(post => AcknowledgementViews.Suggestion(post, zone)),
        ];
    }
}
