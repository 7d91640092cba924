namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>What an announcement shows that is known of one post only.</summary>
internal sealed record Posting
{
    /// <summary>Nothing is posted yet: nobody can press a button.</summary>
    public static Posting Preview { get; } = new();

    /// <summary>What "Got it" counts for; null in a preview.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>The files are in the message; else they are only named.</summary>
    public bool ShowsFiles { get; init; }

    public int Acknowledged { get; init; }

    /// <summary>When it was meant for.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Set when it went out noticeably after that.</summary>
    public TimeSpan? LateBy { get; init; }

    /// <summary>The address of the post that this one corrects.</summary>
    public string? Corrects { get; init; }

    /// <summary>The address of the post that corrects this one.</summary>
    public string? CorrectedBy { get; init; }
}

/// <summary>A file that goes with an announcement, without what is in it.</summary>
internal sealed record AttachedFile(long Id, string Name, string? ContentType, string? Description, long Size)
{
    public bool IsPicture => ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
}
