using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>Read all: every word of an idea, for whoever presses.</summary>
internal sealed class ReadIdeaButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec => IdeaControls.Read;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var idea = await desk.FindAsync(call, call.Argument, ct);

        // What waits for review is its author's and the mentors' to read.
        return idea is not null && (idea.WasPublished || idea.AuthorId == call.User || (await desk.ActorAsync(call, idea, ct)).IsMentor)
            ? IdeaCardViews.All(idea)
            : IdeaNameViews.Gone();
    }
}
