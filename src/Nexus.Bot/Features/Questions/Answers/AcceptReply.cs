using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Reads the chosen message (the argument is <c>question/message</c>), which may be gone by now, and marks it.</summary>
internal sealed class AcceptReply(NexusDb db, AnswerDesk desk, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var number, var chosen] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !Snowflake.TryParse(chosen, out var message)
            || await QuestionLife.FindAsync(db, call.Guild, id, ct) is not { ThreadId: { } thread })
        {
            return AnswerViews.Gone();
        }

        try
        {
            var said = await discord.GetMessageAsync(thread, message, ct: ct);
            return Said.IsByAPerson(said)
                ? await desk.MarkAsync(call.Guild, id, Said.Of(said with { ChannelId = thread }, said.Author!.Id), await desk.ActorAsync(call.Interaction, ct), ct)
                : AnswerViews.NotByAPerson();
        }
        catch (DiscordApiException refused)
        {
            return refused.Status == 404 ? AnswerViews.MessageGone() : AnswerViews.NotRead(refused.IsPermanent);
        }
    }
}
