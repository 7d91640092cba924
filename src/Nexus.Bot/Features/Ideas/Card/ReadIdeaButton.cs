using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>Read all: every word of an idea, for whoever presses.</summary>
internal sealed class ReadIdeaButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec => IdeaControls.Read;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is { } idea ? IdeaCardViews.All(idea) : IdeaNameViews.Gone();
}
