using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>
/// Brings one scheduled event to what its announcement says. Before one is made the server's events are read: a crash between making
/// and remembering it does not make two.
/// </summary>
internal sealed class EventSync(IDiscordRest discord, PostNotes notes, TimeProvider clock)
{
    private const int MostDescription = 1000;

    /// <summary>How long after a refusal it is tried again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <param name="stands">False when the announcement was cancelled or taken back, or is a draft.</param>
    /// <returns>False when Discord refuses it.</returns>
    /// <exception cref="DiscordApiException">A trouble that may pass.</exception>
    public async Task<bool> BringAsync(NexusDb db, Announcement announcement, bool stands, CancellationToken ct)
    {
        var row = await db.In<AnnouncementEvent>(announcement.GuildId).SingleOrDefaultAsync(it => it.AnnouncementId == announcement.Id, ct);
        if (!stands || announcement.Event is not { } planned)
        {
            await RemoveAsync(db, announcement, row, ct);
            return true;
        }

        var now = clock.GetUtcNow();
        var told = Fingerprint(announcement, planned);
        if (row?.Told == told && (row.Failure is null || now - row.TriedAt < Again))
        {
            return row.Failure is null;
        }

        if (row is null)
        {
            row = new AnnouncementEvent { AnnouncementId = announcement.Id, GuildId = announcement.GuildId, Told = "", TriedAt = now };
            db.Add(row);
        }

        var failed = row.Failure;
        row.Failure = await RefusedAsync(() => PutAsync(db, row, Wanted(announcement, planned), ct));
        if (row.Failure is { } code && failed is null)
        {
            await notes.TellAsync(announcement.GuildId, PostViews.NoEvent(announcement, code), Nonce(announcement, now), ct);
        }

        (row.Told, row.TriedAt) = (told, now);
        await db.SaveChangesAsync(ct);
        return row.Failure is null;
    }

    private async Task PutAsync(NexusDb db, AnnouncementEvent row, ScheduledEventEdit wanted, CancellationToken ct)
    {
        if (row.EventId is { } known && await EditAsync(row.GuildId, known, wanted, ct))
        {
            return;
        }

        row.EventId = await ForgottenAsync(db, row.GuildId, wanted, ct) is { } found && await EditAsync(row.GuildId, found, wanted, ct)
            ? found
            : (await discord.CreateScheduledEventAsync(row.GuildId, wanted, RequestOptions.Batch, ct)).Id;
    }

    /// <summary>False when somebody has deleted it.</summary>
    private async Task<bool> EditAsync(Snowflake guild, Snowflake id, ScheduledEventEdit wanted, CancellationToken ct)
    {
        try
        {
            await discord.EditScheduledEventAsync(guild, id, wanted, RequestOptions.Batch, ct);
            return true;
        }
        catch (DiscordApiException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    /// <summary>One of the bot's own that an earlier try has made, and that no row knows.</summary>
    private async Task<Snowflake?> ForgottenAsync(NexusDb db, Snowflake guild, ScheduledEventEdit wanted, CancellationToken ct)
    {
        // A bot's user has the id of its application.
        var self = (await discord.GetCurrentApplicationAsync(ct)).Id;
        var known = await db.In<AnnouncementEvent>(guild).Where(it => it.EventId != null).Select(it => it.EventId!.Value).ToListAsync(ct);
        return (await discord.GetScheduledEventsAsync(guild, RequestOptions.Batch, ct))
            .FirstOrDefault(it => it.CreatorId == self && it.Name == wanted.Name && it.ScheduledStartTime == wanted.ScheduledStartTime
                && it.Status == ScheduledEventStatus.Scheduled && !known.Contains(it.Id))?.Id;
    }

    private async Task RemoveAsync(NexusDb db, Announcement announcement, AnnouncementEvent? row, CancellationToken ct)
    {
        if (row is null)
        {
            return;
        }

        if (row.EventId is { } id)
        {
            try
            {
                await discord.DeleteScheduledEventAsync(row.GuildId, id, RequestOptions.Batch, ct);
            }
            catch (DiscordApiException refused) when (refused.Status != 404 && !DeliveryTrouble.MayPass(refused))
            {
                // It stays on the server, for somebody to delete by hand.
                await notes.TellAsync(
                    row.GuildId, PostViews.NoEvent(announcement, refused.Code == 0 ? refused.Status : refused.Code), Nonce(announcement, clock.GetUtcNow()), ct);
            }
            catch (DiscordApiException gone) when (gone.Status == 404)
            {
                // Somebody was faster.
            }
        }

        db.Remove(row);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<int?> RefusedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            return refused.Code == 0 ? refused.Status : refused.Code;
        }
    }

    private static ScheduledEventEdit Wanted(Announcement announcement, AnnouncedEvent planned) => new()
    {
        Name = announcement.Title,
        Description = Md.Cut(announcement.Text, MostDescription),
        EntityType = ScheduledEventEntityType.External,
        EntityMetadata = new ScheduledEventEntityMetadata(planned.Place),
        ScheduledStartTime = planned.StartsAt,
        ScheduledEndTime = planned.StartsAt.AddMinutes(planned.Minutes),
    };

    private static string Fingerprint(Announcement announcement, AnnouncedEvent planned) => string.Create(
        CultureInfo.InvariantCulture,
        $"{planned.StartsAt.ToUnixTimeSeconds()}|{planned.Minutes}|{planned.Place}|{announcement.Title}|{Md.Cut(announcement.Text, MostDescription)}");

    private static string Nonce(Announcement announcement, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"ev{announcement.Id}-{now.ToUnixTimeSeconds()}");
}
