using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Gathers what a mentor sees of an announcement.</summary>
internal sealed class AnnouncementDesk(NexusDb db, AnnouncementBook book, TemplateUse templates, GuildConfigurations configurations, TimeProvider clock)
{
    public static Option ChannelOption { get; } =
        Option.Channel("channel", "Where, if not in the announcement channel", ChannelType.GuildText, ChannelType.GuildAnnouncement).Optional();

    public static Option WhichOption { get; } = Option.Text("which", "Which announcement: its title", min: 1, max: 100).SuggestedBy<AnnouncementNames>();

    /// <summary>Starts a draft and opens the form for its words.</summary>
    public async Task<Reply> WriteAsync(CommandCall call, WhenReading.Understood? when, CancellationToken ct)
    {
        if (call.ChannelOption(ChannelOption.Name) is { Permissions: { } may } chosen && !may.HasFlag(Permissions.SendMessages))
        {
            return AnnouncementViews.YouMayNotWriteThere(chosen.Id);
        }

        if ((call.IdOf(ChannelOption.Name) ?? (await configurations.OfAsync(call.Guild, ct)).AnnouncementChannelId) is not { } channel)
        {
            return AnnouncementViews.NoChannel();
        }

        var (template, unclear) = await templates.NamedAsync(call, ct);
        if (unclear is not null)
        {
            return unclear;
        }

        var draft = await book.DraftAsync(call.Guild, call.User, channel, when, ct);
        return template is null ? AnnouncementFormViews.Write(draft) : await templates.FormAsync(draft, template, ct);
    }

    public async Task<AnnouncementLook> LookAsync(Announcement announcement, CancellationToken ct, string? note = null)
    {
        var last = await book.LastPostAsync(announcement, ct);
        return new(announcement, await book.DeliveryOfAsync(announcement, ct), await configurations.OfAsync(announcement.GuildId, ct), clock.GetUtcNow())
        {
            Files = await PostedCard.FilesAsync(db, announcement, ct),
            LastPost = last,
            After = await PostFacts.LinesAsync(db, announcement, last, ct),
            Corrects = await PostedCard.CorrectsAsync(db, announcement, ct),
            CorrectedBy = await PostedCard.CorrectedByAsync(db, announcement, ct),
            Note = note,
        };
    }

    /// <summary>The same with its files in it, as long as it can be changed: a preview looks like the post. For follow-ups, since it takes its time to send them.</summary>
    public async Task<AnnouncementLook> WithFilesAsync(AnnouncementLook look, CancellationToken ct) =>
        look is { CanChange: true, Files.Count: > 0 } ? look with { Uploads = await PostedCard.UploadsAsync(db, look.Announcement, ct) } : look;

    /// <summary>Saves what was changed, and shows it.</summary>
    public async Task<Reply> SavedAsync(Announcement announcement, Snowflake by, CancellationToken ct, string? note = null, bool isForApproval = true) =>
        await book.SaveAsync(announcement, by, ct, isForApproval)
            ? AnnouncementCardViews.ShownHere(await LookAsync(announcement, ct, note))
            : AnnouncementViews.TooLateToChange();

    public async Task<DateTimeZone> ZoneAsync(Snowflake guild, CancellationToken ct) =>
        Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);

    /// <summary>Those that a person may mean: one, when it was picked or its title is like no other's.</summary>
    public async Task<IReadOnlyList<Announcement>> NamedAsync(Snowflake guild, string named, CancellationToken ct)
    {
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.FindAsync(guild, id, ct) is { } picked)
        {
            return [picked];
        }

        var words = named.Trim();
        var all = await book.KnownAsync(guild, ct);
        var exact = all.Where(it => it.Title.Equals(words, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(it => it.Title.Contains(words, StringComparison.OrdinalIgnoreCase))];
    }
}
