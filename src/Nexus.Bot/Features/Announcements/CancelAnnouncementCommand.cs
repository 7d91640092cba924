using System.Globalization;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce cancel</c> takes a coming announcement back.</summary>
internal sealed class CancelAnnouncementCommand(AnnouncementBook book, SeriesBook series) : ICommand
{
    private const int MostGuesses = 5;

    public static CommandSpec Spec { get; } = new("announce", "cancel", "Cancel a coming announcement")
    {
        Options = [Option.Text("which", "Which announcement: its title", min: 1, max: 100).SuggestedBy<AnyLiveAnnouncement>()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce cancel which:Demo day",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var named = call.Text("which");
        var coming = (await series.LiveAsync(call.Guild, ct)).Select(it => it.Announcement).ToList();
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) &&
            coming.Find(it => it.Id == id) is { } picked)
        {
            return await book.CancelAsync(picked, call.User, ct) switch
            {
                CancelResult.Cancelled => AnnouncementViews.Cancelled(picked),
                CancelResult.MayStand => AnnouncementViews.CancelledUnsure(picked),
                CancelResult.TooLate => AnnouncementViews.TooLateToCancel(),
            };
        }

        // What was typed rather than picked is a guess: nothing is done without a press.
        var meant = coming.Where(it => it.Title.Contains(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return AnnouncementViews.WhichOne(named, meant.Count > 0 ? [.. meant.Take(MostGuesses)] : [.. coming.Take(MostGuesses)]);
    }
}
