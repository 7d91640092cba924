using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Options;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>
/// One server's announcements and what becomes of them. A delivery is changed only while it waits, in one conditional update:
/// the job that sends may be taking it at the same moment.
/// </summary>
internal sealed class AnnouncementBook(NexusDb db, AnnouncementSchedule schedule, TimeProvider clock)
{
    private const int MostKnown = 300;
    private const int MostSuggested = 25;
    private static readonly TimeSpan DiscardedLive = TimeSpan.FromDays(1);
    private static readonly TimeSpan EmptyLive = TimeSpan.FromDays(7);

    public Task<Announcement?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Announcement>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>Where it stands: of a series the one that is next, else the last.</summary>
    public Task<Delivery?> DeliveryOfAsync(Announcement announcement, CancellationToken ct) =>
        Deliveries(announcement.GuildId).AsNoTracking().Where(it => it.SubjectId == announcement.Id).OrderByDescending(it => it.Occurrence).FirstOrDefaultAsync(ct);

    /// <summary>The last that was posted and still stands; null when none does.</summary>
    public Task<Delivery?> LastPostAsync(Announcement announcement, CancellationToken ct) =>
        Posts(announcement.GuildId).Where(it => it.SubjectId == announcement.Id).OrderByDescending(it => it.Occurrence).FirstOrDefaultAsync(ct);

    /// <summary>A post that still stands.</summary>
    public Task<Delivery?> PostAsync(Snowflake guild, long delivery, CancellationToken ct) =>
        Posts(guild).SingleOrDefaultAsync(it => it.Id == delivery, ct);

    /// <summary>All that somebody wrote and nobody discarded, the latest first.</summary>
    public Task<List<Announcement>> KnownAsync(Snowflake guild, CancellationToken ct) =>
        Known(guild).OrderByDescending(it => it.Id).Take(MostKnown).ToListAsync(ct);

