using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Offers announcements that are still to be posted, by title.</summary>
internal abstract class LiveAnnouncements(SeriesBook book, GuildConfigurations configurations) : IAutocomplete
{
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
            .. (await book.LiveAsync(guild, ct))
                .Where(it => Fits(it.Announcement) && it.Announcement.Title.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(it => SeriesViews.Suggestion(it, zone)),
        ];
    }

    protected abstract bool Fits(Announcement announcement);
}

/// <summary>Those that can be handed over.</summary>
internal sealed class AnyLiveAnnouncement(SeriesBook book, GuildConfigurations configurations) : LiveAnnouncements(book, configurations)
{
    protected override bool Fits(Announcement announcement) => true;
}

/// <summary>Those that can be paused or skipped.</summary>
internal sealed class RunningSeries(SeriesBook book, GuildConfigurations configurations) : LiveAnnouncements(book, configurations)
{
    protected override bool Fits(Announcement announcement) => announcement is { Repeats: not null, PausedAt: null };
}

/// <summary>Those that can be resumed.</summary>
internal sealed class PausedSeries(SeriesBook book, GuildConfigurations configurations) : LiveAnnouncements(book, configurations)
{
    protected override bool Fits(Announcement announcement) => announcement is { PausedAt: not null };
}
