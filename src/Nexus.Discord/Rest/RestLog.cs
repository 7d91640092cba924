using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Rest;

/// <summary>What the REST side logs: route templates, codes and times; never a path, a body or a token.</summary>
internal static partial class RestLog
{
    [LoggerMessage(100, LogLevel.Debug, "{Route} answered {Status}")]
    public static partial void Answered(ILogger logger, RestRoute route, int status);

    [LoggerMessage(101, LogLevel.Information, "{Route} is tried again in {Delay} after {Reason} (try {Attempt})")]
    public static partial void TriedAgain(ILogger logger, RestRoute route, TimeSpan delay, string reason, int attempt);

    [LoggerMessage(102, LogLevel.Warning, "{Route} was rate limited (scope {Scope}), retry after {RetryAfter}")]
    public static partial void RateLimited(ILogger logger, RestRoute route, RateLimitScope scope, TimeSpan? retryAfter);

    [LoggerMessage(103, LogLevel.Critical, "Discord refused the bot token (401) at {Route}. Nothing more is sent with it: set the right token and restart")]
    public static partial void TokenRefused(ILogger logger, RestRoute route);

    [LoggerMessage(104, LogLevel.Information, "{Route} had been carried out by an earlier try whose answer was lost")]
    public static partial void EarlierTrySucceeded(ILogger logger, RestRoute route);

    [LoggerMessage(105, LogLevel.Error, "Too many refused requests (401, 403, 429) in the last 10 minutes: requests stop for {Wait} lest Discord ban this address")]
    public static partial void InvalidRequestBudgetSpent(ILogger logger, TimeSpan wait);
}
