using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>The controls on cards of ideas, whoever handles them. Their argument is an <see cref="IdeaReference"/>.</summary>
internal static class IdeaControls
{
    public static ControlSpec Vote { get; } = new("idea", "vote");

    /// <summary>“I'd build this”: asks as what, or tells what one has already.</summary>
    public static ControlSpec Build { get; } = new("idea", "build");

    /// <summary>Everything else, fitting who pressed and the status.</summary>
    public static ControlSpec More { get; } = new("idea", "more");

    /// <summary>“Read all”: every word of it, for one person. Worth offering while <see cref="IdeaCardViews.IsCut"/>.</summary>
    public static ControlSpec Read { get; } = new("idea", "read");

    /// <summary>Who voted, for mentors; its author reads what those say who are not for it yet.</summary>
    public static ControlSpec Voters { get; } = new("idea", "voters");
}
