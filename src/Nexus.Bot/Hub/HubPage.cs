using Nexus.Discord;

namespace Nexus.Bot.Hub;

internal enum PageKind
{
    Topic,

    /// <summary>A problem the cohort met: symptom, cause, fix.</summary>
    Challenge,
    Practice,
    Guide,
}

internal enum PageLevel
{
    Beginner,
    Intermediate,
    Advanced,
}

/// <summary>One page of the hub: a markdown file with front matter, or what a server has made of it.</summary>
internal sealed record HubPage
{
    /// <summary>Its name in commands and links: lower-case words with hyphens, at most 50 characters.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>Other names of the same thing; no two pages share one.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Words people use when they ask for it without naming it. Pages may share them.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required PageKind Kind { get; init; }

    public required PageLevel Level { get; init; }

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Slugs of what to read before.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Slugs of what to read after.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    public required string Owner { get; init; }

    public required DateOnly LastReviewed { get; init; }

    public IReadOnlyList<PageSource> Sources { get; init; } = [];

    /// <summary>Error lines that lead here, with <c>*</c> for what varies.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>What the page is about; always there.</summary>
    public required string Summary { get; init; }

    /// <summary>A minimal example, or empty.</summary>
    public string Example { get; init; } = "";

    /// <summary>The further sections in the order of the file, shown on a press.</summary>
    public IReadOnlyList<PageSection> Sections { get; init; } = [];

    /// <summary>The whole file as it was read, with line feeds: what is compared, edited and exported.</summary>
    public required string Markdown { get; init; }

    /// <summary>Who wrote what a server serves in place of its file, the latest first; empty for a file.</summary>
    public IReadOnlyList<Snowflake> Credits { get; init; } = [];

    public PageSection? Section(string key) => Sections.FirstOrDefault(section => section.Key == key);
}

/// <summary>A part of a page under its own heading.</summary>
/// <param name="Key">The heading as lower-case words with hyphens; stays the same when sections move.</param>
internal sealed record PageSection(string Key, string Heading, string Markdown);

/// <summary>A link to official documentation.</summary>
internal sealed record PageSource(string Title, Uri Url);
