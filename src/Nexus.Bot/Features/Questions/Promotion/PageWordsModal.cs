using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>The answer in somebody's words, when the bot could not read the message itself.</summary>
internal sealed class PageWordsModal(NexusDb db, AnswerDesk answers, PageDesk pages) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "pagewords");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Number is not { } id || await QuestionLife.FindAsync(db, guild, id, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return await pages.MakeAsync(question, await answers.ActorAsync(call.Interaction, ct), call.Text(PromotionViews.WordsField), ct);
    }
}
