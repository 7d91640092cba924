using System.Diagnostics.CodeAnalysis;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>What is pressed to build an idea, or no longer; <see cref="Card.IdeaControls.Build"/> opens it.</summary>
internal static class CrewControls
{
    /// <summary>A free place. Its argument is a <see cref="RoleReference"/>, as is the next one's.</summary>
    public static ControlSpec Join { get; } = new("idea", "join") { ChangesMessage = true };

    /// <summary>The end of the waiting list, having seen that it is full.</summary>
    public static ControlSpec Wait { get; } = new("idea", "wait") { ChangesMessage = true };

    public static ControlSpec Leave { get; } = new("idea", "leave") { ChangesMessage = true };

    /// <summary>"Form the team": shows first who would be on it. For the menu behind More… and what mentors and authors are told.</summary>
    public static ControlSpec Form { get; } = new("idea", "form");

    /// <summary>Having seen them. Its argument is a <see cref="FormingReference"/>, as is the next two's.</summary>
    public static ControlSpec FormNow { get; } = new("idea", "formnow") { ChangesMessage = true };

    public static ControlSpec NameTeam { get; } = new("idea", "formname");

    public static ControlSpec FormNamed { get; } = new("idea", "formas") { ChangesMessage = true };
}

/// <summary>An idea, and as what somebody would build it: <c>12:Backend</c>.</summary>
internal static class RoleReference
{
    public static string Of(string reference, IdeaRole role) => $"{reference}:{role}";

    public static bool TryRead(string argument, [NotNullWhen(true)] out string? reference, out IdeaRole role)
    {
        var colon = argument.LastIndexOf(':');
        reference = colon > 0 ? argument[..colon] : null;
        role = default;
        return reference is not null && Enum.TryParse(argument[(colon + 1)..], out role) && Enum.IsDefined(role);
    }
}

/// <summary>An idea whose team is formed; <c>12:anyway</c> when whoever presses has seen that somebody is missing.</summary>
internal static class FormingReference
{
    private const string Anyway = ":anyway";

    public static string Of(string reference, bool knowingly) => knowingly ? reference + Anyway : reference;

    public static (string Reference, bool Knowingly) Read(string argument) =>
        argument.EndsWith(Anyway, StringComparison.Ordinal) ? (argument[..^Anyway.Length], true) : (argument, false);
}
