using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Posts the board where it is wanted now, and deletes the one elsewhere.</summary>
internal sealed class PlaceBoardFollowUp(BoardBook book, BoardDrawing drawing, IDiscordRest discord, IJobSchedule schedule, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await book.PlaceAsync(call.Guild, ct) is not { } place)
        {
            return null;
        }

        schedule.WakeAt<DrawBoardsJob>(clock.GetUtcNow() + BoardDrawing.Pause);
        var before = BoardPlace.Parse(call.Argument);
        try
        {
            await drawing.DrawAsync(call.Guild, place, atOnce: true, ct);
        }
        catch (DiscordApiException trouble) when (DeliveryTrouble.MayPass(trouble))
        {
            return BoardViews.NotPlacedYet(place.Channel);
        }
        catch (DiscordApiException)
        {
            await book.PutBackAsync(call.Guild, place.Channel, before, ct);
            return BoardViews.NotPlaced(place.Channel, isBackInItsPlace: before is not null);
        }

        if (before is { Message: { } old })
        {
            await DeleteAsync(discord, before.Channel, old, ct);
        }

        return await book.PlaceAsync(call.Guild, ct) is { Message: { } message } placed ? BoardViews.Placed(call.Guild, placed.Channel, message) : null;
    }

    /// <summary>One that cannot be deleted stays as it is; its buttons say that it is old.</summary>
    internal static async Task DeleteAsync(IDiscordRest discord, Snowflake channel, Snowflake message, CancellationToken ct)
    {
        try
        {
            await discord.DeleteMessageAsync(channel, message, ct: ct);
        }
        catch (DiscordApiException)
        {
            // Gone already, or out of reach.
        }
    }
}

/// <summary>Deletes the message of a board that was taken down.</summary>
internal sealed class DeleteBoardFollowUp(IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (BoardPlace.Parse(call.Argument) is { Message: { } message } place)
        {
            await PlaceBoardFollowUp.DeleteAsync(discord, place.Channel, message, ct);
        }

        return null;
    }
}
