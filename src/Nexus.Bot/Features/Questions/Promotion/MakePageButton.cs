using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>"Make a page of it": mentors, and whoever wrote an accepted answer, put it into the queue of the topic hub.</summary>
internal sealed class MakePageButton(NexusDb db, AnswerDesk answers, PageDesk pages) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "page");

    public static Button For(Question question) => Control.Button("Make a page of it", Spec.For(question.Id));

    public static bool MayMake(QuestionAnswer answer, QuestionActor by) => by.IsMentor || answer.AuthorId == by.Id;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Number is not { } id || await QuestionLife.FindAsync(db, guild, id, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return await pages.MakeAsync(question, await answers.ActorAsync(call.Interaction, ct), words: null, ct);
    }
}
