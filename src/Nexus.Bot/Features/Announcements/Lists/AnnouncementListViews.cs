using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>What people read in lists of announcements.</summary>
internal static class AnnouncementListViews
{
    // As many as there can be Retry buttons in a row.
    private const int PageSize = 5;

    /// <summary>The list a word stands for; all of them for none, or for one that a tampering client made up.</summary>
    public static AnnouncementList Read(string? word) => Enum.TryParse<AnnouncementList>(word, ignoreCase: true, out var list) && Enum.IsDefined(list) ? list : AnnouncementList.All;

    public static Reply List(AnnouncementList list, IReadOnlyList<ListedAnnouncement> entries) =>
        entries.Count == 0 ? Reply.Private(Empty(list)) : Reply.PrivateCard(PageParts(list, entries, 0));

    public static Reply Page(AnnouncementList list, IReadOnlyList<ListedAnnouncement> entries, int page) =>
        entries.Count == 0 ? Reply.ChangeCard(new TextDisplay(Empty(list))) : Reply.ChangeCard(PageParts(list, entries, page));

    /// <summary>Why it could not be posted, and what to do about it.</summary>
    public static string Reason(Delivery delivery) => delivery.Failure switch
    {
        DeliveryFailure.ChannelGone => "the channel no longer exists. Schedule it again for another channel.",
        DeliveryFailure.NotAllowed => "I may not write there. Give Nexus View Channel and Send Messages in that channel, then press Retry.",
        DeliveryFailure.Refused => $"Discord refused it (code {delivery.FailureCode}). Press Retry, or schedule it again with other words.",
        DeliveryFailure.OutOfReach => "Discord could not be reached for a day. Press Retry.",
        DeliveryFailure.SubjectGone => "its text is gone. Schedule it again.",
        DeliveryFailure.DmClosed => "the person takes no direct messages from me.",
        DeliveryFailure.PersonGone => "the person has left.",
        null => throw new UnreachableException(),
    };

    public static Reply NothingToRetry() =>
        Reply.Private("It is not waiting for a retry any more. `/announce list` shows where it stands.");

    public static Reply HeldBack(Announcement announcement) => Reply.Private(
        $"**{Md.EscapeLine(announcement.Title)}** is {(announcement.PausedAt is not null ? "paused" : announcement.CancelledAt is not null ? "cancelled" : "not approved")}, so it is not posted now. Nothing was changed.");

    public static Reply AllBeingTriedAgain(int many) => Reply.Private(many switch
    {
        0 => "Nothing is waiting for a retry any more. `/announce list` shows where everything stands.",
        1 => "One is being tried again now. `/announce list` shows how it went.",
        _ => $"{many} are being tried again now. `/announce list` shows how it went.",
    });

    private static List<Component> PageParts(AnnouncementList list, IReadOnlyList<ListedAnnouncement> entries, int page)
    {
        (var shown, page, var pages) = Paging.Slice(entries, page, PageSize);
        var parts = new List<Component>
        {
            new TextDisplay($"## {Heading(list)}\n" + string.Join('\n', shown.Select(Line))),
        };
        var failed = shown.Where(entry => entry.List == AnnouncementList.Failed).ToList();
        if (failed.Count > 0)
        {
            parts.Add(Control.Row([.. failed.Select(entry => Control.Button(
                $"Retry {Md.Cut(entry.Announcement.Title, 30)}", RetryAnnouncementButton.For(entry.Delivery!), ButtonStyle.Primary))]));
        }

        if (entries.Count(entry => entry.List == AnnouncementList.Failed) > 1)
        {
            parts.Add(Control.Row(Control.Button("Retry all that failed", RetryAllAnnouncementsButton.Spec.For())));
        }

        parts.Add(Control.Row(new StringSelect
        {
            CustomId = OpenAnnouncementSelect.Spec.For(),
            Placeholder = "Open one",
            Options = [.. shown.Select(entry => entry.Announcement).DistinctBy(it => it.Id).Select(it => new SelectOption(Md.Cut(it.Title, 100), it.Id.ToString(CultureInfo.InvariantCulture)))],
        }));
        return [.. parts, .. Paging.Turns(page, pages, (way, to) => PageAnnouncementsButton.Spec.For($"{way}/{to}/{Word(list)}"))];
    }

    private static string Word(AnnouncementList list) => list.ToString().ToLowerInvariant();

