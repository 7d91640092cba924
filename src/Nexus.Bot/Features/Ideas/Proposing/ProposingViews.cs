using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>The form, and what people read while an idea goes to its place. All of it only its author sees.</summary>
internal static class ProposingViews
{
    public static Reply NotYours() => Reply.Private("Only who wrote the idea can do that.");

    public static Reply Gone() => Reply.Private("That idea is no longer here. `/idea add` starts a new one.");
}
