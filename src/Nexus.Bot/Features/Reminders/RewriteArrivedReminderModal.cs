using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Its form. The message it was opened from stays: others may read it.</summary>
internal sealed class RewriteArrivedReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "rewrite-arrived");

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => desk.RewriteAsync(call, inPlace: false, ct);
}
