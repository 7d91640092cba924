using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"That's right", under the question.</summary>
internal sealed class KeepClockButton(PersonClock person) : IButton
{
    /// <summary>The argument is the zone.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "clock-keep") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        person.KeepAsync(call.User, ZoneSearch.Meant(call.Argument) ?? DateTimeZone.Utc, ct);
}
