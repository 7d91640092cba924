using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>
/// A person used a command, control or form. Must be answered within 3 seconds; <see cref="Token"/> then lives 15 minutes.
/// See <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/>.
/// </summary>
public sealed record Interaction
{
    public Snowflake Id { get; init; }
    public Snowflake ApplicationId { get; init; }
    public InteractionType Type { get; init; }

    /// <summary>A credential for 15 minutes: never logged.</summary>
    public string Token { get; init; } = "";
    public InteractionData? Data { get; init; }

    /// <summary>Null in DMs.</summary>
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>In guilds.</summary>
    public Member? Member { get; init; }

    /// <summary>In DMs.</summary>
    [JsonPropertyName("user")]
    public User? DmUser { get; init; }

    /// <summary>The message a component sits on.</summary>
    public Message? Message { get; init; }

    /// <summary>What the bot may do in that channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>The person's language, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }
    public InteractionContextType? Context { get; init; }

    /// <summary>Bytes.</summary>
    public long? AttachmentSizeLimit { get; init; }

    /// <summary>Who acted, in a guild or a DM.</summary>
    [JsonIgnore]
    public User User => Member?.User ?? DmUser ?? new User();

    /// <summary>Without the token, so that printing an interaction gives nothing away.</summary>
    public override string ToString() => $"Interaction {Id} {Type}";
}

/// <summary>One shape for all kinds; which fields are set depends on the interaction's type.</summary>
public sealed record InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }

    /// <summary>Of a command.</summary>
    public ApplicationCommandType? Type { get; init; }

    /// <summary>The guild the command is registered to; null for a global one.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The user or message a context command was used on.</summary>
    public Snowflake? TargetId { get; init; }
    public IReadOnlyList<InteractionOption>? Options { get; init; }
    public ResolvedData? Resolved { get; init; }

    /// <summary>Of a component or modal.</summary>
    public string? CustomId { get; init; }
    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a select.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What was filled in in a modal.</summary>
    public IReadOnlyList<SubmittedComponent>? Components { get; init; }
}

public sealed record InteractionOption
{
    public string Name { get; init; } = "";
    public ApplicationCommandOptionType Type { get; init; }
    public OptionValue? Value { get; init; }

    /// <summary>Of a subcommand or group.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The one being typed, in autocomplete.</summary>
    public bool? Focused { get; init; }
}

/// <summary>The things that ids in the data stand for.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    /// <summary>Without their users.</summary>
    public IReadOnlyDictionary<Snowflake, Member>? Members { get; init; }
    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }
    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }
    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}

/// <summary>One part of a submitted modal: a label with its <see cref="Component"/>, or that component with its value(s).</summary>
public sealed record SubmittedComponent
{
    public ComponentType Type { get; init; }
    public string? CustomId { get; init; }

    /// <summary>Of a text input, radio group or checkbox.</summary>
    public OptionValue? Value { get; init; }

    /// <summary>Of a select, checkbox group or file upload.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Of a label.</summary>
    public SubmittedComponent? Component { get; init; }

    /// <summary>Of an action row, the older form.</summary>
    public IReadOnlyList<SubmittedComponent>? Components { get; init; }
}
