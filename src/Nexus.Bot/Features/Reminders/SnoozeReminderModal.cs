using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Its form.</summary>
internal sealed class SnoozeReminderModal(ArrivedReminders reminders, ReminderDesk desk, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "snooze-until") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return ReminderViews.NotYours();
        }

        var zone = await desk.ZoneOfAsync(arrived.Reminder, ct);
        var phrase = call.Text(ReminderViews.WhenField).Trim();
        var reading = WhenReader.Read(phrase, clock.GetUtcNow(), zone, WhenAsked.Once);
        if (reading is not WhenReading.Understood understood)
        {
            return ArrivedViews.SnoozeIsUnclear(reading, phrase, arrived.Delivery.Id, zone);
        }

        await reminders.SnoozeAsync(arrived, understood.At, ct);
        return ArrivedViews.Snoozed(arrived, understood.At);
    }
}
