using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

[Flags]
public enum MessageFlags
{
    None = 0,
    Crossposted = 1 << 0,
    IsCrosspost = 1 << 1,
    SuppressEmbeds = 1 << 2,
    SourceMessageDeleted = 1 << 3,
    HasThread = 1 << 5,

    /// <summary>Only the person who acted sees it; fixed by the first response or its deferral.</summary>
    Ephemeral = 1 << 6,

    /// <summary>A deferred response that has no content yet.</summary>
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,

    /// <summary>The message is built of components only; cannot be taken back for that message.</summary>
    IsComponentsV2 = 1 << 15,
}

/// <summary>
/// A message. Without the message-content intent <see cref="Content"/>, embeds, attachments and components are empty, but for the bot's own,
/// DMs to it, messages that mention it, and the target of a message command.
/// See <see href="https://discord.com/developers/docs/resources/message#message-object"/>.
/// </summary>
public sealed record Message
{
    public Snowflake Id { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }
    public User? Author { get; init; }

    /// <summary>In gateway events of guilds only; without its user.</summary>
    public Member? Member { get; init; }
    public string Content { get; init; } = "";
    public DateTimeOffset Timestamp { get; init; }
    public DateTimeOffset? EditedTimestamp { get; init; }

    /// <summary>0 for a normal one, 19 for a reply, 20 for a command's answer; others are system messages.</summary>
    public int Type { get; init; }
    public MessageFlags Flags { get; init; }
    public IReadOnlyList<Embed> Embeds { get; init; } = [];
    public IReadOnlyList<Component> Components { get; init; } = [];
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public IReadOnlyList<User> Mentions { get; init; } = [];
    public IReadOnlyList<Reaction>? Reactions { get; init; }
    public MessageReference? MessageReference { get; init; }
    public Poll? Poll { get; init; }
    public Channel? Thread { get; init; }
    public Snowflake? WebhookId { get; init; }
    public bool Pinned { get; init; }

    /// <summary>As sent; a number is read as its text.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public string? Nonce { get; init; }
}

public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }

    /// <summary>False sends a plain message when the one replied to is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}

public sealed record Reaction
{
    public int Count { get; init; }
    public bool Me { get; init; }
    public Emoji Emoji { get; init; } = new();
}

/// <summary>A Unicode emoji has a name only.</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
    public bool? Animated { get; init; }

    public static Emoji Unicode(string text) => new() { Name = text };
}

public sealed record Attachment
{
    public Snowflake Id { get; init; }
    public string Filename { get; init; } = "";
    public string? Description { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>Signed; expires after about a day.</summary>
    public string? Url { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
}

/// <summary>A file to send: at most 10 a message, 10 MiB each, 25 MiB together. Refer to it as <c>attachment://name</c>.</summary>
public sealed record FileUpload(string FileName, ReadOnlyMemory<byte> Content, string? Description = null, bool IsSpoiler = false);

/// <summary>Names a file of the request (<see cref="Id"/> is its index) or one to keep (<see cref="Id"/> is its id).</summary>
public sealed record AttachmentReference
{
    public Snowflake Id { get; init; }
    public string? Filename { get; init; }

    /// <summary>Alternative text, at most 1024 characters.</summary>
    public string? Description { get; init; }
    public bool? IsSpoiler { get; init; }
}

/// <summary>
/// Who a message may ping. The default pings nobody, whatever the text says.
/// See <see href="https://discord.com/developers/docs/resources/message#allowed-mentions-object"/>.
/// </summary>
public sealed record AllowedMentions
{
    /// <summary>Pings nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary><c>users</c>, <c>roles</c>, <c>everyone</c>; a kind named here must have no ids below.</summary>
    public IReadOnlyList<string> Parse { get; init; } = [];

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }
    public bool? RepliedUser { get; init; }
}

/// <summary>Body of Create Message, of a follow-up and of an interaction's message response.</summary>
public sealed record MessageCreate
{
    /// <summary>At most 2000 characters; not with <see cref="MessageFlags.IsComponentsV2"/>.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, 6000 characters together.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public MessageFlags? Flags { get; init; }
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;
    public MessageReference? MessageReference { get; init; }
    public PollCreate? Poll { get; init; }

    /// <summary>At most 25 characters. Create Message only.</summary>
    public string? Nonce { get; init; }

    /// <summary>With a nonce: a repeat within a few minutes returns the earlier message instead of sending again. Makes a retry safe.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>Filled in from <see cref="Files"/> when null.</summary>
    public IReadOnlyList<AttachmentReference>? Attachments { get; init; }

    [JsonIgnore]
    public IReadOnlyList<FileUpload>? Files { get; init; }
}

/// <summary>Body of Edit Message and of an interaction's update; absent fields stay as they are.</summary>
public sealed record MessageEdit
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Content { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<Embed>> Embeds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<Component>> Components { get; init; }
    public MessageFlags? Flags { get; init; }

    /// <summary>Always sent: an edit is parsed for mentions again, with everything allowed by default.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>The complete set to keep, new files included; absent keeps all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<AttachmentReference>> Attachments { get; init; }

    [JsonIgnore]
    public IReadOnlyList<FileUpload>? Files { get; init; }
}
