using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
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

    /// <summary>The reminder of a delivery, for somebody who follows it or reads what it told a role; else null.</summary>
    public async Task<Reminder?> FollowedAsync(Call call, long? deliveryId, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } server || deliveryId is not { } id || await book.Rows().Where(row => row.Id == id).Select(row => (long?)row.SubjectId).SingleOrDefaultAsync(ct) is not { } number)
        {
            return null;
        }

        return await db.In<Reminder>(server).SingleOrDefaultAsync(it => it.Id == number, ct) switch
        {
            { RoleId: not null } told when told.ChannelId == call.Channel => told,
            { IsPublic: true } joined when await Followers(joined).AnyAsync(it => it.UserId == call.User, ct) => joined,
            _ => null,
        };
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
    public async Task<bool> LeaveAsync(long reminder, Snowflake person, CancellationToken ct)
    {
        var followed = await db.Of<ReminderFollower>(person).Where(it => it.ReminderId == reminder).ExecuteDeleteAsync(ct) == 1;
        db.HasSaved |= followed;
        return followed;
    }

    private IQueryable<ReminderFollower> Followers(Reminder reminder) =>
        db.In<ReminderFollower>(reminder.GuildId).Where(it => it.ReminderId == reminder.Id);
}
