using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>What who follows an idea, or no longer does, is told.</summary>
internal static class FollowViews
{
    public static Reply Chosen(Idea idea, bool isOn, bool already)
    {
        var name = IdeaNameViews.Name(idea);
        var words = (isOn, already) switch
        {
            (true, false) => $"🔔 You follow {name}. What becomes of it is told quietly in its thread, which comes into your list.",
            (true, true) => $"🔔 You follow {name} already, and it stays so whatever you do with it.",
            (false, false) => $"🔕 You hear nothing more of {name}, also when you vote or write there; I take you out of its thread, where Discord notes that. Your vote and your place stay.",
            (false, true) => $"🔕 You hear nothing of {name}, and it stays so whatever you do with it.",
        };
        var reference = IdeaReference.InServer(idea);
        return Reply.Private(words).With(isOn ? Control.Button("Don't tell me", UnfollowIdeaButton.Spec.For(reference)) : Control.Button("Follow", FollowIdeaButton.Spec.For(reference)));
    }
}
