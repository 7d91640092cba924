using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Reads the end of a question's thread (the argument names it) and offers what others wrote.</summary>
internal sealed class OfferReplies(QuestionDesk questions, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    private const int MostRead = 100;
    private const int MostOffered = 10;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, call.Argument, ct) is not { ThreadId: { } thread } question)
        {
            return AnswerViews.Gone();
        }

        try
        {
            var replies = (await discord.GetMessagesAsync(thread, MostRead, ct: ct))
                .Where(message => Said.IsByAPerson(message) && message.Author!.Id != question.AskerId && message.Id != question.OriginMessageId)
                .OrderByDescending(message => message.Id)
                .Take(MostOffered)
                .Select(message => (Said.Of(message with { ChannelId = thread }, message.Author!.Id), message.Author.DisplayName))
                .ToList();
            return AnswerViews.Choose(question, replies, isAsker: call.User == question.AskerId, clock.GetUtcNow());
        }
        catch (DiscordApiException refused)
        {
            return AnswerViews.NotRead(refused.IsPermanent);
        }
    }
}
