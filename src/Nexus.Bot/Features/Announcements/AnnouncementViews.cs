using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Features.Announcements.Lists;
using Nexus.Bot.Features.Announcements.Options;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>How an announcement looks, and what people read about one besides its card.</summary>
internal static class AnnouncementViews
{
    private const int Accent = 0x5865F2;
    private const int MostGuesses = 5;

    /// <summary>The one way an announcement looks, in its preview and in its channel.</summary>
    public static Container Posted(Announcement announcement, IReadOnlyList<AttachedFile> files, Posting posting)
    {
        var parts = new List<Component> { new TextDisplay($"## {Md.EscapeLine(announcement.Title)}\n{announcement.Text}") };
        if (files.Count > 0)
        {
            parts.AddRange(posting.ShowsFiles ? Shown(files) : [new TextDisplay($"-# 📎 {string.Join(", ", files.Select(File))}")]);
        }

        parts.Add(new TextDisplay(string.Join('\n', Small(announcement, posting))));
        List<Component> buttons = [.. announcement.Links.Select(link => Control.Link(link.Label, link.Url))];
        if (announcement.AsksForAcknowledgement)
        {
            buttons.Insert(0, posting.DeliveryId is { } delivery ? AcknowledgementViews.Button(delivery, posting.Acknowledged) : AcknowledgementViews.ButtonToCome());
        }

        return new Container([.. parts, .. Control.Rows(buttons)]) { AccentColor = Accent };
    }

    /// <summary>The mention of whom it pings.</summary>
    public static string Pinged(Announcement announcement, Snowflake role) => role == announcement.GuildId ? "@everyone" : Md.Role(role);