    private static string Heading(AnnouncementList list) => list switch
    {
        AnnouncementList.All => "Announcements",
        AnnouncementList.Coming => "Coming announcements",
        AnnouncementList.Drafts => "Drafts",
        AnnouncementList.Waiting => "Waiting for a second mentor",
        AnnouncementList.Posted => "Posted announcements",
        AnnouncementList.Failed => "Announcements that could not be posted",
        AnnouncementList.Paused => "Paused announcements",
    };

    private static string Empty(AnnouncementList list) => list switch
    {
        AnnouncementList.All => "No announcements yet. `/announce schedule` writes the first one.",
        AnnouncementList.Coming => "Nothing is coming. `/announce schedule` plans an announcement.",
        AnnouncementList.Drafts => "No drafts. `/announce draft` begins one without a time.",
        AnnouncementList.Waiting => "Nothing waits for approval.",
        AnnouncementList.Posted => "Nothing has been posted yet. `/announce schedule` plans an announcement.",
        AnnouncementList.Failed => "Everything has arrived: nothing failed.",
        AnnouncementList.Paused => "Nothing is paused. `/announce pause` stops a recurring announcement for a while.",
    };

    private static string Line(ListedAnnouncement entry)
    {
        var announcement = entry.Announcement;
        var title = $"**{Md.EscapeLine(announcement.Title)}**";
        var where = Md.Channel(announcement.ChannelId);
        var left = announcement.OwnerLeftAt is null ? "" : " · ⚠️ its owner has left: `/announce handover`";
        return entry.List switch
        {
            AnnouncementList.Failed => $"⚠️ {title} · not posted in {where}, due {Md.Time(entry.Delivery!.DueAt, 'f')}: {Reason(entry.Delivery)}",
            AnnouncementList.Coming when entry.Delivery is { Tries: > 0 } delivery =>
                $"🔁 {title} · {where} · due {Md.Time(delivery.DueAt, 'f')}, Discord did not take it yet; next try {Md.Time(delivery.NextTryAt, 'R')}",
            AnnouncementList.Coming => $"🕘 {title} · {where} · {Md.Moment(entry.Delivery!.DueAt)}{Rule(announcement)} · by {Md.User(announcement.OwnerId)}{left}",
            AnnouncementList.Waiting => $"🔏 {title} · {where} · handed in {Md.Time(announcement.SubmittedAt ?? announcement.CreatedAt, 'R')} by {Md.User(announcement.SubmittedBy ?? announcement.AuthorId)}{Rule(announcement)}",
            AnnouncementList.Paused => $"⏸️ {title} · {where} · paused {Md.Time(announcement.PausedAt ?? announcement.CreatedAt, 'R')}{Rule(announcement)}{left}",
            AnnouncementList.Drafts => $"📝 {title} · {where}{(announcement.DueAt is { } due ? $" · for {Md.Time(due, 'f')}" : "")} · by {Md.User(announcement.AuthorId)}{SentBack(announcement)}",
            AnnouncementList.Posted => Posted(entry, title),
            AnnouncementList.All => throw new UnreachableException(),
        };
    }

    private static string Posted(ListedAnnouncement entry, string title)
    {
        var delivery = entry.Delivery!;
        var acknowledged = entry.Announcement.AsksForAcknowledgement ? $" · {entry.Acknowledged} got it" : "";
        var late = delivery.Late >= SendDueDeliveriesJob.Punctual ? $"late by {TimeText.Of(delivery.Late.Value)}" : "on time";
        return entry.IsRemoved
            ? $"↩️ {title} · posted {Md.Time(delivery.SentAt ?? delivery.DueAt, 'f')}, and taken back"
            : $"✅ {title} · posted {Md.Time(delivery.SentAt ?? delivery.DueAt, 'f')}, {late}{acknowledged} · {Md.MessageUrl(delivery.GuildId, delivery.PostedIn ?? entry.Announcement.ChannelId, delivery.MessageId ?? default)}";
    }

    private static string Rule(Announcement announcement) => announcement.Repeats is { } repeats ? $" · 🔁 {repeats.Words}" : "";

    private static string SentBack(Announcement announcement) =>
        announcement.SentBackReason is { } reason ? $" · sent back: “{Md.EscapeLine(Md.Cut(reason, 100))}”" : "";
}
