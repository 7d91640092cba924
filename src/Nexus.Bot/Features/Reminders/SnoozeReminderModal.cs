using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Its form.</summary>
internal sealed class SnoozeReminderModal(ArrivedReminders reminders, PublicReminders shared, ReminderDesk desk, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "snooze-until") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var arrived = await reminders.FindAsync(call.User, call.Number, ct);
        var followed = arrived is null ? await shared.FollowedAsync(call, call.Number, ct) : null;
        if (arrived is null && followed is null)
        {
            return ReminderViews.NotYours();
        }

        var zone = await desk.ZoneOfAsync(call, arrived, ct);
        var phrase = call.Text(ReminderViews.WhenField).Trim();
        var reading = WhenReader.Read(phrase, clock.GetUtcNow(), zone, WhenAsked.Once);
        if (reading is not WhenReading.Understood understood)
        {
            return ArrivedViews.SnoozeIsUnclear(reading, phrase, call.Number!.Value, zone);
        }

        if (arrived is null)
        {
            return await desk.CopyAsync(call, followed!, understood.At, ct);
        }

        await reminders.SnoozeAsync(arrived, understood.At, ct);
        return ArrivedViews.Snoozed(arrived, understood.At);
    }
}
