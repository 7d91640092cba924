using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Lists;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Offers coming announcements by title.</summary>
internal sealed class ComingAnnouncements(AnnouncementBook book, GuildConfigurations configurations) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var zone = Times.Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);
        return
        [
            .. (await book.ComingAsync(guild, ct))
                .Where(entry => entry.Announcement.Title.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(entry => AnnouncementListViews.Suggestion(entry, zone)),
        ];
    }
}
