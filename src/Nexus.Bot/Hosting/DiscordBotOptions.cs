namespace Nexus.Bot.Hosting;

/// <summary>The section <c>Discord</c>. Ids and addresses are text here so that a wrong one is named with its key.</summary>
internal sealed class DiscordBotOptions
{
    public const string Section = "Discord";

    public string Token { get; set; } = "";

    /// <summary>A file whose content is the token, for secrets mounted as files. Used when <see cref="Token"/> is empty.</summary>
    public string? TokenFile { get; set; }

    public string ApiBase { get; set; } = "https://discord.com/api/v10";

    /// <summary>Commands are published to this server only, where they appear at once; empty publishes them everywhere.</summary>
    public string? GuildId { get; set; }

    /// <summary>Asks for the privileged members intent, which needs its switch in the developer portal.</summary>
    public bool MembersIntent { get; set; }

    /// <summary>The same for the privileged message-content intent: what people write is read, not only that they write.</summary>
    public bool MessageContentIntent { get; set; }

    public bool Compress { get; set; }

    public int ShardId { get; set; }

    public int ShardCount { get; set; } = 1;

    /// <summary>Shown under the bot's name.</summary>
    public string? Activity { get; set; } = "/help";
}
