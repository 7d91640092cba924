namespace Nexus.Discord.Rest;

/// <summary>How one try ended.</summary>
internal readonly record struct RestAnswer
{
    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; private init; }

    /// <summary>A success's body, if one was asked for.</summary>
    public PooledBuffer? Body { get; private init; }

    public ErrorBody? Error { get; private init; }

    /// <summary>Of a 429.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Why no answer came.</summary>
    public string? Reason { get; private init; }

    /// <summary>The request did not leave this machine, so it cannot have taken effect.</summary>
    public bool NeverSent { get; private init; }

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>Discord (or something before it) is in trouble; the request may have taken effect all the same.</summary>
    public bool IsTransient => Status is 0 or 500 or 502 or 503 or 504 or 524;

    public static RestAnswer Success(int status, PooledBuffer? body) => new() { Status = status, Body = body };

    public static RestAnswer Refused(int status, ErrorBody error, TimeSpan? retryAfter = null) =>
        new() { Status = status, Error = error, RetryAfter = retryAfter };

    public static RestAnswer Lost(string reason, bool neverSent = false) => new() { Reason = reason, NeverSent = neverSent };

    public string Describe() => Reason ?? $"status {Status}";

    public DiscordApiException ToException(RestRoute route) => Error is { IsDiscords: true } error
        ? new DiscordApiException(route.Name, Status, error.Code, error.Message, error.Errors, RetryAfter)
        : new DiscordApiException(route.Name, Status, 0, Reason ?? "The answer is not Discord's.", retryAfter: RetryAfter);
}
