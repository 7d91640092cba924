using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Reminders;

/// <summary>One of several places with that name.</summary>
internal sealed class ChooseClockButton(PersonClock person) : IButton
{
    /// <summary>The argument is <c>reminder/zone</c>.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "clock-choose") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Argument.Split('/', 2) is [var number, var named] && ZoneSearch.Meant(named) is { } zone
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await person.MoveAsync(call.User, id, zone, ct)
            : ReminderViews.NotYours();
}
