using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>The controls of a formation's card, for mentors. The argument is its id, with what else is said after a slash.</summary>
internal static class FormationControls
{
    public static ControlSpec Solve { get; } = Of("solve");

    public static ControlSpec Stop { get; } = Of("stop");

    public static ControlSpec Reseed { get; } = Of("reseed");

    public static ControlSpec Rules { get; } = Of("rules", changes: false);

    public static ControlSpec SetRules { get; } = Of("set-rules");

    public static ControlSpec Role { get; } = Of("role");

    public static ControlSpec Placed { get; } = Of("placed");

    /// <summary>Back from the plan to the rules.</summary>
    public static ControlSpec Settings { get; } = Of("settings");

    public static ControlSpec Drop { get; } = Of("drop");

    public static ControlSpec Turn { get; } = Of("turn");

    public static ControlSpec Lock { get; } = Of("lock");

    public static ControlSpec Pick { get; } = Of("pick", changes: false);

    public static ControlSpec Swap { get; } = Of("swap");

    public static ControlSpec Move { get; } = Of("move");

    public static ControlSpec Together { get; } = Of("together");

    public static ControlSpec LeaveOut { get; } = Of("leave-out");

    public static ControlSpec TakeBack { get; } = Of("take-back");

    public static ControlSpec Remedy { get; } = Of("remedy");

    private static ControlSpec Of(string verb, bool changes = true) => new("formation", verb) { Audience = Audience.Mentors, ChangesMessage = changes };
}
