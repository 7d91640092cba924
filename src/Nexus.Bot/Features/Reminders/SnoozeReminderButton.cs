using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Snooze for ten minutes, an hour, or until tomorrow morning, on a reminder that has come.</summary>
internal sealed class SnoozeReminderButton(ArrivedReminders reminders, ReminderDesk desk, TimeProvider clock) : IButton
{
    public const string Morning = "morning";

    private static readonly LocalTime MorningAt = new(9, 0);

    /// <summary>The argument is <c>delivery/minutes</c> or <c>delivery/morning</c>.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "snooze") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var delivery, var howLong]
            || !long.TryParse(delivery, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await reminders.FindAsync(call.User, id, ct) is not { } arrived
            || Until(howLong, await desk.ZoneOfAsync(arrived.Reminder, ct)) is not { } until)
        {
            return ReminderViews.NotYours();
        }

        await reminders.SnoozeAsync(arrived, until, ct);
        return ArrivedViews.Snoozed(arrived, until);
    }

    private DateTimeOffset? Until(string howLong, DateTimeZone zone)
    {
        var now = clock.GetUtcNow();
        return howLong switch
        {
            "10" => now.AddMinutes(10),
            "60" => now.AddHours(1),
            Morning => Zones.Moment(Instant.FromDateTimeOffset(now).InZone(zone).Date.PlusDays(1) + MorningAt, zone).ToDateTimeOffset().ToUniversalTime(),
            _ => null,
        };
    }
}

/// <summary>"Another time…": asks until when.</summary>
internal sealed class SnoozeOtherwiseButton(ArrivedReminders reminders, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "snooze-otherwise");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await reminders.FindAsync(call.User, call.Number, ct) is { } arrived
            ? ReminderFormViews.SnoozeUntil(arrived.Delivery.Id, await desk.ZoneOfAsync(arrived.Reminder, ct))
            : ReminderViews.NotYours();
}

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

/// <summary>Undo, after Snooze: it is open again and does not come a second time.</summary>
internal sealed class BringBackReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "back") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return ReminderViews.NotYours();
        }

        await reminders.BringBackAsync(arrived, ct);
        return arrived.IsShared ? ArrivedViews.UndoneForYou() : ArrivedViews.OpenAgain(arrived);
    }
}
