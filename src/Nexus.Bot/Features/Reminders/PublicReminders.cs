using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Joining somebody's public reminder, and leaving it.</summary>
internal sealed class PublicReminders(NexusDb db, ReminderBook book, TimeProvider clock)
{
    /// <summary>With how many follow it; null when there is none such on this server.</summary>
    public async Task<(ReminderEntry Entry, int Followers)?> FindAsync(Snowflake guild, long? id, CancellationToken ct) =>
        id is { } number && await db.In<Reminder>(guild).SingleOrDefaultAsync(it => it.Id == number && it.IsPublic, ct) is { } reminder
            ? (await book.EntryAsync(reminder, ct), await Followers(reminder).CountAsync(ct))
            : null;

    /// <summary>The reminder of a delivery, for somebody who follows it; else null.</summary>
    public async Task<Reminder?> FollowedAsync(Snowflake? guild, Snowflake person, long? deliveryId, CancellationToken ct)
    {
        if (guild is not { } server || deliveryId is not { } id || await book.Rows().Where(row => row.Id == id).Select(row => (long?)row.SubjectId).SingleOrDefaultAsync(ct) is not { } number)
        {
            return null;
        }

        var reminder = await db.In<Reminder>(server).SingleOrDefaultAsync(it => it.Id == number && it.IsPublic, ct);
        return reminder is not null && await Followers(reminder).AnyAsync(it => it.UserId == person, ct) ? reminder : null;
    }

    public async Task<FollowResult> FollowAsync(ReminderEntry entry, Snowflake person, CancellationToken ct)
    {
        var reminder = entry.Reminder;
        if (reminder.UserId == person)
        {
            return FollowResult.IsOwner;
        }

        if (entry.Next is null)
        {
            return FollowResult.Over;
        }

        if (await Followers(reminder).AnyAsync(it => it.UserId == person, ct))
        {
            return FollowResult.Already;
        }

        if (await Followers(reminder).CountAsync(ct) >= ReminderFollower.Most)
        {
            return FollowResult.Full;
        }

        db.Add(new ReminderFollower { GuildId = reminder.GuildId, ReminderId = reminder.Id, UserId = person, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return FollowResult.Joined;
    }

    /// <summary>False when the person did not follow it.</summary>
    public async Task<bool> LeaveAsync(long reminder, Snowflake person, CancellationToken ct) =>
        await db.Of<ReminderFollower>(person).Where(it => it.ReminderId == reminder).ExecuteDeleteAsync(ct) == 1;

    private IQueryable<ReminderFollower> Followers(Reminder reminder) =>
        db.In<ReminderFollower>(reminder.GuildId).Where(it => it.ReminderId == reminder.Id);
}