    /// <summary>To the owner, when the right to ping was lost meanwhile.</summary>
    public static Container PingLost(Announcement announcement, Delivery notice) => new(
    [
        new TextDisplay(
            $"Your announcement **{Title(announcement)}** goes out in {Md.Channel(announcement.ChannelId)} **without its ping**: you or I may not mention the role there any more. "
            + $"Everything else of it is posted as planned.{(notice.FellBack is null ? "" : $"\n-# For {Md.User(announcement.OwnerId)}, who takes no direct messages from me.")}"),
    ]);

    public static Reply Scheduled(Announcement announcement, DateTimeOffset due) =>
        Reply.ChangeCard(ScheduledParts(announcement, $"✅ Scheduled: **{Title(announcement)}** goes to {Md.Channel(announcement.ChannelId)} at {Md.Moment(due)}."));

    /// <summary>Post now was pressed.</summary>
    public static Reply GoesOut(Announcement announcement) => Reply.ChangeCard(
        new TextDisplay($"✅ **{Title(announcement)}** goes out in {Md.Channel(announcement.ChannelId)} now. **Undo** takes it back for {AnnouncementPost.UndoWithin.TotalMinutes} minutes."),
        Control.Row(
            Control.Button("Undo", UndoPostButton.Spec.For(announcement.Id), ButtonStyle.Danger),
            Control.Button("Show", ShowAnnouncementButton.Spec.For(announcement.Id))));

    public static Reply AlreadyConfirmed(Announcement announcement, Delivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting or DeliveryState.Sending => Reply.ChangeCard(ScheduledParts(
            announcement, $"✅ Already scheduled: **{Title(announcement)}** goes to {Md.Channel(announcement.ChannelId)} at {Md.Moment(delivery.DueAt)}.")),
        DeliveryState.Sent => Past($"✅ **{Title(announcement)}** has been posted in {Md.Channel(announcement.ChannelId)}.", announcement),
        DeliveryState.Cancelled => CancelledHere(announcement),
        DeliveryState.Superseded => Past($"⏭️ **{Title(announcement)}** was missed, and was posted with the next one.", announcement),
        DeliveryState.Failed => Past($"⚠️ **{Title(announcement)}** could not be posted: {AnnouncementListViews.Reason(delivery)}", announcement),
    };

    public static Reply Discarded(Announcement draft) => Reply.ChangeCard(
        new TextDisplay($"Nothing was scheduled. The draft **{Title(draft)}** is kept for a day."),
        Control.Row(Control.Button("Bring it back", PreviewAnnouncementButton.Spec.For(draft.Id))));

    public static Reply TimeHasPassed(Announcement draft, DateTimeOffset due) => Reply.Private(
        $"{Md.Time(due)} has passed meanwhile, so nothing was scheduled. Press **When…** and give **{Title(draft)}** another time.");

    public static Reply Cancelled(Announcement announcement) => Reply.PrivateCard(CancelledParts(announcement));

    public static Reply CancelledHere(Announcement announcement) => Reply.ChangeCard(CancelledParts(announcement));

    public static Reply CancelledUnsure(Announcement announcement) => Reply.PrivateCard(CancelledUnsurePart(announcement));

    public static Reply CancelledUnsureHere(Announcement announcement) => Reply.ChangeCard(CancelledUnsurePart(announcement));

    public static Reply WhichOne(string named, IReadOnlyList<Announcement> coming) => coming.Count == 0
        ? Reply.Private("No announcement is coming, so there is nothing to cancel. `/announce list` shows those that were posted.")
        : Reply.PrivateCard(
            new TextDisplay($"I know no coming announcement “{Md.EscapeLine(Md.Cut(named, 100))}”. Press the one to cancel:"),
            Control.Row([.. coming.Select(it => Control.Button(it.Title, CancelAnnouncementButton.Spec.For(it.Id), ButtonStyle.Danger))]));

    /// <summary>No title, or more than one, is what was typed.</summary>
    public static Reply DidYouMean(string named, IReadOnlyList<Announcement> like) => like.Count == 0
        ? Reply.Private($"I know no announcement “{Md.EscapeLine(Md.Cut(named, 100))}”. Pick one from the list that comes while you type, or see them all with `/announce list`.")
        : Reply.PrivateCard(
            new TextDisplay($"Which one do you mean by “{Md.EscapeLine(Md.Cut(named, 100))}”?"),
            Control.Row([.. like.Take(MostGuesses).Select(it => Control.Button(it.Title, ShowAnnouncementButton.Spec.For(it.Id)))]));

    public static Reply WhenIsUnclear(WhenReading reading, string phrase, DateTimeZone zone) =>
        Reply.Private($"{TimeAnswers.Unclear(reading, phrase)} {TimeAnswers.TimesThatWork(zone, WhenReading.NotUnderstood.RepeatingExamples)} Nothing was saved.");

    /// <summary>Beside edited words: the time was not taken over.</summary>
    public static string TimeStays(WhenReading reading, string phrase, DateTimeZone zone) =>
        $"⚠️ {TimeAnswers.Unclear(reading, phrase)} The time stays as it was. {TimeAnswers.TimesThatWork(zone, WhenReading.NotUnderstood.RepeatingExamples)}";

    public static string PlaceStays(Announcement announcement, Snowflake chosen) =>
        $"⚠️ You may not write in {Md.Channel(chosen)} yourself, so it stays in {Md.Channel(announcement.ChannelId)}.";

    public static Reply WordingIsWrong(WordingResult result, Announcement announcement, string again) => Reply.Private(result switch
    {
        WordingResult.Empty => "An announcement needs a title and a text. What you typed is kept; press **Edit** to go on.",
        WordingResult.TooLong => $"{TooLong(announcement.Refused!)} What you typed is kept; press **Edit** to shorten it.",
        WordingResult.Fits => throw new UnreachableException(),
    }).With(Control.Button("Edit", again, ButtonStyle.Primary));

    /// <summary>The form was closed, and the preview of it is from before.</summary>
    public static Reply NothingWritten(Announcement draft) => Reply.Private("It has no words yet, so nothing was scheduled.")
        .With(Control.Button("Edit", EditAnnouncementButton.Spec.For(draft.Id), ButtonStyle.Primary));

    public static string LinksAreWrong(string why, string typed) =>
        $"⚠️ {why} The buttons stay as they were. You typed: {Md.Code(Md.Cut(Md.Line(typed), 300))}";

    public static string FilesAreWrong(FilesResult result) => result switch
    {
        FilesResult.TooLarge => $"⚠️ Those files are larger than {AnnouncementFile.MostBytes / (1024 * 1024)} MB together. The files stay as they were.",
        FilesResult.NotRead => "⚠️ I could not fetch those files from Discord. The files stay as they were; please try once more.",
        FilesResult.TooLate => "⚠️ It was posted or is being posted right now, so its files stay as they were.",
        FilesResult.Kept => throw new UnreachableException(),
    };

    public static string FilesAreFetched(int count) => count == 0 ? "📎 Taking the files away…" : count == 1 ? "📎 Fetching the file…" : $"📎 Fetching {count} files…";

    public static string AsksWhetherItMayPing() => "Asking Discord whether that role may be mentioned there…";

    public static string CouldNotAskWhetherItMayPing() => "Discord did not say whether that role may be mentioned there; please choose it once more.";

    public static string EventIsWrong(string why, string typed) =>
        $"⚠️ {why} The scheduled event stays as it was. You typed: {Md.Code(Md.Cut(Md.Line(typed), 200))}";

    public static string EventTimeIsWrong(WhenReading reading, string phrase) => TimeAnswers.Unclear(reading, phrase);

    public static Reply NoChannel() => Reply.Private(
        "I do not know where to announce. Pick a `channel`, or ask an admin to run `/nexus setup`. Nothing was saved.");

    public static Reply YouMayNotWriteThere(Snowflake channel) =>
        Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was saved.");

    public static Reply TooLateToChange() =>
        Reply.Private("It has been posted or is being posted right now, so it stays as it is. `/announce show` can edit or correct the post.");

    public static Reply TooLateToCancel() =>
        Reply.Private("It no longer waits: it was posted or cancelled before. `/announce list` shows what is coming.");

    public static Reply TooLateToRestore() =>
        Reply.Private("It cannot be brought back: its time has passed, or it is not cancelled. `/announce duplicate` makes a new one of it.");

    public static string BroughtBack() => "✅ Brought back.";

    public static Reply TooLateToUndo(Announcement announcement) => Reply.Private(
        $"It was posted more than {AnnouncementPost.UndoWithin.TotalMinutes} minutes ago, so people have read it. **Correct it** posts a correction that links to it, **Edit the post** changes its words.")
        .With(
            Control.Button("Correct it", CorrectAnnouncementButton.Spec.For(announcement.Id)),
            Control.Button("Edit the post", EditPostButton.Spec.For(announcement.Id)));

    public static Reply OnItsWay() => Reply.Private("It is on its way to Discord this second. Press **Undo** again in a moment.");

    public static Reply NotPosted() => Reply.Private("It does not stand in any channel: it was not posted, or was taken back. `/announce list` shows where it stands.");

    public static Reply BeingTakenBack(Announcement announcement) =>
        Reply.ChangeCard(new TextDisplay($"Taking **{Title(announcement)}** back…"));

    public static Reply TakenBack(Announcement announcement, Delivery post, Snowflake? thread, DateTimeOffset now) => Reply.ChangeCard(
        new TextDisplay(
            $"Taken back: **{Title(announcement)}** no longer stands in {Md.Channel(post.PostedIn ?? announcement.ChannelId)}."
            + (announcement.Event?.StartsAt > now ? " Its scheduled event goes too." : "")
            + (thread is { } id ? $" Its thread {Md.Channel(id)} stays, since people may have written there." : "")),
        Control.Row(Control.Button("Duplicate", DuplicateAnnouncementButton.Spec.For(announcement.Id)), Control.Button("Show", ShowAnnouncementButton.Spec.For(announcement.Id))));

    public static Reply NotTakenBack(Announcement announcement, DiscordApiException refused) => Reply.ChangeCard(
        new TextDisplay($"⚠️ Discord did not let me take **{Title(announcement)}** back (code {refused.Code.ToString(CultureInfo.InvariantCulture)}), so it still stands. Press **Undo** to try once more."),
        Control.Row(Control.Button("Undo", UndoPostButton.Spec.For(announcement.Id), ButtonStyle.Danger)));

    public static string PostIsBeingChanged() => "Changing the post…";

    public static string PostWasChanged(Announcement announcement) => announcement.Repeats is null
        ? "✅ The post was changed. Discord marks it as edited."
        : "✅ The post was changed, and the coming ones have the new words too. Discord marks it as edited.";

    public static string PostWasNotChanged(DiscordApiException refused) =>
        $"⚠️ The new words are kept, but Discord did not take them (code {refused.Code.ToString(CultureInfo.InvariantCulture)}): the post still has the old ones. Press **Edit the post** and send them again.";

    public static Reply BeingTriedAgain(Announcement announcement) =>
        Reply.Private($"**{Title(announcement)}** is being tried again now. `/announce list` shows how it went.");

    public static Reply Gone() =>
        Reply.Private("That announcement no longer exists. `/announce list` shows those that do.");

    /// <summary>A line of the list of times: how a phrase is understood.</summary>
    public static Suggestion Suggestion(string phrase, Reading reading, DateTimeOffset now)
    {
        var decided = reading.Note is null ? "" : $"; {reading.Note}";
        var rule = reading.Repeats is { } repeats ? $"{repeats.Words}, first " : "";
        return new($"{(rule.Length > 0 ? "" : $"{Md.Cut(phrase, 24)} → ")}{rule}{TimeText.Of(reading.Local)} {reading.Local.Zone.Id} (in {TimeText.Of(reading.At - now)}{decided})", reading.ToKeep());
    }

    /// <summary>A line of the list of announcements.</summary>
    public static Suggestion Suggestion(Announcement announcement, Delivery? delivery, DateTimeZone zone)
    {
        var when = (delivery?.SentAt ?? delivery?.DueAt ?? announcement.DueAt) is { } at ? $" {TimeText.Of(Instant.FromDateTimeOffset(at).InZone(zone))}" : "";
        var state = announcement.AwaitsApproval ? "waits for approval" : announcement.PausedAt is not null ? "paused" : delivery is null ? "draft" : StateOf(delivery);
        return new($"{Md.Cut(announcement.Title, 55)} · {state}{when}", announcement.Id.ToString(CultureInfo.InvariantCulture));
    }

    private static string StateOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting or DeliveryState.Sending => "goes out",
        DeliveryState.Sent => "posted",
        DeliveryState.Failed => "failed",
        DeliveryState.Cancelled => "cancelled",
        DeliveryState.Superseded => "missed",
    };

