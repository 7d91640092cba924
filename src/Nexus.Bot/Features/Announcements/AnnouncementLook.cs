using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>All that a mentor sees of one announcement, as it stands now.</summary>
/// <param name="Delivery">Null for a draft.</param>
internal sealed record AnnouncementLook(Announcement Announcement, Delivery? Delivery, GuildConfiguration Configuration, DateTimeOffset Now)
{
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>The same files with what is in them, to be shown in the preview; null when they are only named.</summary>
    public IReadOnlyList<FileUpload>? Uploads { get; init; }

    /// <summary>The last that was posted, and still stands.</summary>
    public Delivery? LastPost { get; init; }

    /// <summary>The address of the post that it corrects.</summary>
    public string? Corrects { get; init; }

    /// <summary>The address of the post that corrects it.</summary>
    public string? CorrectedBy { get; init; }

    /// <summary>What became of it after it was posted.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Null until Discord was asked.</summary>
    public ChannelFindings? Found { get; init; }

    /// <summary>What the mentor has to know about what was just done.</summary>
    public string? Note { get; init; }

    public DateTimeZone Zone => Zones.Named(Configuration.TimeZone);

    public bool IsDraft => Announcement is { CancelledAt: null, AwaitsApproval: false } && (Delivery is null || Announcement.SentBackReason is not null);

    /// <summary>Something of it is still to be posted.</summary>
    public bool IsComing => !IsDraft && Announcement.CancelledAt is null
        && (Delivery is null or { State: DeliveryState.Waiting } || Announcement.Repeats is not null || Announcement.IsHeldBack);

    public bool CanChange => IsDraft || IsComing;

    public bool CanBeUndone => LastPost is { } post && AnnouncementPost.CanBeUndone(post, Now);
}

/// <summary>What Discord says about the channel an announcement goes to.</summary>
internal sealed record ChannelFindings
{
    /// <summary>Permissions the bot lacks there, as Discord names them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>It is to be published, and the channel is none that others can follow.</summary>
    public bool CannotBePublished { get; init; }

    public Readers? Audience { get; init; }

    public PingRight? Ping { get; init; }

    public Readers? Pinged { get; init; }
}
