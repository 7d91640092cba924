using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>The controls of committing and undoing. The argument is a formation's id or a <see cref="CommitReference"/>.</summary>
internal static class CommitControls
{
    /// <summary>On the card of a plan that is ready; the argument is the formation's id.</summary>
    public static ControlSpec Open { get; } = new("formation", "commit") { Audience = Audience.Mentors };

    public static ControlSpec Preview { get; } = new("formation", "commit-as") { Audience = Audience.Mentors, ChangesMessage = true };

    public static ControlSpec CommitNow { get; } = new("formation", "commit-now") { Audience = Audience.Mentors, ChangesMessage = true };

    public static ControlSpec Look { get; } = new("formation", "commit-look") { Audience = Audience.Mentors, ChangesMessage = true };

    public static ControlSpec Undo { get; } = new("formation", "undo") { Audience = Audience.Mentors };

    public static ControlSpec UndoNow { get; } = new("formation", "undo-now") { Audience = Audience.Mentors, ChangesMessage = true };

    public static ControlSpec UndoLook { get; } = new("formation", "undo-look") { Audience = Audience.Mentors, ChangesMessage = true };

    public static ControlSpec Keep { get; } = new("formation", "undo-keep") { Audience = Audience.Mentors, ChangesMessage = true };
}