    /// <summary>"plan.pdf (120 KB)".</summary>
    public static string File(AttachedFile file) => string.Create(CultureInfo.InvariantCulture, $"{Md.EscapeLine(Md.Cut(file.Name, 40))} ({(file.Size + 1023) / 1024} KB)");

    private static IEnumerable<Component> Shown(IReadOnlyList<AttachedFile> files)
    {
        var pictures = files.Where(file => file.IsPicture).Select(file => new MediaGalleryItem(Media(file), file.Description)).ToList();
        return [.. pictures.Count > 0 ? [new MediaGallery(pictures)] : Array.Empty<Component>(), .. files.Where(file => !file.IsPicture).Select(file => new FileComponent(Media(file)))];
    }

    private static UnfurledMedia Media(AttachedFile file) => new($"attachment://{file.Name}");

    private static IEnumerable<string> Small(Announcement announcement, Posting posting)
    {
        var to = announcement.PingRoleId is { } role ? $" for {Pinged(announcement, role)}" : "";
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

    private static string Title(Announcement announcement) => Md.EscapeLine(announcement.Title);

    private static string TooLong(RefusedWords typed) =>
        Md.Line(typed.Title).Length > Announcement.MostTitle
            ? $"A title has at most {Announcement.MostTitle} characters and a text {Announcement.MostText}."
            : string.Create(CultureInfo.InvariantCulture, $"A text has at most {Announcement.MostText} characters, and yours has {typed.Text.Length}: {typed.Text.Length - Announcement.MostText} too many.");

    private static Reply Past(string words, Announcement announcement) => Reply.ChangeCard(
        new TextDisplay(words), Control.Row(Control.Button("Show", ShowAnnouncementButton.Spec.For(announcement.Id))));

    private static Component[] ScheduledParts(Announcement announcement, string done) =>
    [
        new TextDisplay(done),
        Control.Row(
            Control.Button("Edit", EditAnnouncementButton.Spec.For(announcement.Id)),
            Control.Button("Show", ShowAnnouncementButton.Spec.For(announcement.Id)),
            Control.Button("Cancel it", CancelAnnouncementButton.Spec.For(announcement.Id), ButtonStyle.Danger)),
    ];

    private static Component[] CancelledParts(Announcement announcement) =>
    [
        new TextDisplay($"Cancelled: **{Title(announcement)}** will not be posted."),
        Control.Row(Control.Button("Undo", RestoreAnnouncementButton.Spec.For(announcement.Id))),
    ];

    private static TextDisplay CancelledUnsurePart(Announcement announcement) => new(
        $"Cancelled: I do not post **{Title(announcement)}** any more. ⚠️ Discord did not confirm an earlier try, so it may stand in {Md.Channel(announcement.ChannelId)} already: please look there, and delete it by hand if it does.");
}
