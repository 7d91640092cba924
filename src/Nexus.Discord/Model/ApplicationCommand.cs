using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}

public enum ApplicationCommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>Where a command may be used.</summary>
public enum InteractionContextType
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}

/// <summary>
/// A command as registered and as read back. Per scope: 100 chat input, 15 user and 15 message commands; 8000 characters over all
/// names, descriptions and values of one command.
/// See <see href="https://discord.com/developers/docs/interactions/application-commands"/>.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>Absent when sent.</summary>
    public Snowflake? Id { get; init; }
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.ChatInput;

    /// <summary>1–32 characters, lower case; user and message commands may have case and spaces.</summary>
    public required string Name { get; init; }

    /// <summary>1–100 characters; empty for user and message commands.</summary>
    public string Description { get; init; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25; required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Who sees it by default; admins can change that, so handlers check again.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Null for everywhere. Global commands only.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    /// <summary>0 guild install, 1 user install. Global commands only.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

public sealed record ApplicationCommandOption
{
    public ApplicationCommandOptionType Type { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public bool? Required { get; init; }

    /// <summary>At most 25; not with autocomplete.</summary>
    public IReadOnlyList<ApplicationCommandOptionChoice>? Choices { get; init; }

    /// <summary>Of a subcommand or group.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
    public double? MinValue { get; init; }
    public double? MaxValue { get; init; }

    /// <summary>0–6000.</summary>
    public int? MinLength { get; init; }

    /// <summary>1–6000.</summary>
    public int? MaxLength { get; init; }
    public bool? Autocomplete { get; init; }
}

/// <param name="Name">1–100 characters.</param>
/// <param name="Value">Text of at most 100 characters, or a number.</param>
public sealed record ApplicationCommandOptionChoice(string Name, OptionValue Value);
