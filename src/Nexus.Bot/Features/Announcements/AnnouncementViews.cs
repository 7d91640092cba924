using System.Diagnostics;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>What people read about one announcement.</summary>
internal static class AnnouncementViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    /// <summary>An announcement is posted once, at a time somebody chose.</summary>
    public const WhenAsked AskedOfTimes = WhenAsked.TimeOfDay | WhenAsked.Once;

    public const string WhenField = "when";

    private const int Accent = 0x5865F2;
    private static readonly string TimesThatWork = $"Times that work: {string.Join(", ", WhenReading.NotUnderstood.Examples.Select(example => $"`{example}`"))}.";

    /// <summary>The one way an announcement looks, in its preview and in its channel.</summary>
    public static Container Posted(Announcement announcement, IReadOnlyList<AttachedFile> files, Posting posting)
    {
        var parts = new List<Component> { new TextDisplay($"## {Md.EscapeLine(announcement.Title)}\n{announcement.Text}") };
        if (files.Count > 0)
        {
            parts.AddRange(posting == Posting.Preview ? [new TextDisplay($"-# 📎 {string.Join(", ", files.Select(File))}")] : Shown(files));
        }

        parts.Add(new TextDisplay(string.Join('\n', Small(announcement, posting))));
        List<Component> buttons = [.. announcement.Links.Select(link => Control.Link(link.Label, link.Url))];
        if (announcement.AsksForAcknowledgement)
        {
            buttons.Insert(0, posting.DeliveryId is { } delivery ? AcknowledgementViews.Button(delivery, posting.Acknowledged) : AcknowledgementViews.ButtonToCome());
        }

        return new Container([.. parts, .. Control.Rows(buttons)]) { AccentColor = Accent };
    }

    public static Reply Form(Announcement draft) => Reply.Form(new Modal
    {
        CustomId = WriteAnnouncementModal.Spec.For(draft.Id),
        Title = "Write the announcement",
        Components = Fields(draft),
    });

    public static Reply FormAgain(Announcement announcement, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = RewriteAnnouncementModal.Spec.For(announcement.Id),
        Title = "Edit the announcement",
        Components =
        [
            .. Fields(announcement),
            Control.TextField(WhenField, "When", 100, value: TimeText.ToEdit(announcement.DueAt!.Value, zone), hint: $"Read in {zone.Id}"),
        ],
    });

    public static Reply Preview(Announcement draft, DateTimeZone zone, DateTimeOffset now) =>
        Reply.PrivateCard(PreviewParts(draft, zone, now, null));

    public static Reply PreviewAgain(Announcement draft, DateTimeZone zone, DateTimeOffset now, string? note = null) =>
        Reply.ChangeCard(PreviewParts(draft, zone, now, note));

    public static Reply PreviewThatCannotBePosted(Announcement draft, DateTimeZone zone, DateTimeOffset now, IReadOnlyList<string> missing) =>
        PreviewAgain(draft, zone, now, $"⚠️ I may not post in {Md.Channel(draft.ChannelId)} yet. Give Nexus there: {string.Join(", ", missing)}.");

    public static Reply Scheduled(Announcement announcement) => Reply.ChangeCard(ScheduledParts(announcement, "✅ Scheduled:"));

    /// <summary>A scheduled one was edited.</summary>
    public static Reply Rescheduled(Announcement announcement, string? note) => Reply.ChangeCard(
    [
        Posted(announcement, [], Posting.Preview),
        .. note is null ? Array.Empty<Component>() : [new TextDisplay(note)],
        .. ScheduledParts(announcement, "✅ Saved:"),
    ]);

    public static Reply AlreadyConfirmed(Announcement announcement, Delivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting or DeliveryState.Sending => Reply.ChangeCard(ScheduledParts(announcement, "✅ Already scheduled:")),
        DeliveryState.Sent => Reply.ChangeCard(new TextDisplay($"✅ **{Title(announcement)}** has been posted in {Md.Channel(announcement.ChannelId)}.")),
        DeliveryState.Cancelled => CancelledHere(announcement),
        DeliveryState.Superseded => Reply.ChangeCard(new TextDisplay($"⏭️ **{Title(announcement)}** was missed, and was posted with the next one.")),
        DeliveryState.Failed => Reply.ChangeCard(new TextDisplay($"⚠️ **{Title(announcement)}** could not be posted. `/announce list` says why.")),
    };

    public static Reply Discarded(Announcement draft) => Reply.ChangeCard(
        new TextDisplay($"Nothing was scheduled. The draft **{Title(draft)}** is kept for a day."),
        Control.Row(Control.Button("Bring it back", PreviewAnnouncementButton.Spec.For(draft.Id))));

    public static Reply TimeHasPassed(Announcement draft) => Reply.Private(
        $"{Md.Time(draft.DueAt!.Value)} has passed meanwhile, so nothing was scheduled. Press **Edit** and give it another time.");

    public static Reply Cancelled(Announcement announcement) => Reply.PrivateCard(CancelledParts(announcement));

    public static Reply CancelledHere(Announcement announcement) => Reply.ChangeCard(CancelledParts(announcement));

    public static Reply WhichOne(string named, IReadOnlyList<AnnouncementEntry> coming) => coming.Count == 0
        ? Reply.Private("No announcement is coming, so there is nothing to cancel. `/announce list` shows those that were posted.")
        : Reply.PrivateCard(
            new TextDisplay($"I know no coming announcement “{Md.EscapeLine(Md.Cut(named, 100))}”. Press the one to cancel:"),
            Control.Row([.. coming.Select(entry => Control.Button(entry.Announcement.Title, CancelAnnouncementButton.Spec.For(entry.Announcement.Id), ButtonStyle.Danger))]));

    public static Reply WhenIsUnclear(WhenReading reading, string phrase, DateTimeZone zone) =>
        Reply.Private($"{Unclear(reading, phrase)} {TimesThatWork} They are read in {zone.Id}. Nothing was saved.");

    /// <summary>Beside edited words: the time was not taken over.</summary>
    public static string TimeStays(WhenReading reading, string phrase, DateTimeZone zone) =>
        $"⚠️ {Unclear(reading, phrase)} The time stays as it was. {TimesThatWork} They are read in {zone.Id}.";

    public static Reply WordingIsWrong(WordingResult result, Announcement announcement) => Reply.Private(result switch
    {
        WordingResult.Empty => "An announcement needs a title and a text. Nothing was saved.",
        WordingResult.TooLong => $"A title has at most {Announcement.MostTitle} characters and a text {Announcement.MostText}. Nothing was saved.",
        WordingResult.Fits => throw new UnreachableException(),
    }).With(Control.Button("Edit", EditAnnouncementButton.Spec.For(announcement.Id), ButtonStyle.Primary));

    public static Reply NoChannel() => Reply.Private(
        "I do not know where to announce. Pick a `channel`, or ask an admin to run `/nexus setup`. Nothing was saved.");

    public static Reply YouMayNotWriteThere(Snowflake channel) =>
        Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was saved.");

    public static Reply TooLateToChange() =>
        Reply.Private("It has been posted or is being posted right now, so it stays as it is. `/announce list` shows it.");

    public static Reply TooLateToCancel() =>
        Reply.Private("It no longer waits: it was posted or cancelled before. `/announce list` shows what is coming.");

    public static Reply TooLateToRestore() =>
        Reply.Private("It cannot be brought back: its time has passed, or it is not cancelled. `/announce schedule` makes a new one.");

    public static Reply BeingTriedAgain(Announcement announcement) =>
        Reply.Private($"**{Title(announcement)}** is being tried again now. `/announce list` shows how it went.");

    public static Reply NothingToRetry() =>
        Reply.Private("It is not waiting for a retry any more. `/announce list` shows where it stands.");

    public static Reply Gone() =>
        Reply.Private("That announcement no longer exists. `/announce list` shows those that do.");

    /// <summary>A line of the list of times: how a phrase is understood.</summary>
    public static Suggestion Suggestion(string phrase, Reading reading, DateTimeOffset now)
    {
        var decided = reading.Note is null ? "" : $"; {reading.Note}";
        return new($"{Md.Cut(phrase, 24)} → {TimeText.Of(reading.Local)} {Zone(reading.Local)} (in {TimeText.Of(reading.At - now)}{decided})", reading.ToKeep());
    }

    /// <summary>"plan.pdf (120 KB)".</summary>
    public static string File(AttachedFile file) => $"{Md.EscapeLine(Md.Cut(file.Name, 40))} ({(file.Size + 1023) / 1024} KB)";

    private static IEnumerable<Component> Shown(IReadOnlyList<AttachedFile> files)
    {
        var pictures = files.Where(file => file.IsPicture).Select(file => new MediaGalleryItem(Media(file), file.Description)).ToList();
        return [.. pictures.Count > 0 ? [new MediaGallery(pictures)] : Array.Empty<Component>(), .. files.Where(file => !file.IsPicture).Select(file => new FileComponent(Media(file)))];
    }

    private static UnfurledMedia Media(AttachedFile file) => new($"attachment://{file.Name}");

    private static IEnumerable<string> Small(Announcement announcement, Posting posting)
    {
        var to = announcement.PingRoleId is { } role ? $" to {Pinged(announcement, role)}" : "";
        yield return $"-# Announced by {Md.User(announcement.AuthorId)}{to}";
        if (posting.Corrects is { } original)
        {
            yield return $"-# ✏️ Corrects {original}";
        }

        if (posting.CorrectedBy is { } correction)
        {
            yield return $"-# ✏️ Corrected by {correction}";
        }

        if (posting.LateBy is { } late)
        {
            yield return $"-# ⏰ Late by {TimeText.Of(late)}: it was meant for {Md.Time(posting.DueAt, 'f')}";
        }
    }

    /// <summary>The mention of whom it pings.</summary>
    public static string Pinged(Announcement announcement, Snowflake role) => role == announcement.GuildId ? "@everyone" : Md.Role(role);

    private static string Zone(ZonedDateTime local) => local.Zone.Id;

    private static string Title(Announcement announcement) => Md.EscapeLine(announcement.Title);

    private static IReadOnlyList<Component> Fields(Announcement announcement) =>
    [
        Control.TextField(TitleField, "Title", Announcement.MostTitle, value: OrNull(announcement.Title), hint: $"Up to {Announcement.MostTitle} characters"),
        Control.TextField(TextField, "Text", Announcement.MostText, paragraph: true, value: OrNull(announcement.Text), hint: $"Up to {Announcement.MostText} characters; markdown works, nobody is pinged"),
    ];

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static Component[] PreviewParts(Announcement draft, DateTimeZone zone, DateTimeOffset now, string? note)
    {
        var passed = draft.DueAt <= now ? "\n⚠️ That time has passed: press **Edit** and give it another." : "";
        var pings = LooksLikeAPing(draft.Text)
            ? "Pings: nobody. The mentions in the text stay text."
            : "Pings: nobody.";
        return
        [
            new TextDisplay("**Preview**, seen only by you. It will look exactly like this:"),
            Posted(draft, [], Posting.Preview),
            new TextDisplay(
                $"Goes to {Md.Channel(draft.ChannelId)} at {Md.Moment(draft.DueAt!.Value)}. Times are read in {zone.Id}.\n{pings}{passed}"
                + (note is null ? "" : $"\n{note}")),
            Control.Row(
                Control.Button("Confirm", ConfirmAnnouncementButton.Spec.For(draft.Id), ButtonStyle.Success),
                Control.Button("Edit", EditAnnouncementButton.Spec.For(draft.Id)),
                Control.Button("Cancel", DiscardAnnouncementButton.Spec.For(draft.Id))),
        ];
    }

    private static bool LooksLikeAPing(string text) =>
        text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal) ||
        text.Contains("<@", StringComparison.Ordinal);

    private static Component[] ScheduledParts(Announcement announcement, string done) =>
    [
        new TextDisplay($"{done} **{Title(announcement)}** goes to {Md.Channel(announcement.ChannelId)} at {Md.Moment(announcement.DueAt!.Value)}."),
        Control.Row(
            Control.Button("Edit", EditAnnouncementButton.Spec.For(announcement.Id)),
            Control.Button("Cancel it", CancelAnnouncementButton.Spec.For(announcement.Id), ButtonStyle.Danger)),
    ];

    private static Component[] CancelledParts(Announcement announcement) =>
    [
        new TextDisplay($"Cancelled: **{Title(announcement)}** will not be posted."),
        Control.Row(Control.Button("Undo", RestoreAnnouncementButton.Spec.For(announcement.Id))),
    ];

    private static string Unclear(WhenReading reading, string phrase)
    {
        var said = $"“{Md.EscapeLine(Md.Cut(phrase, 100))}”";
        return reading switch
        {
            WhenReading.Past => $"{said} is in the past.",
            WhenReading.TooFar => $"{said} is more than a year ahead; that is as far as I plan.",
            WhenReading.TimeMissing => $"{said} names a day but no time of day.",
            WhenReading.Repeats => $"{said} is more than one time, and an announcement is posted once.",
            WhenReading.NotUnderstood => $"I cannot read {said} as a time.",
            _ => throw new UnreachableException(),
        };
    }
}
