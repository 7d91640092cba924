using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The form behind Edit.</summary>
internal sealed class RewriteReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "rewrite") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => desk.RewriteAsync(call, inPlace: true, ct);
}
