using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Leads to the list of one post; its argument is the delivery.</summary>
internal sealed class OpenAcknowledgementsButton(AcknowledgementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "acks") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } id && await book.FindAsync(call.Guild, id, ct) is { } post
            ? AcknowledgementViews.LookingUp(post).Afterwards<LookUpAcknowledgements>(new AcknowledgementPage(id).ToText())
            : AcknowledgementViews.Gone();
}
