namespace Nexus.Sandbox.Page.Markdown;

/// <summary>What ids are called for the person who reads: taken once per refresh, never changed after.</summary>
public sealed record NamesOnPage
{
    public static NamesOnPage None { get; } = new();

    public IReadOnlyDictionary<ulong, string> Users { get; init; } = new Dictionary<ulong, string>();

    public IReadOnlyDictionary<ulong, RoleOnPage> Roles { get; init; } = new Dictionary<ulong, RoleOnPage>();

    public IReadOnlyDictionary<ulong, string> Channels { get; init; } = new Dictionary<ulong, string>();

    /// <summary>The reader; a mention of this person is highlighted.</summary>
    public ulong Reader { get; init; }

    public IReadOnlySet<ulong> ReaderRoles { get; init; } = new HashSet<ulong>();
}

/// <summary>A role's name and its colour as 0xRRGGBB, 0 for none.</summary>
public sealed record RoleOnPage(string Name, int Color);
