namespace Nexus.Discord;

/// <summary>One leaf of Discord's error tree: where in the request, and what is wrong with it.</summary>
/// <param name="Path">Path in the request body, such as <c>components[0].components[1].custom_id</c>; empty for the body itself.</param>
/// <param name="Code">Discord's string code, such as <c>BASE_TYPE_MAX_LENGTH</c>.</param>
public sealed record DiscordFieldError(string Path, string Code, string Message);

/// <summary>
/// Discord refused a request, or it could not be carried out in time.
/// The message names the route's template, never a token.
/// See <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/>.
/// </summary>
public class DiscordApiException(
    string route,
    int status,
    int code,
    string message,
    IReadOnlyList<DiscordFieldError>? errors = null,
    TimeSpan? retryAfter = null,
    Exception? inner = null)
    : Exception(Describe(route, status, code, message, errors), inner)
{
    /// <summary>Method and route template, such as <c>POST /channels/{channel}/messages</c>.</summary>
    public string Route { get; } = route;

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; } = status;

    /// <summary>Discord's JSON error code (see <see cref="DiscordErrorCode"/>); 0 when there is none.</summary>
    public int Code { get; } = code;

    public IReadOnlyList<DiscordFieldError> Errors { get; } = errors ?? [];

    /// <summary>When Discord or the rate limiter says it may be tried again; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>True when the same request can never succeed: the thing is gone, forbidden, or the body is wrong.</summary>
    public bool IsPermanent => Status is >= 400 and < 500 and not (408 or 429);

    private static string Describe(string route, int status, int code, string message, IReadOnlyList<DiscordFieldError>? errors)
    {
        var text = $"{route}: {(status == 0 ? "no answer" : status)}{(code == 0 ? "" : $" (code {code})")} {message}";
        return errors is { Count: > 0 }
            ? text + string.Concat(errors.Select(e => $"; {e.Path}: {e.Message} [{e.Code}]"))
            : text;
    }
}

/// <summary>Discord's JSON error codes that something here acts on.</summary>
public static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownRole = 10011;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int TooManyRoles = 30005;
    public const int TooManyChannels = 30013;
    public const int OpeningDmsTooFast = 40003;
    public const int MessageAlreadyCrossposted = 40033;
    public const int InteractionAlreadyAcknowledged = 40060;
    public const int TagRequired = 40067;
    public const int MissingAccess = 50001;
    public const int EmptyMessage = 50006;
    public const int CannotSendToUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int ThreadArchived = 50083;
    public const int NoMutualGuild = 50278;
    public const int ThreadAlreadyCreated = 160004;
    public const int TooManyThreads = 160006;
}
