using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"Take an answer back" behind "More…": shows what is marked, to choose from.</summary>
internal sealed class AcceptedAnswersButton(QuestionDesk questions, AnswerDesk desk) : IButton
{
    private const int MostShown = 10;

    public static ControlSpec Spec { get; } = new("questions", "accepted");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return AnswerDesk.Accepts(question, await desk.ActorAsync(call.Interaction, ct))
            ? AnswerViews.AcceptedOnes(question, await questions.Db.In<QuestionAnswer>(question.GuildId).AsNoTracking()
                .Where(it => it.QuestionId == question.Id && it.AcceptedAt != null)
                .OrderBy(it => it.AcceptedAt).ThenBy(it => it.Id)
                .Take(MostShown)
                .ToListAsync(ct))
            : AnswerViews.NotYoursToAccept(question);
    }
}
