using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>One idea after another, for who wants to be surprised.</summary>
internal static class RandomViews
{
    public static Reply Shown(Idea idea, IdeaCard card, RandomWalk walk, bool isAnew) => Reply.PrivateCard(Parts(idea, card, walk, isAnew));

    public static Reply Turned(Idea idea, IdeaCard card, RandomWalk walk, bool isAnew) => Reply.ChangeCard(Parts(idea, card, walk, isAnew));

    public static Reply None() => Reply.Private("Nobody else has an open idea just now. Put yours up with `/idea add`: a rough thought is enough.");

    private static List<Component> Parts(Idea idea, IdeaCard card, RandomWalk walk, bool isAnew) =>
    [
        .. ShowViews.Parts(idea, card, isAnew ? "You have seen them all: this was the first one." : ""),
        Control.Row(Control.Button("Another one", AnotherIdeaButton.For(walk))),
    ];
}
