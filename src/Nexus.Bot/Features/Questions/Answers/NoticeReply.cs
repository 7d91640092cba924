using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>
/// The first reply of somebody else counts as an answer in progress, where a server wants that. That somebody wrote is told without
/// the message-content intent; with it, "thanks" and a question back do not count.
/// </summary>
internal sealed class NoticeReply(INexusDbFactory databases, QuestionLife life, QuestionSettingsStore settings) : IEventHandler<MessageCreateEvent>
{
    private const int LeastWords = 4;

    public async Task HandleAsync(MessageCreateEvent happened, CancellationToken ct)
    {
        if (happened.Message is not { GuildId: { } guild } message || !Said.IsByAPerson(message) || SaysTooLittle(message))
        {
            return;
        }

        for (var isSecond = false; ; isSecond = true)
        {
            await using var db = databases.Create();
            try
            {
                await NoticeAsync(db, guild, message, ct);
                return;
            }
            catch (DbUpdateException clash) when (!isSecond && DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Somebody pressed a button of the question at the same moment.
            }
        }
    }

    private async Task NoticeAsync(NexusDb db, Snowflake guild, Message message, CancellationToken ct)
    {
        if (await AnswerDesk.OfThreadAsync(db, guild, message.ChannelId, ct) is not { State: QuestionState.Open or QuestionState.Claimed or QuestionState.Stale } question
            || question.AskerId == message.Author!.Id
            || !(await settings.OfAsync(guild, ct)).NoticesReplies)
        {
            return;
        }

        await AnswerDesk.RowAsync(db, question, Said.Of(message, message.Author.Id), ct);
        await life.TakeAsync(db, question, QuestionAct.Answer, QuestionActor.Clock, message.Id, ct);
    }

    // Nothing at all means that it cannot be read: a message without text has a file.
    private static bool SaysTooLittle(Message message)
    {
        var words = Md.Line(message.Content).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && message.Attachments.Count == 0 && (words.Length < LeastWords || words[^1].EndsWith('?'));
    }
}
