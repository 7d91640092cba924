using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Tips;

/// <summary><c>/tip stop</c> ends the tip of the day.</summary>
internal sealed class StopTipsCommand(TipBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("tip", "stop", "Stop the tip of the day")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/tip stop",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        await book.StopAsync(call.Guild, ct) ? TipViews.Stopped() : TipViews.NothingToStop();
}
