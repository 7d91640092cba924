namespace Nexus.Bot.Features.Topics;

/// <summary>One page of the hub. It lives in a file that mentors edit, not in the database.</summary>
internal sealed record Topic
{
    /// <summary>Its name in commands and links: lower-case words with hyphens.</summary>
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>topic, challenge, practice or guide.</summary>
    public required string Kind { get; init; }

    /// <summary>beginner, intermediate or advanced.</summary>
    public required string Level { get; init; }

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Slugs of what to read before.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Slugs of what to read after.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
    public required string Owner { get; init; }
    public required DateOnly LastReviewed { get; init; }
    public IReadOnlyList<TopicSource> Sources { get; init; } = [];

    /// <summary>What the topic is about; always there.</summary>
    public required string Summary { get; init; }

    /// <summary>A minimal example, or empty.</summary>
    public string Example { get; init; } = "";

    /// <summary>The further sections in the order of the file, shown on a press.</summary>
    public IReadOnlyList<TopicSection> Sections { get; init; } = [];
}

/// <summary>A part of a topic under its own heading.</summary>
/// <param name="Key">The heading as lower-case words with hyphens; stays the same when sections move.</param>
internal sealed record TopicSection(string Key, string Heading, string Markdown);

/// <summary>A link to official documentation.</summary>
internal sealed record TopicSource(string Title, Uri Url);
