using System.Diagnostics;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>What people read in lists of announcements.</summary>
internal static class AnnouncementListViews
{
    // As many as there can be Retry buttons in a row.
    private const int PageSize = 5;

    public static Reply List(IReadOnlyList<AnnouncementEntry> entries) => entries.Count == 0
        ? Reply.Private("No announcements yet. `/announce schedule` writes the first one.")
        : Reply.PrivateCard(PageParts(entries, 0));

    public static Reply Page(IReadOnlyList<AnnouncementEntry> entries, int page) => entries.Count == 0
        ? Reply.ChangeCard(new TextDisplay("No announcements any more. `/announce schedule` writes one."))
        : Reply.ChangeCard(PageParts(entries, page));

    /// <summary>A line of the autocomplete list.</summary>
    public static Suggestion Suggestion(AnnouncementEntry entry, DateTimeZone zone) => new(
        $"{Md.Cut(entry.Announcement.Title, 60)} · {TimeText.Of(Instant.FromDateTimeOffset(entry.Delivery.DueAt).InZone(zone))}",
        entry.Announcement.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static List<Component> PageParts(IReadOnlyList<AnnouncementEntry> entries, int page)
    {
        (var shown, page, var pages) = Paging.Slice(entries, page, PageSize);
        var parts = new List<Component>
        {
            new TextDisplay("## Announcements\n" + string.Join('\n', shown.Select(Line))),
        };
        var failed = shown.Where(entry => entry.Delivery.State == DeliveryState.Failed).ToList();
        if (failed.Count > 0)
        {
            parts.Add(Control.Row([.. failed.Select(entry => Control.Button(
                $"Retry {Md.Cut(entry.Announcement.Title, 30)}", RetryAnnouncementButton.Spec.For(entry.Announcement.Id), ButtonStyle.Primary))]));
        }

        return [.. parts, .. Paging.Turns(page, pages, (way, to) => PageAnnouncementsButton.Spec.For($"{way}/{to}"))];
    }

    private static string Line(AnnouncementEntry entry)
    {
        var (announcement, delivery) = entry;
        var title = $"**{Md.EscapeLine(announcement.Title)}**";
        var where = Md.Channel(announcement.ChannelId);
        return delivery.State switch
        {
            DeliveryState.Failed => $"⚠️ {title} · not posted in {where}, due {Md.Time(delivery.DueAt, 'f')}: {Reason(delivery)}",
            DeliveryState.Waiting when delivery.Tries > 0 =>
                $"🔁 {title} · {where} · due {Md.Time(delivery.DueAt, 'f')}, Discord did not take it yet; next try {Md.Time(delivery.NextTryAt, 'R')}",
            DeliveryState.Waiting or DeliveryState.Sending =>
                $"🕘 {title} · {where} · {Md.Moment(delivery.DueAt)} · by {Md.User(announcement.AuthorId)}",
            DeliveryState.Sent =>
                $"✅ {title} · posted {Md.Time(delivery.SentAt ?? delivery.DueAt, 'f')}, {Punctuality(delivery)} · {Md.MessageUrl(delivery.GuildId, delivery.PostedIn ?? announcement.ChannelId, delivery.MessageId ?? default)}",
            DeliveryState.Cancelled => $"✖️ {title} · cancelled",
            DeliveryState.Superseded => $"⏭️ {title} · missed, and posted with the next one",
        };
    }

    private static string Punctuality(Delivery delivery) =>
        delivery.Late >= SendDueDeliveriesJob.Punctual ? $"late by {TimeText.Of(delivery.Late.Value)}" : "on time";

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
}
