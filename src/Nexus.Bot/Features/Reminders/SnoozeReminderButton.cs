using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Snooze for ten minutes, an hour, or until tomorrow morning, on a reminder that has come.</summary>
internal sealed class SnoozeReminderButton(ArrivedReminders reminders, PublicReminders shared, ReminderDesk desk, TimeProvider clock) : IButton
{
    public const string Morning = "morning";

    private static readonly LocalTime MorningAt = new(9, 0);

    /// <summary>The argument is <c>delivery/minutes</c> or <c>delivery/morning</c>.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "snooze") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var delivery, var howLong] || !long.TryParse(delivery, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return ReminderViews.NotYours();
        }

        var arrived = await reminders.FindAsync(call.User, id, ct);
        var followed = arrived is null ? await shared.FollowedAsync(call, id, ct) : null;
        if ((arrived is null && followed is null) || Until(howLong, await desk.ZoneOfAsync(call, arrived, ct)) is not { } until)
        {
            return ReminderViews.NotYours();
        }

        if (arrived is null)
        {
            return await desk.CopyAsync(call, followed!, until, ct);
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
