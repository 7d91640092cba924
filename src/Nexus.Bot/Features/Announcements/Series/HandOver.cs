using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary><c>/announce handover</c> gives an announcement another owner.</summary>
internal sealed class HandOverAnnouncementCommand(SeriesBook book, Ownership ownership, GuildConfigurations configurations) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "handover", "Give an announcement another owner")
    {
        Options =
        [
            Option.Text("which", "Which coming announcement", min: 1, max: 100).SuggestedBy<AnyLiveAnnouncement>(),
            Option.User("to", "The mentor who looks after it from now on"),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce handover which:Stand-up to:@Mira",
        Details = "The owner is who hears of trouble with it, and whose permission to ping counts. Any mentor may hand any announcement over.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var live = await book.LiveAsync(call.Guild, ct);
        if (SeriesBook.Named(live, call.Text("which")) is not { } announcement)
        {
            return SeriesViews.WhichOne(call.Text("which"), live);
        }

        if (call.IdOf("to") is not { } to || call.UserOption("to") is not { Bot: not true } || call.MemberOption("to") is not { } member)
        {
            return HandOverViews.NotHere();
        }

        var configuration = await configurations.OfAsync(call.Guild, ct);
        var isMentor = (configuration.MentorRoleId is { } role && member.Roles.Contains(role))
            || (member.Permissions & (Permissions.Administrator | Permissions.ManageGuild)) > Permissions.None;
        if (!isMentor)
        {
            return HandOverViews.NoMentor(to);
        }

        if (announcement.OwnerId == to && announcement.OwnerLeftAt is null)
        {
            return HandOverViews.IsOwner(announcement, to);
        }

        await ownership.HandOverAsync(announcement, to, call.User, ct);
        return HandOverViews.HandedOver(announcement, to);
    }
}

/// <summary>Take over, in the log channel when an owner has left.</summary>
internal sealed class TakeOverButton(Ownership ownership) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "takeover") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.ArgumentId is { } owner && await ownership.TakeOverAsync(call.Guild, owner, call.User, ct) is { Count: > 0 } taken
            ? HandOverViews.TakenOver(owner, call.User, taken)
            : HandOverViews.NothingToTakeOver();
}

/// <summary>Whose an announcement is, and what becomes of it when its owner leaves: it goes on, and the log channel is told.</summary>
internal sealed class Ownership(NexusDb db, AnnouncementNotices notices, TimeProvider clock)
{
    public async Task HandOverAsync(Announcement announcement, Snowflake to, Snowflake by, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        (announcement.OwnerId, announcement.OwnerLeftAt) = (to, null);
        await db.SaveChangesAsync(ct);
        await notices.ToPersonAsync(announcement, to, NoticeAbout.HandedOver, by, null, ct);
        await notices.ToLogAsync(announcement, NoticeAbout.HandedOver, by, null, ct);
        await together.CommitAsync(ct);
        notices.Wake();
    }

    /// <summary>What the person takes over now; empty when somebody else has.</summary>
    public async Task<IReadOnlyList<Announcement>> TakeOverAsync(Snowflake guild, Snowflake owner, Snowflake by, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var left = await db.In<Announcement>(guild).Where(it => it.OwnerId == owner && it.OwnerLeftAt != null).ToListAsync(ct);
        foreach (var announcement in left)
        {
            (announcement.OwnerId, announcement.OwnerLeftAt) = (by, null);
        }

        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return left;
    }

    /// <summary>Whose repetitions are still to come on a server.</summary>
    public static IQueryable<Announcement> Running(IQueryable<Announcement> announcements) =>
        announcements.Where(it => it.Repeats != null && it.CancelledAt == null && it.DiscardedAt == null);

    /// <summary>Told once, whether the event or the regular look was first.</summary>
    public async Task LeftAsync(Snowflake guild, Snowflake owner, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var marked = await Running(db.In<Announcement>(guild)).Where(it => it.OwnerId == owner && it.OwnerLeftAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.OwnerLeftAt, now), ct);
        if (marked > 0)
        {
            await notices.OwnerLeftAsync(guild, owner, ct);
            await together.CommitAsync(ct);
            notices.Wake();
        }
    }

    public Task CameBackAsync(Snowflake guild, Snowflake owner, CancellationToken ct) =>
        db.In<Announcement>(guild).Where(it => it.OwnerId == owner && it.OwnerLeftAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.OwnerLeftAt, (DateTimeOffset?)null), ct);
}
