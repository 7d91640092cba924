using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>More…: what else whoever presses can do with the question as it is now.</summary>
internal sealed class MoreQuestionButton(QuestionDesk desk) : IButton
{
    public static ControlSpec Spec => QuestionControls.More;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        var by = await desk.ActorAsync(call, question, ct);
        var follows = await desk.Db.In<QuestionFollower>(question.GuildId).AnyAsync(follower => follower.QuestionId == question.Id && follower.PersonId == call.User, ct);
        var helped = call.GuildOrNull is not null
            && await desk.Db.In<QuestionAnswer>(question.GuildId).AnyAsync(answer => answer.QuestionId == question.Id && answer.AuthorId == call.User && answer.AcceptedAt != null, ct);
        return MoreViews.Menu(question, by, follows, helped, QuestionDesk.Reference(call, question));
    }
}
