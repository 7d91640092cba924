namespace Nexus.Discord.Model;

/// <summary>See <see href="https://discord.com/developers/docs/resources/message#embed-object"/>.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096 characters.</summary>
    public string? Description { get; init; }
    public string? Url { get; init; }

    /// <summary>RGB.</summary>
    public int? Color { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public EmbedFooter? Footer { get; init; }
    public EmbedAuthor? Author { get; init; }
    public EmbedMedia? Image { get; init; }
    public EmbedMedia? Thumbnail { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

/// <param name="Text">At most 2048 characters.</param>
public sealed record EmbedFooter(string Text, string? IconUrl = null);

/// <param name="Name">At most 256 characters.</param>
public sealed record EmbedAuthor(string Name, string? Url = null, string? IconUrl = null);

public sealed record EmbedMedia(string Url);

/// <param name="Name">At most 256 characters.</param>
/// <param name="Value">At most 1024 characters.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false);
