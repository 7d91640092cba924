using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Counts whom a nudge would reach, and shows its text.</summary>
internal sealed class PreviewNudges(AcknowledgementBook book, ChannelAudience audience) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await book.FindAsync(call.Guild, id, ct) is not { } post)
        {
            return AcknowledgementViews.GoneHere();
        }

        try
        {
            var readers = await audience.OfAsync(call.Guild, post.Channel, post.Announcement.PingRoleId, null, ct);
            return readers.People is { } people
                ? AcknowledgementViews.NudgePreview(post, call.User, post.ToNudge(people).Count)
                : AcknowledgementViews.List(post, readers, new AcknowledgementPage(id));
        }
        catch (DiscordApiException)
        {
            return AcknowledgementViews.ListWithoutReaders(post, new AcknowledgementPage(id));
        }
    }
}
