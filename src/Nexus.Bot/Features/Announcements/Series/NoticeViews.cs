using System.Diagnostics;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Approval;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>What the log channel and the people concerned read about announcements.</summary>
internal static class NoticeViews
{
    private const int MostNamed = 10;

    /// <summary>For the log channel: all that another mentor needs to decide.</summary>
    public static Container HandedIn(Announcement announcement, int files, GuildConfiguration configuration, DateTimeOffset now) => new(
    [
        new TextDisplay($"🔏 {Md.User(announcement.SubmittedBy ?? announcement.AuthorId)} asks a second mentor to approve this announcement:"),
        new TextDisplay($"## {Title(announcement)}\n{announcement.Text}"),
        new TextDisplay(string.Join('\n', Facts(announcement, files, configuration, now))),
        Control.Row([.. ApprovalViews.Buttons(announcement)]),
    ]);

    /// <summary>For the log channel: what somebody who has left announced again and again.</summary>
    public static Container OwnerLeft(Snowflake owner, IReadOnlyList<Announcement> left) => new(
    [
        new TextDisplay(
            $"👋 {Md.User(owner)} has left the server. {(left.Count == 1 ? "This recurring announcement goes" : "These recurring announcements go")} on, and {(left.Count == 1 ? "needs" : "need")} a new owner:\n"
            + string.Join('\n', left.Take(MostNamed).Select(it => $"- **{Title(it)}** in {Md.Channel(it.ChannelId)}: {it.Repeats?.Words}"))
            + (left.Count > MostNamed ? $"\nand {left.Count - MostNamed} more" : "")),
        Control.Row(Control.Button("Take over", TakeOverButton.Spec.For(owner), ButtonStyle.Primary)),
    ]);

    /// <summary>Everything else: one line, to a person or to the log.</summary>
    public static DeliveryContent News(AnnouncementNotice notice, Announcement announcement, DateTimeOffset? next, Delivery delivery)
    {
        var (title, actor) = ($"**{Title(announcement)}**", Md.User(notice.ActorId));
        var goes = next is { } due ? $" It goes to {Md.Channel(announcement.ChannelId)} {Md.Moment(due)}." : "";
        var line = notice.About switch
        {
            NoticeAbout.Approved => $"✅ {actor} approved {title}.{goes}",
            NoticeAbout.SentBack => $"↩️ {actor} sent {title} back: “{Md.EscapeLine(notice.Words)}”\nNothing of it is posted. Change it with `/announce edit`, then press Confirm again.",
            NoticeAbout.HandedOver when delivery.PersonId is null => $"🤝 {actor} handed {title} over to {Md.User(announcement.OwnerId)}.{goes}",
            NoticeAbout.HandedOver => $"🤝 {actor} handed {title} over to you.{goes} `/announce show` shows it.",
            NoticeAbout.Done => $"📣 {actor} {Md.EscapeLine(notice.Words)} {title}.{goes}",
            NoticeAbout.HandedIn or NoticeAbout.OwnerLeft => throw new UnreachableException(),
        };
        if (delivery is not { FellBack: not null, PersonId: { } person })
        {
            return new DeliveryContent(new Container([new TextDisplay(line)]));
        }

        return new DeliveryContent(new Container([new TextDisplay($"{line}\n-# {Md.User(person)}, you take no direct messages from me, so it stands here.")]))
        {
            Mentions = AllowedMentions.None with { Users = [person] },
        };
    }

    private static IEnumerable<string> Facts(Announcement announcement, int files, GuildConfiguration configuration, DateTimeOffset now)
    {
        var when = announcement.Repeats is not null ? "" : announcement.DueAt is { } due ? $" at {Md.Moment(due)}" : " as soon as it is approved";
        yield return $"It goes to {Md.Channel(announcement.ChannelId)}{when}.";
        foreach (var line in SeriesViews.WhenLines(announcement, configuration, now))
        {
            yield return line;
        }

        yield return announcement.PingRoleId is not { } role ? "Pings: nobody."
            : role == announcement.GuildId ? "Pings: **everyone**." : $"Pings: {Md.Role(role)}.";
        if (AnnouncementCardViews.Extras(announcement) is { Length: > 0 } extras)
        {
            yield return extras;
        }

        if (files > 0 || announcement.Links.Count > 0)
        {
            yield return $"With {files} {(files == 1 ? "file" : "files")} and {announcement.Links.Count} link {(announcement.Links.Count == 1 ? "button" : "buttons")}: `/announce show` shows them.";
        }
    }

    private static string Title(Announcement announcement) => Md.EscapeLine(announcement.Title);
}
