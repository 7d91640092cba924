using System.Globalization;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce cancel</c> takes a coming announcement back.</summary>
internal sealed class CancelAnnouncementCommand(AnnouncementBook book) : ICommand
{
    private const int MostGuesses = 5;

    public static CommandSpec Spec { get; } = new("announce", "cancel", "Cancel a coming announcement")
    {
        Options = [Option.Text("announcement", "Which one", min: 1, max: 100).SuggestedBy<ComingAnnouncements>()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce cancel announcement:Demo day",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var named = call.Text("announcement");
        var coming = await book.ComingAsync(call.Guild, ct);
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) &&
            coming.Find(entry => entry.Announcement.Id == id) is { } picked)
        {
            return await book.CancelAsync(picked.Announcement, call.User, ct) switch
            {
                CancelResult.Cancelled => AnnouncementViews.Cancelled(picked.Announcement),
                CancelResult.MayStand => AnnouncementViews.CancelledUnsure(picked.Announcement),
                CancelResult.TooLate => AnnouncementViews.TooLateToCancel(),
            };
        }

        // What was typed rather than picked is a guess: nothing is done without a press.
        var meant = coming.Where(entry => entry.Announcement.Title.Contains(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return AnnouncementViews.WhichOne(named, meant.Count > 0 ? [.. meant.Take(MostGuesses)] : [.. coming.Take(MostGuesses)]);
    }
}
