using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Turns the pages of the list, switches between those who have and those who have not, and comes back to it.</summary>
internal sealed class PageAcknowledgementsButton : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "ackpage") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(Reply.Nothing.Afterwards<LookUpAcknowledgements>(call.Argument));
}
