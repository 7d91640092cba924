using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Offers the next dates of the repetition that is being skipped.</summary>
internal sealed class CurrentDates(SeriesBook book, AnnouncementSchedule schedule) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || SeriesBook.Named(await book.LiveAsync(guild, ct), call.Text("which")) is not { Repeats: not null } announcement)
        {
            return [];
        }

        return
        [
            .. (await schedule.NextAsync(announcement, Most, ct))
                .Select(SeriesViews.Suggestion)
                .Where(it => it.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase)),
        ];
    }
}
