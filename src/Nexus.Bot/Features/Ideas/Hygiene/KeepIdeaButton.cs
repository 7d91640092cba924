using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>"Keep": whoever takes part in an idea says that it is still on.</summary>
internal sealed class KeepIdeaButton(IdeaDesk desk, IdeaLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "keep") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        if (!await TakesPartAsync(call, idea, ct))
        {
            return HygieneViews.OnlyWhoTakesPart();
        }

        if (!(await IdeaSilence.OfAsync(desk.Db, idea, ct)).IsAsked())
        {
            return HygieneViews.NoLongerAsked(idea);
        }

        IdeaLife.Touch(idea, clock.GetUtcNow());
        await life.SaveAsync(desk.Db, idea, ct);
        return HygieneViews.Kept(idea, call.User);
    }

    private async Task<bool> TakesPartAsync(Call call, Idea idea, CancellationToken ct) =>
        idea.AuthorId == call.User
        || (await desk.ActorAsync(call, idea, ct)).IsMentor
        || await desk.Db.In<IdeaVote>(idea.GuildId).AnyAsync(it => it.IdeaId == idea.Id && it.PersonId == call.User, ct)
        || await desk.Db.In<IdeaInterest>(idea.GuildId).AnyAsync(it => it.IdeaId == idea.Id && it.PersonId == call.User, ct)
        || await desk.Db.In<IdeaFollower>(idea.GuildId).AnyAsync(it => it.IdeaId == idea.Id && it.PersonId == call.User && it.IsOn, ct);
}
