using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Reads the chosen message (the argument is <c>question/message</c>), which may be gone by now, and marks it.</summary>
internal sealed class AcceptReply(QuestionDesk questions, AnswerDesk desk, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var cut = call.Argument.LastIndexOf('/');
        if (cut < 0 || !Snowflake.TryParse(call.Argument[(cut + 1)..], out var message)
            || await questions.FindAsync(call, call.Argument[..cut], ct) is not { ThreadId: { } thread } question)
        {
            return AnswerViews.Gone();
        }

        try
        {
            var said = await discord.GetMessageAsync(thread, message, ct: ct);
            return Said.IsByAPerson(said)
                ? await desk.MarkAsync(question.GuildId, question.Id, Said.Of(said with { ChannelId = thread }, said.Author!.Id), await desk.ActorAsync(call.Interaction, ct), ct)
                : AnswerViews.NotByAPerson();
        }
        catch (DiscordApiException refused)
        {
            return refused.Status == 404 ? AnswerViews.MessageGone() : AnswerViews.NotRead(refused.IsPermanent);
        }
    }
}