    /// <summary>Those whose title has these words, with where they stand; drafts and coming ones before what is over.</summary>
    public async Task<IReadOnlyList<(Announcement Announcement, Delivery? Delivery)>> NamedLikeAsync(Snowflake guild, string typed, CancellationToken ct)
    {
        var words = typed.Trim();
        var like = (await KnownAsync(guild, ct)).Where(it => it.Title.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        var ids = like.Select(it => it.Id).ToList();
        var deliveries = (await Deliveries(guild).AsNoTracking().Where(it => ids.Contains(it.SubjectId)).ToListAsync(ct))
            .GroupBy(it => it.SubjectId)
            .ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Occurrence));
        return
        [
            .. like.Select(it => (Announcement: it, Delivery: deliveries.GetValueOrDefault(it.Id)))
                .OrderBy(it => it.Delivery is null or { State: DeliveryState.Waiting or DeliveryState.Sending or DeliveryState.Failed } ? 0 : 1)
                .Take(MostSuggested),
        ];
    }

    /// <summary>Starts a draft; those that nobody wrote anything into, and those that were discarded, go after a while.</summary>
    /// <param name="when">Null for one that has no time yet.</param>
    public async Task<Announcement> DraftAsync(Snowflake guild, Snowflake author, Snowflake channel, WhenReading.Understood? when, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (discarded, empty) = (now - DiscardedLive, now - EmptyLive);
        await db.In<Announcement>(guild)
            .Where(it => (it.DiscardedAt < discarded || (it.Title == "" && it.CreatedAt < empty)) && !Deliveries(guild).Any(delivery => delivery.SubjectId == it.Id))
            .ExecuteDeleteAsync(ct);
        var draft = new Announcement { GuildId = guild, AuthorId = author, OwnerId = author, ChannelId = channel, CreatedAt = now };
        if (when is not null)
        {
            AnnouncementPhrases.Apply(draft, when);
        }

        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft;
    }

    /// <summary>A draft like another announcement.</summary>
    public async Task<Announcement> DuplicateAsync(Announcement announcement, Snowflake author, WhenReading.Understood? when, CancellationToken ct)
    {
        var copy = await DraftAsync(announcement.GuildId, author, announcement.ChannelId, when, ct);
        copy.Write(announcement.Title, announcement.Text);
        (copy.Links, copy.PingRoleId, copy.Blanks) = (announcement.Links, announcement.PingRoleId, announcement.Blanks);
        AnnouncementOptions.Copy(announcement, copy);
        var files = await db.In<AnnouncementFile>(announcement.GuildId).AsNoTracking().Where(file => file.AnnouncementId == announcement.Id).OrderBy(file => file.Id).ToListAsync(ct);
        db.AddRange(files.Select(file => file.For(copy)));
        await db.SaveChangesAsync(ct);
        return copy;
    }

    /// <summary>The draft that corrects a post, for a second look at it the one that the same person began before.</summary>
    public async Task<Announcement> CorrectionOfAsync(Announcement announcement, Snowflake author, CancellationToken ct)
    {
        var begun = await db.In<Announcement>(announcement.GuildId)
            .Where(it => it.CorrectsId == announcement.Id && it.AuthorId == author && it.DiscardedAt == null)
            .Where(it => !Deliveries(announcement.GuildId).Any(delivery => delivery.SubjectId == it.Id))
            .FirstOrDefaultAsync(ct);
        if (begun is not null)
        {
            return begun;
        }

        var correction = await DraftAsync(announcement.GuildId, author, announcement.ChannelId, null, ct);
        correction.CorrectsId = announcement.Id;
        correction.Write(Md.Cut(announcement.CorrectsId is null ? $"Correction: {announcement.Title}" : announcement.Title, Announcement.MostTitle), announcement.Text);
        await db.SaveChangesAsync(ct);
        return correction;
    }

    public async Task DiscardAsync(Announcement draft, CancellationToken ct)
    {
        draft.DiscardedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }

    public async Task BringBackAsync(Announcement draft, CancellationToken ct)
    {
        draft.DiscardedAt = null;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keeps what was typed and cannot be taken over, so that it is not lost.</summary>
    public async Task KeepRefusedAsync(Announcement announcement, string title, string text, string when, CancellationToken ct)
    {
        announcement.Refused = new RefusedWords { Title = RefusedWords.Cut(title), Text = RefusedWords.Cut(text), When = RefusedWords.Cut(when) };
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Puts these files in the place of those it has; false when it is being sent or no longer waits.</summary>
    public async Task<bool> AttachAsync(Announcement announcement, IReadOnlyList<AnnouncementFile> files, Snowflake by, CancellationToken ct)
    {
        var old = await db.In<AnnouncementFile>(announcement.GuildId).Where(file => file.AnnouncementId == announcement.Id).ToListAsync(ct);
        db.RemoveRange(old);
        db.AddRange(files);
        return await SaveAsync(announcement, by, ct);
    }

    /// <summary>Notes that a post was taken back.</summary>
    public async Task<AnnouncementPost> RemovedAsync(Delivery post, Snowflake by, CancellationToken ct)
    {
        var row = await db.In<AnnouncementPost>(post.GuildId).SingleOrDefaultAsync(it => it.DeliveryId == post.Id, ct);
        if (row is null)
        {
            row = new AnnouncementPost { DeliveryId = post.Id, GuildId = post.GuildId, AnnouncementId = post.SubjectId };
            db.Add(row);
        }

        (row.RemovedAt, row.RemovedBy) = (clock.GetUtcNow(), by);
        await db.SaveChangesAsync(ct);
        schedule.WakeEvents();
        return row;
    }

    /// <summary>Saves new words of what is posted.</summary>
    public async Task RewrittenAsync(Announcement announcement, CancellationToken ct)
    {
        (announcement.Refused, announcement.EditedAt) = (null, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        schedule.WakeEvents();
    }

    /// <summary>Makes a draft a promise. Two presses at once meet at a unique index, and the second finds the first's row.</summary>
    public Task<PlanResult> ConfirmAsync(Announcement announcement, Snowflake by, CancellationToken ct) => schedule.PlanAsync(announcement, by, ct);

    /// <summary>Saves what was changed, and plans it anew when it is more than a draft; false when it is being posted or no longer waits.</summary>
    /// <param name="isForApproval">False for a change that nobody has to approve.</param>
    public async Task<bool> SaveAsync(Announcement announcement, Snowflake by, CancellationToken ct, bool isForApproval = true)
    {
        if (announcement.CancelledAt is not null)
        {
            return false;
        }

        if (announcement.AwaitsApproval || (announcement.SentBackReason is null && await DeliveryOfAsync(announcement, ct) is not null))
        {
            return (await schedule.PlanAsync(announcement, by, ct, isForApproval)).State != PlanState.TooLate;
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    public Task<CancelResult> CancelAsync(Announcement announcement, Snowflake by, CancellationToken ct) => schedule.CancelAsync(announcement, by, ct);

    /// <summary>Takes a cancellation back; false when it is not cancelled or its time has passed.</summary>
    public Task<bool> RestoreAsync(Announcement announcement, Snowflake by, CancellationToken ct) => schedule.RestoreAsync(announcement, by, ct);

    private IQueryable<Delivery> Deliveries(Snowflake guild) =>
        db.In<Delivery>(guild).Where(it => it.Kind == Announcement.DeliveryKind);

    private IQueryable<Announcement> Known(Snowflake guild) =>
        db.In<Announcement>(guild).Where(it => it.Title != "" && it.DiscardedAt == null);

    private IQueryable<Delivery> Posts(Snowflake guild) => Deliveries(guild).AsNoTracking()
        .Where(it => it.State == DeliveryState.Sent && it.MessageId != null)
        .Where(it => !db.In<AnnouncementPost>(guild).Any(post => post.DeliveryId == it.Id && post.RemovedAt != null));
}
