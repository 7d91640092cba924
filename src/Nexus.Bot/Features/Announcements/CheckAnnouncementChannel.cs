using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>
/// Once the card is out, looks whether the bot may post in the channel, and whom that reaches, so that a mentor hears of it now and
/// not when it is due.
/// </summary>
internal sealed class CheckAnnouncementChannel(NexusDb db, AnnouncementBook book, AnnouncementDesk desk, ChannelCheck check) : IFollowUp
{
    /// <summary>What is shown: what was just said stays, and what has changed meanwhile is not shown over.</summary>
    public static string Of(AnnouncementLook look) =>
        string.Create(CultureInfo.InvariantCulture, $"{look.Announcement.Id}/{look.IsDraft}/{look.Note}");

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/', 3) is not [var number, var wasDraft, var note] || !long.TryParse(number, out var id)
            || await book.FindAsync(call.Guild, id, ct) is not { DiscardedAt: null } announcement)
        {
            return null;
        }

        var found = (await check.WithFindingsAsync(await desk.LookAsync(announcement, ct), call, ct)).Found;

        // Discord may have taken its time, and the mentor has gone on.
        db.ChangeTracker.Clear();
        return await book.FindAsync(call.Guild, id, ct) is { DiscardedAt: null } now
            && await desk.LookAsync(now, ct, note.Length == 0 ? null : note) is var look && look.IsDraft.ToString() == wasDraft && look.CanChange
            ? AnnouncementCardViews.ShownAsFound(await desk.WithFilesAsync(look with { Found = found }, ct))
            : null;
    }
}
