using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>"Park…" under the question: asks for the reason.</summary>
internal sealed class ParkIdeaButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "park");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var by = await desk.ActorAsync(call, idea, ct);
        return !idea.Status.IsOpen() ? HygieneViews.IsNow(idea)
            : by.IsMentor || by.Id == idea.AuthorId ? HygieneViews.ReasonForm(idea, call.Argument)
            : HygieneViews.OnlyAuthorAndMentorsPark();
    }
}

/// <summary>The form behind it; the question becomes what was done.</summary>
internal sealed class ParkIdeaModal(IdeaDesk desk, IdeaLife life, IdeaSettingsStore settings) : IModal
{
    public const string ReasonField = "reason";

    public static ControlSpec Spec { get; } = new("idea", "park") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var step = await life.MoveAsync(desk.Db, idea, IdeaStatus.Parked, await desk.ActorAsync(call, idea, ct), call.Text(ReasonField), ct);
        return step is MoveStep.Done
            ? HygieneViews.Parked(idea, call.User, inDm: call.IsDirectMessage)
            : MoveViews.NotDone(idea, IdeaStatus.Parked, step, (await settings.OfAsync(idea.GuildId, ct)).Policy);
    }
}
