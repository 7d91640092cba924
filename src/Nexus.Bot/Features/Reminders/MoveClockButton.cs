using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"My clock is elsewhere…": asks for the city.</summary>
internal sealed class MoveClockButton : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "clock-move");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(ClockQuestionViews.Form(call.Number ?? 0));
}
