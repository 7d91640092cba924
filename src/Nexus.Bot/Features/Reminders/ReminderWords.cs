using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Words a reminder when it comes, and looks once more whether it is still wanted.</summary>
internal sealed class ReminderWords(IEnumerable<IReminderSubject> subjects, PingCheck pings)
{
    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await FindAsync(db, delivery, ct) is not { } reminder)
        {
            return null;
        }

        var subject = await ArrivedReminders.SubjectOfAsync(db, subjects, reminder, ct);
        if (IsOver(reminder, delivery, subject))
        {
            return DeliveryContent.NotNeeded;
        }

        var arrived = new ArrivedReminder(reminder, delivery)
        {
            LateBy = lateBy,
            Subject = subject,
            Followers = await ArrivedReminders.FollowersOfAsync(db, delivery, reminder, ct),
            PingsRole = reminder is { RoleId: { } role, Guild: { } guild, ChannelId: { } channel } && delivery.FellBack is null
                && await pings.AskAsync(guild, channel, role, reminder.UserId, ct) == PingRight.Allowed,
        };
        return new DeliveryContent(ArrivedViews.Open(arrived)) { Mentions = MentionsOf(arrived) };
    }

    /// <summary>When a series is due after one of its times.</summary>
    public async Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        if (await FindAsync(db, delivery, ct) is not { Repeats: { } series } reminder
            || IsOver(reminder, delivery, await ArrivedReminders.SubjectOfAsync(db, subjects, reminder, ct)))
        {
            return [];
        }

        return After(series, Instant.FromDateTimeOffset(delivery.DueAt));
    }

    private static Task<Reminder?> FindAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        db.OfEverybody<Reminder>().AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);

    private static bool IsOver(Reminder reminder, Delivery delivery, ReminderSubject? subject) =>
        (reminder.EndedAt is not null && delivery.Kind == Reminder.DeliveryKind)
        || (reminder.SubjectKind is not null && subject is null or { IsClosed: true });

    private static AllowedMentions MentionsOf(ArrivedReminder arrived) => arrived switch
    {
        { Reminder.RoleId: { } role, PingsRole: true } => new AllowedMentions { Roles = [role] },
        { Reminder.RoleId: not null, Delivery.FellBack: null } or { Delivery.ByDm: true } => AllowedMentions.None,
        _ => new AllowedMentions { Users = [arrived.Reminder.UserId, .. arrived.Followers] },
    };

    // Many at once: what a series missed in a year is looked for in one go.
    private static IEnumerable<DateTimeOffset> After(Recurrence series, Instant after)
    {
        const int AtOnce = 50;
        while (true)
        {
            var next = series.Next(after, AtOnce);
            foreach (var moment in next)
            {
                yield return moment.ToDateTimeOffset().ToUniversalTime();
            }

            if (next.Count < AtOnce)
            {
                yield break;
            }

            after = next[^1].ToInstant();
        }
    }
}
