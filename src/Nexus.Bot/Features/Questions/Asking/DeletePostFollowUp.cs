using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Deletes the post of a question that was taken back, unless somebody has written there.</summary>
internal sealed class DeletePostFollowUp(QuestionBook book, IDiscordRest discord) : IFollowUp
{
    private const int LookedAt = 20;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call.Guild, long.Parse(call.Argument, CultureInfo.InvariantCulture), ct)
            is not { State: QuestionState.Withdrawn, ThreadId: { } thread, CardChannelId: { } channel, CardMessageId: { } card } question)
        {
            return null;
        }

        try
        {
            if ((await discord.GetMessagesAsync(thread, LookedAt, ct: ct)).Any(message => message.Author?.Id != call.Interaction.ApplicationId))
            {
                return AskingViews.Undone(question, isDeleted: false);
            }

            await discord.DeleteChannelAsync(thread, ct: ct);
            if (channel != thread)
            {
                await discord.DeleteMessageAsync(channel, card, ct: ct);
            }
        }
        catch (DiscordApiException gone) when (gone.Code is DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownMessage)
        {
            // somebody was faster
        }
        catch (DiscordApiException)
        {
            return AskingViews.Undone(question, isDeleted: false);
        }

        return AskingViews.Undone(question, isDeleted: true);
    }
}
