using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Its form.</summary>
internal sealed class MoveClockModal(PersonClock person, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "clock-city") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var typed = call.Text(ClockQuestionViews.CityField);
        return ZoneSearch.Meant(typed) is { } zone
            ? await person.MoveAsync(call.User, call.Number, zone, ct)
            : ClockQuestionViews.WhichOne(call.Number ?? 0, typed, ZoneSearch.Find(typed), clock.GetUtcNow());
    }
}
