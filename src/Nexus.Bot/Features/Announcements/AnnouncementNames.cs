using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Offers announcements by title, whatever became of them; those somebody works on first.</summary>
internal sealed class AnnouncementNames(AnnouncementBook book, AnnouncementDesk desk) : IAutocomplete
{
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var zone = await desk.ZoneAsync(guild, ct);
        return [.. (await book.NamedLikeAsync(guild, call.Typed, ct)).Select(it => AnnouncementViews.Suggestion(it.Announcement, it.Delivery, zone))];
    }
}
