using System.Buffers;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A refusal in Discord's own words: HTTP status, JSON error code, message and, for code 50035, the tree of faulty fields.</summary>
/// <remarks>https://discord.com/developers/docs/topics/opcodes-and-status-codes#json</remarks>
internal sealed class DiscordError : Exception
{
    private readonly IReadOnlyList<FieldError> fields;

    public DiscordError(int status, int code, string message, IReadOnlyList<FieldError>? fields = null) : base(message)
    {
        Status = status;
        Code = code;
        this.fields = fields ?? [];
    }

    public int Status { get; }

    public int Code { get; }

    public IReadOnlyList<FieldError> Fields => fields;

    public static DiscordError NotFound() => new(404, 0, "404: Not Found");
    public static DiscordError Unauthorized() => new(401, 0, "401: Unauthorized");
    public static DiscordError UnknownChannel() => new(404, 10003, "Unknown Channel");
    public static DiscordError UnknownGuild() => new(404, 10004, "Unknown Guild");
    public static DiscordError UnknownMember() => new(404, 10007, "Unknown Member");
    public static DiscordError UnknownMessage() => new(404, 10008, "Unknown Message");
    public static DiscordError UnknownOverwrite() => new(404, 10009, "Unknown permission overwrite");
    public static DiscordError UnknownRole() => new(404, 10011, "Unknown Role");
    public static DiscordError UnknownUser() => new(404, 10013, "Unknown User");
    public static DiscordError UnknownEmoji() => new(400, 10014, "Unknown Emoji");
    public static DiscordError UnknownWebhook() => new(404, 10015, "Unknown Webhook");
    public static DiscordError UnknownInteraction() => new(404, 10062, "Unknown interaction");
    public static DiscordError UnknownCommand() => new(404, 10063, "Unknown application command");
    public static DiscordError UnknownScheduledEvent() => new(404, 10070, "Unknown Guild Scheduled Event");
    public static DiscordError TooManyPins() => new(400, 30003, "Maximum number of pins reached for the channel (250)");
    public static DiscordError TooManyReactions() => new(400, 30010, "Maximum number of reactions reached (20)");
    public static DiscordError TooManyChannels() => new(400, 30013, "Maximum number of server channels reached (500)");
    public static DiscordError TooManyCommands(int max) => new(400, 30032, $"Maximum number of application commands reached ({max})");
    public static DiscordError TooManyRoles() => new(400, 30005, "Maximum number of server roles reached (250)");
    public static DiscordError TooManyScheduledEvents() => new(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)");
    public static DiscordError TooManyThreadMembers() => new(400, 30033, "Maximum number of thread participants has been reached (1000)");
    public static DiscordError TooManyWebhooks() => new(400, 30007, "Maximum number of webhooks reached (15)");
    public static DiscordError TooManyPinnedThreads() => new(400, 30047, "Maximum number of pinned threads in a forum channel has been reached (1)");
    public static DiscordError RequestTooLarge() => new(413, 40005, "Request entity too large");
    public static DiscordError AlreadyCrossposted() => new(400, 40033, "This message has already been crossposted");
    public static DiscordError AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");
    public static DiscordError TagRequired() => new(400, 40067, "A tag is required to create a forum post in this channel");
    public static DiscordError MissingAccess() => new(403, 50001, "Missing Access");
    public static DiscordError NotYourMessage() => new(403, 50005, "Cannot edit a message authored by another user");
    public static DiscordError EmptyMessage() => new(400, 50006, "Cannot send an empty message");
    public static DiscordError CannotMessageUser() => new(403, 50007, "Cannot send messages to this user");
    public static DiscordError CannotMessageThisChannel() => new(400, 50008, "Cannot send messages in a non-text channel");
    public static DiscordError MissingPermissions() => new(403, 50013, "Missing Permissions");
    public static DiscordError BadBulkDeleteCount() => new(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
    public static DiscordError SystemMessage() => new(403, 50021, "Cannot execute action on a system message");
    public static DiscordError WrongChannelType() => new(400, 50024, "Cannot execute action on this channel type");
    public static DiscordError InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");
    public static DiscordError InvalidRole() => new(400, 50028, "Invalid role");
    public static DiscordError BulkDeleteTooOld() => new(400, 50034, "You can only bulk delete messages that are under 14 days old.");
    public static DiscordError ArchivedThread() => new(400, 50083, "Thread is archived");
    public static DiscordError MalformedJson() => new(400, 50109, "The request body contains invalid JSON.");
    public static DiscordError MessageAlreadyHasThread() => new(400, 160004, "A thread has already been created for this message");
    public static DiscordError LockedThread() => new(400, 160005, "Thread is locked");
    public static DiscordError PollEdited() => new(400, 520003, "Poll cannot be edited");
    public static DiscordError PollExpired() => new(400, 520001, "Poll expired");
    public static DiscordError NotAPoll() => new(400, 520000, "Poll voting blocked");

    /// <summary>A 50035 with one faulty field; <paramref name="path"/> is dotted, e.g. <c>data.content</c>.</summary>
    public static DiscordError Form(string path, string code, string message) =>
        new(400, 50035, "Invalid Form Body", [new FieldError(path, code, message)]);

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("message", Message);
            writer.WriteNumber("code", Code);
            if (fields.Count > 0)
            {
                writer.WritePropertyName("errors");
                FieldErrorTree.From(fields).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
