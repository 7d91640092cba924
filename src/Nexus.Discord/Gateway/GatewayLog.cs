using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Gateway;

/// <summary>Every line the gateway logs. None has a place for a token or for the content of a frame.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Information, "Connecting to the gateway at {Host} to {Purpose}.")]
    public static partial void Connecting(ILogger logger, string host, string purpose);

    [LoggerMessage(2, LogLevel.Information, "The gateway session is ready.")]
    public static partial void Ready(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "The gateway session was resumed.")]
    public static partial void Resumed(ILogger logger);

    [LoggerMessage(4, LogLevel.Information, "Ending this gateway connection: {Why}.")]
    public static partial void Closing(ILogger logger, string why);

    [LoggerMessage(5, LogLevel.Information, "The gateway connection has ended (code {Code}); next: {Reaction}.")]
    public static partial void Ended(ILogger logger, int? code, CloseReaction reaction);

    [LoggerMessage(6, LogLevel.Error, "Discord closed the gateway with code {Code}: this client sent something wrong. Please report it.")]
    public static partial void OurMistake(ILogger logger, int? code);

    [LoggerMessage(7, LogLevel.Warning, "The gateway at {Host} could not be reached ({Error}).")]
    public static partial void ConnectFailed(ILogger logger, string host, string error);

    [LoggerMessage(8, LogLevel.Warning, "Discord did not say where the gateway is ({Error}).")]
    public static partial void NoAddress(ILogger logger, string error);

    [LoggerMessage(9, LogLevel.Debug, "The gateway connection broke ({Error}).")]
    public static partial void Broke(ILogger logger, string error);

    [LoggerMessage(10, LogLevel.Debug, "Next gateway connection in {Pause}.")]
    public static partial void Pausing(ILogger logger, TimeSpan pause);

    [LoggerMessage(11, LogLevel.Error, "Every identify that Discord allows for now is used up; waiting {Wait} for new ones. A bot that restarts in a loop does this.")]
    public static partial void BudgetUsedUp(ILogger logger, TimeSpan wait);

    [LoggerMessage(12, LogLevel.Warning, "A gateway frame of {Length} bytes made no sense and was skipped.")]
    public static partial void MalformedFrame(ILogger logger, int length);

    [LoggerMessage(13, LogLevel.Warning, "A {Event} of {Length} bytes could not be read and was skipped ({Error}).")]
    public static partial void UnreadableEvent(ILogger logger, string @event, int length, string error);

    [LoggerMessage(14, LogLevel.Warning, "A gateway message was over the limit of {Limit} bytes and was skipped.")]
    public static partial void OversizedMessage(ILogger logger, int limit);

    [LoggerMessage(15, LogLevel.Warning, "{Capacity} gateway events wait for a handler: the queue is full. New ones are refused, interactions last.")]
    public static partial void QueueFull(ILogger logger, int capacity);

    [LoggerMessage(16, LogLevel.Warning, "The queue of gateway events has room again; {Count} were lost.")]
    public static partial void QueueHasRoomAgain(ILogger logger, long count);

    [LoggerMessage(17, LogLevel.Error, "Interaction {Interaction} was lost: handlers are too slow. The person sees that the app did not respond.")]
    public static partial void InteractionLost(ILogger logger, Snowflake interaction);

    [LoggerMessage(18, LogLevel.Warning, "Discord refuses gateway requests for now (RATE_LIMITED).")]
    public static partial void RequestRateLimited(ILogger logger);
}
