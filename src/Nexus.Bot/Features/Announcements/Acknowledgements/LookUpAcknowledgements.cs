using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Asks Discord who can read a post, and shows who of them has pressed "Got it".</summary>
internal sealed class LookUpAcknowledgements(AcknowledgementBook book, ChannelAudience audience) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (AcknowledgementPage.Read(call.Argument) is not { } page || await book.FindAsync(call.Guild, page.DeliveryId, ct) is not { } post)
        {
            return AcknowledgementViews.GoneHere();
        }

        try
        {
            return AcknowledgementViews.List(post, await audience.OfAsync(call.Guild, post.Channel, post.Announcement.PingRoleId, null, ct), page);
        }
        catch (DiscordApiException)
        {
            return AcknowledgementViews.ListWithoutReaders(post, page);
        }
    }
}
