using System.Globalization;
using Nexus.Bot.Features.Announcements.Options;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The forms in which announcements are written. What was typed before and not taken over stands in them again.</summary>
internal static class AnnouncementFormViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    public const string WhenField = "when";
    public const string WhereField = "where";
    public const string LinksField = "links";
    public const string FilesField = "files";
    public const string StartField = "start";
    public const string LengthField = "length";
    public const string PlaceField = "place";

    private const int MostPhrase = 100;

    /// <summary>What an announcement can be posted in.</summary>
    public static IReadOnlyList<ChannelType> Places { get; } = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

    public static Reply Write(Announcement draft) => Form(WriteAnnouncementModal.Spec.For(draft.Id), "Write the announcement", Words(draft));

    public static Reply Edit(Announcement announcement, DateTimeZone zone) => Form(
        RewriteAnnouncementModal.Spec.For(announcement.Id), "Edit the announcement", [.. Words(announcement), When(announcement, zone, required: false), Where(announcement)]);

    /// <summary>For one that stands in its channel already.</summary>
    public static Reply EditPost(Announcement announcement) => Form(RewritePostModal.Spec.For(announcement.Id), "Edit the post", Words(announcement));

    public static Reply Time(Announcement announcement, DateTimeZone zone) => Form(
        TimeAnnouncementModal.Spec.For(announcement.Id), "When shall it be posted?", [When(announcement, zone, required: true)]);

    public static Reply Links(Announcement announcement) => Form(LinkAnnouncementModal.Spec.For(announcement.Id), "Buttons that open a page",
    [
        Control.TextField(
            LinksField, $"One a line, at most {AnnouncementLinks.Most}", 2000, paragraph: true, required: false,
            value: OrNull(AnnouncementLinks.ToEdit(announcement.Links)), hint: "Words, then an https address. Empty takes the buttons away.", placeholder: "Sign up https://example.org/form"),
    ]);

    public static Reply Files(Announcement announcement, IReadOnlyList<AttachedFile> files) => Form(AttachFilesModal.Spec.For(announcement.Id), "Files that go with it",
    [
        new Label($"Up to {AnnouncementFile.Most} files, 8 MB together", new FileUploadInput { CustomId = FilesField, MinValues = 0, MaxValues = AnnouncementFile.Most, Required = false })
        {
            Description = files.Count == 0 ? "Pictures are shown, other files can be downloaded." : "These replace the files it has; sending none takes them away.",
        },
    ]);

    public static Reply Event(Announcement announcement, DateTimeZone zone) => Form(ScheduleEventModal.Spec.For(announcement.Id), "The scheduled event",
    [
        Control.TextField(
            StartField, "When does it start?", MostPhrase, value: OrNull(Start(announcement, zone)), hint: $"Read in {zone.Id}", placeholder: "24 Nov 18:00"),
        Control.TextField(
            LengthField, "How long does it take?", 20, value: announcement.Event is { } it ? string.Create(CultureInfo.InvariantCulture, $"{it.Minutes} min") : "1 hour", placeholder: "90 min"),
        Control.TextField(PlaceField, "Where?", AnnouncedEvent.MostPlace, value: announcement.Event?.Place, placeholder: "Voice channel, a room, a link"),
    ]);

    private static string Start(Announcement announcement, DateTimeZone zone) =>
        announcement is { Event: null, Repeats: not null } ? "" : (announcement.Event?.StartsAt ?? announcement.DueAt) is { } start ? TimeText.ToEdit(start, zone) : "";

    private static Reply Form(string customId, string title, IReadOnlyList<Component> fields) =>
        Reply.Form(new Modal { CustomId = customId, Title = title, Components = fields });

    // The text may be typed longer than it may be: then it is not lost, and the answer says by how much.
    private static Component[] Words(Announcement announcement) =>
    [
        Control.TextField(
            TitleField, "Title", Announcement.MostTitle, value: OrNull(Md.Cut(announcement.Refused?.Title ?? announcement.Title, Announcement.MostTitle)),
            hint: $"Up to {Announcement.MostTitle} characters"),
        Control.TextField(
            TextField, "Text", RefusedWords.Most, paragraph: true, value: OrNull(announcement.Refused?.Text ?? announcement.Text),
            hint: $"Up to {Announcement.MostText} characters; markdown works, mentions in it ping nobody"),
    ];

    private static Label When(Announcement announcement, DateTimeZone zone, bool required) => Control.TextField(
        WhenField, "When", MostPhrase, required: required, value: OrNull(Md.Cut(announcement.Refused?.When ?? AnnouncementPhrases.ToEdit(announcement, zone), MostPhrase)),
        hint: $"Read in {zone.Id}", placeholder: "tomorrow 9:00, every Monday at 9am");

    private static Label Where(Announcement announcement) => new("Where", new ChannelSelect
    {
        CustomId = WhereField,
        ChannelTypes = Places,
        DefaultValues = [new SelectDefaultValue(announcement.ChannelId, "channel")],
        MinValues = 0,
        MaxValues = 1,
        Required = false,
    });

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
