using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Approval;

internal enum Decision
{
    Done,

    /// <summary>Somebody decided before.</summary>
    Decided,

    /// <summary>It was changed after the card was written: there is a newer card.</summary>
    Changed,

    /// <summary>Nobody approves what they handed in themselves.</summary>
    Own,

    /// <summary>Its time has passed while it waited.</summary>
    TimePassed,

    /// <summary>Its repetition has no date left.</summary>
    Over,
}

/// <summary>Which handing-in of which announcement is decided on; in a custom id <c>17/1795424400000</c>.</summary>
internal sealed record HandIn(long Announcement, long Stamp)
{
    public static HandIn Of(Announcement announcement) => new(announcement.Id, announcement.SubmittedAt?.ToUnixTimeMilliseconds() ?? 0);

    public static HandIn? Read(string argument) =>
        argument.Split('/') is [var id, var stamp]
        && long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && long.TryParse(stamp, System.Globalization.CultureInfo.InvariantCulture, out var at)
            ? new HandIn(number, at)
            : null;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Announcement}/{Stamp}");
}

/// <summary>A second mentor decides. Each decision is one conditional update, so two presses at once are one.</summary>
internal sealed class Approvals(NexusDb db, AnnouncementSchedule schedule, AnnouncementNotices notices, GuildConfigurations configurations, TimeProvider clock)
{
    public Task<Announcement?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Announcement>(guild).SingleOrDefaultAsync(it => it.Id == id && it.CancelledAt == null && it.DiscardedAt == null, ct);

    /// <param name="time">A new time in place of one that has passed; null for its own.</param>
    /// <param name="isInLog">The card in the log says it itself.</param>
    public async Task<(Decision Decision, PlanResult? Plan)> ApproveAsync(
        Announcement announcement, HandIn handIn, Snowflake by, Reading? time, bool isInLog, CancellationToken ct)
    {
        if (Check(announcement, handIn, by) is { } refused)
        {
            return (refused, null);
        }

        if (time is not null)
        {
            (announcement.DueAt, announcement.Repeats) = (time.At, time.Repeats);
        }

        if (announcement is { Repeats: null, DueAt: { } due } && due <= clock.GetUtcNow())
        {
            return (Decision.TimePassed, null);
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        var stamp = announcement.SubmittedAt;
        if (await db.In<Announcement>(announcement.GuildId)
            .Where(it => it.Id == announcement.Id && it.SubmittedAt == stamp && it.ApprovedBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.ApprovedBy, by), ct) == 0)
        {
            return (Decision.Decided, null);
        }

        announcement.ApprovedBy = by;
        var plan = await schedule.MakeAsync(announcement, ct);
        if (plan.State == PlanState.Over)
        {
            return (Decision.Over, plan);
        }

        await db.SaveChangesAsync(ct);
        await notices.ToPersonAsync(announcement, announcement.SubmittedBy ?? announcement.AuthorId, NoticeAbout.Approved, by, null, ct);
        if (!isInLog)
        {
            await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "approved", ct);
        }

        await together.CommitAsync(ct);
        schedule.Wake(plan);
        return (Decision.Done, plan);
    }

    /// <summary>Approves it to be posted as soon as possible, when its time has passed.</summary>
    public Task<(Decision Decision, PlanResult? Plan)> ApproveForNowAsync(Announcement announcement, HandIn handIn, Snowflake by, CancellationToken ct)
    {
        announcement.DueAt = null;
        return ApproveAsync(announcement, handIn, by, null, isInLog: false, ct);
    }

    public async Task<Decision> SendBackAsync(Announcement announcement, HandIn handIn, Snowflake by, string reason, bool isInLog, CancellationToken ct)
    {
        // Who handed it in may take it back.
        if (Check(announcement, handIn, by) is { } refused and not Decision.Own)
        {
            return refused;
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        var stamp = announcement.SubmittedAt;
        if (await db.In<Announcement>(announcement.GuildId)
            .Where(it => it.Id == announcement.Id && it.SubmittedAt == stamp && it.ApprovedBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.SubmittedAt, (DateTimeOffset?)null).SetProperty(it => it.SentBackReason, reason), ct) == 0)
        {
            return Decision.Decided;
        }

        await notices.ToPersonAsync(announcement, announcement.SubmittedBy ?? announcement.AuthorId, NoticeAbout.SentBack, by, reason, ct);
        if (!isInLog)
        {
            await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "sent back", ct);
        }

        await together.CommitAsync(ct);
        notices.Wake();
        return Decision.Done;
    }

    public async ValueTask<bool> IsLogAsync(Snowflake guild, Snowflake channel, CancellationToken ct) =>
        (await configurations.OfAsync(guild, ct)).LogChannelId == channel;

    private static Decision? Check(Announcement announcement, HandIn handIn, Snowflake by) =>
        !announcement.AwaitsApproval ? Decision.Decided
        : announcement.SubmittedAt?.ToUnixTimeMilliseconds() != handIn.Stamp ? Decision.Changed
        : announcement.SubmittedBy == by ? Decision.Own
        : null;
}
