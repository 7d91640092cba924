using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Form the team: shows who would be on it.</summary>
internal sealed class FormTeamButton(TeamForming forming) : IButton
{
    public static ControlSpec Spec => CrewControls.Form;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => forming.PreviewAsync(call, ct);
}

/// <summary>Forms it, having seen them.</summary>
internal sealed class FormTeamNowButton(TeamForming forming) : IButton
{
    public static ControlSpec Spec => CrewControls.FormNow;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => forming.FormAsync(call, "", ct);
}

/// <summary>Name it first…</summary>
internal sealed class NameTeamButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec => CrewControls.NameTeam;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, FormingReference.Read(call.Argument).Reference, ct) is { } idea ? FormingViews.Name(idea, call.Argument) : IdeaNameViews.Gone();
}

/// <summary>Forms it under the name that was typed.</summary>
internal sealed class FormNamedTeamModal(TeamForming forming) : IModal
{
    public static ControlSpec Spec => CrewControls.FormNamed;

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => forming.FormAsync(call, call.Text(FormingViews.NameField), ct);
}
