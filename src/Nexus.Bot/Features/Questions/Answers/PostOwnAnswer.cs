using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Posts what the asker wrote into the form (the argument names the question), without their name if they asked without, and marks it.</summary>
internal sealed class PostOwnAnswer(QuestionDesk questions, AnswerDesk desk, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, call.Argument, ct) is not { ThreadId: { } thread } question)
        {
            return AnswerViews.Gone();
        }

        if (question.State is QuestionState.Withdrawn or QuestionState.Duplicate)
        {
            return AnswerViews.NotNow(question, question.State);
        }

        var words = Md.Cut(Secrets.Mask(new ModalCall(call.Interaction).Text(AnswerViews.WordsField).ReplaceLineEndings("\n")).Trim(), AnswerViews.MostWords);
        Message posted;
        try
        {
            posted = await discord.WriteInThreadAsync(
                thread, new MessageCreate { Content = Md.Cut(AnswerViews.OwnAnswer(question, words), 2000), Nonce = $"own-{call.Id}", EnforceNonce = true }, ct);
        }
        catch (DiscordApiException refused)
        {
            return AnswerViews.NotPosted(words, refused.IsPermanent);
        }

        return await desk.MarkAsync(question.GuildId, question.Id, new Said(thread, posted.Id, question.AskerId, words), await desk.ActorAsync(call.Interaction, ct), ct);
    }
}
