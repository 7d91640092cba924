using System.Diagnostics;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Features.Announcements.Approval;
using Nexus.Bot.Features.Announcements.Lists;
using Nexus.Bot.Features.Announcements.Options;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>An announcement as its mentor sees it: how it looks, what is known about it, and what can be done with it.</summary>
internal static class AnnouncementCardViews
{
    // Discord's limit for all texts of a message together.
    private const int MostCharacters = 4000;

    public static Reply Shown(AnnouncementLook look) => Checked(Reply.PrivateCard(Parts(look)), look);

    public static Reply ShownHere(AnnouncementLook look) => Checked(Reply.ChangeCard(Parts(look)), look);

    /// <summary>After Discord was asked; nothing more is set off.</summary>
    public static Reply ShownAsFound(AnnouncementLook look) =>
        look.Uploads is { } files ? Reply.ChangeCard(Parts(look)).WithFiles(files) : Reply.ChangeCard(Parts(look));

    // Who may post, ping and read there is asked as long as it can still be changed.
    private static Reply Checked(Reply reply, AnnouncementLook look) =>
        look.CanChange ? reply.Afterwards<CheckAnnouncementChannel>(CheckAnnouncementChannel.Of(look)) : reply;

    private static Component[] Parts(AnnouncementLook look)
    {
        var announcement = look.Announcement;
        var head = new TextDisplay(look.IsDraft ? "**Preview**, seen only by you. It will look exactly like this:" : $"**{State(look)}**, seen only by you:");
        var posted = AnnouncementViews.Posted(announcement, look.Files, Posting.Preview with { ShowsFiles = look.Uploads is not null, Corrects = look.Corrects, CorrectedBy = look.CorrectedBy });
        var room = MostCharacters - head.Content.Length - posted.Components.OfType<TextDisplay>().Sum(text => text.Content.Length);
        var facts = look.CanChange ? [.. ComingFacts(look)] : PastFacts(look).ToList();
        return [head, posted, new TextDisplay(Fitting([.. look.Note is { } note ? [note] : Array.Empty<string>(), .. facts], room)), .. Controls(look)];
    }

    private static string State(AnnouncementLook look) => look.Announcement switch
    {
        { CancelledAt: not null } => "Cancelled",
        { AwaitsApproval: true } => "Waits for a second mentor",
        { PausedAt: not null } => "Paused",
        _ => look.Delivery is { } delivery ? State(delivery.State) : "Draft",
    };

    private static string State(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "Scheduled",
        DeliveryState.Sending => "Being posted right now",
        DeliveryState.Sent => "Posted",
        DeliveryState.Failed => "Not posted",
        DeliveryState.Cancelled => "Cancelled",
        DeliveryState.Superseded => "Missed",
    };

    private static IEnumerable<string> ComingFacts(AnnouncementLook look)
    {
        var announcement = look.Announcement;
        var channel = Md.Channel(announcement.ChannelId);
        yield return (look.Delivery?.DueAt ?? announcement.DueAt) is not { } due
            ? $"It goes to {channel} when you press **Post now**, or at the time you give it with **Schedule…**. Until then it is kept as a draft."
            : $"It goes to {channel} at {Md.Moment(due)}: {TimeText.Of(Instant.FromDateTimeOffset(due).InZone(look.Zone))} in {look.Zone.Id}.";
        if (announcement is { Repeats: null, DueAt: { } passed } && passed <= look.Now && look.Delivery is null)
        {
            yield return "⚠️ That time has passed: press **When…** and give it another.";
        }

        if (TemplateViews.StillBlank(announcement) is { } blank)
        {
            yield return blank;
        }

        foreach (var line in Problems(look).Concat(SeriesViews.Lines(announcement, look.Configuration, look.Now)))
        {
            yield return line;
        }

        var reach = look.Found?.Audience?.Words is { } readers ? $"Can read it there: {readers}. " : "";
        yield return $"{reach}{Pings(look)}";
        if (LooksLikeAPing(announcement.Text))
        {
            yield return "The mentions in the text stay text.";
        }

        if (Extras(announcement) is { Length: > 0 } extras)
        {
            yield return extras;
        }

        foreach (var line in look.After)
        {
            yield return line;
        }

        foreach (var link in announcement.Links)
        {
            yield return $"-# Button **{Md.EscapeLine(link.Label)}** opens {Md.Code(Md.Cut(link.Url, 100))}";
        }
    }

    private static IEnumerable<string> Problems(AnnouncementLook look)
    {
        if (look.Found is not { } found)
        {
            yield break;
        }

        if (found.Missing.Count > 0)
        {
            yield return $"⚠️ I may not post in {Md.Channel(look.Announcement.ChannelId)} like this yet. Give Nexus there: {string.Join(", ", found.Missing)}.";
        }

        if (found.CannotBePublished)
        {
            yield return $"⚠️ {Md.Channel(look.Announcement.ChannelId)} is no announcement channel, so it is posted there but not published to followers.";
        }

        if (found.Ping is { } right and not PingRight.Allowed && look.Announcement.PingRoleId is { } role)
        {
            yield return $"⚠️ {PingRefused(look.Announcement, role, right, look.Announcement.OwnerId)} As it stands it is posted without the ping.";
        }
    }

    /// <summary>Why a role cannot be pinged.</summary>
    public static string PingRefused(Announcement announcement, Snowflake role, PingRight right, Snowflake person)
    {
        var (who, where) = (AnnouncementViews.Pinged(announcement, role), Md.Channel(announcement.ChannelId));
        return right switch
        {
            PingRight.RoleGone => "The role it was to ping no longer exists.",
            PingRight.PersonMayNot => $"{Md.User(person)} may not mention {who} in {where}: that takes Discord's permission “Mention @everyone, @here and All Roles” there, or a role that anyone may mention.",
            PingRight.BotMayNot => $"I may not mention {who} in {where}. Give Nexus “Mention @everyone, @here and All Roles” there.",
            PingRight.Allowed => throw new UnreachableException(),
        };
    }

    private static string Pings(AnnouncementLook look) => look.Announcement.PingRoleId is not { } role ? "Pings: nobody."
        : look.Found?.Ping is { } right and not PingRight.Allowed ? "Pings: nobody."
        : look.Found?.Pinged?.Words is { } many ? $"Pings: {AnnouncementViews.Pinged(look.Announcement, role)}, {many}."
        : $"Pings: {AnnouncementViews.Pinged(look.Announcement, role)}.";

    /// <summary>What it does besides being posted.</summary>
    public static string Extras(Announcement announcement) => string.Join('\n',
        new[]
        {
            AnnouncementOptions.Names(announcement) is { Count: > 0 } names ? $"With: {string.Join(", ", names)}." : "",
            announcement.Event is { } held
                ? $"Scheduled event: {Md.Moment(held.StartsAt)} for {TimeText.Of(TimeSpan.FromMinutes(held.Minutes))}, {Md.EscapeLine(held.Place)}."
                : "",
        }.Where(line => line.Length > 0));

    private static IEnumerable<string> PastFacts(AnnouncementLook look)
    {
        var (announcement, delivery) = (look.Announcement, look.Delivery);
        if (look.LastPost is { PostedIn: { } channel, MessageId: { } message, SentAt: { } sentAt } post)
        {
            var late = post.Late >= SendDueDeliveriesJob.Punctual ? $"late by {TimeText.Of(post.Late.Value)}" : "on time";
            yield return $"Posted {Md.Time(sentAt, 'f')}, {late}: {Md.MessageUrl(announcement.GuildId, channel, message)}";
            if (announcement.EditedAt is { } edited)
            {
                yield return $"Its words were changed {Md.Time(edited, 'R')}.";
            }

            if (look.CanBeUndone)
            {
                yield return $"**Undo** takes it out of {Md.Channel(channel)} again, until {Md.Time(sentAt + AnnouncementPost.UndoWithin, 't')}.";
            }
        }
        else if (delivery is { State: DeliveryState.Sent })
        {
            yield return "It was posted, and taken back.";
        }

        foreach (var line in look.After)
        {
            yield return line;
        }

        if (delivery is { State: DeliveryState.Failed })
        {
            yield return $"⚠️ It was due {Md.Time(delivery.DueAt, 'f')} and could not be posted: {AnnouncementListViews.Reason(delivery)}";
        }
    }

    private static IEnumerable<Component> Controls(AnnouncementLook look)
    {
        var announcement = look.Announcement;
        var id = announcement.Id;
        if (!look.CanChange)
        {
            var can = new List<Component>();
            if (look.Delivery is { State: DeliveryState.Failed } failed)
            {
                can.Add(Control.Button("Retry", RetryAnnouncementButton.For(failed), ButtonStyle.Primary));
            }

            if (look.Announcement.CancelledAt is not null)
            {
                can.Add(Control.Button("Bring it back", RestoreAnnouncementButton.Spec.For(id)));
            }

            if (look.LastPost is not null)
            {
                can.AddRange(PostControls(look));
            }

            can.Add(Control.Button("Duplicate", DuplicateAnnouncementButton.Spec.For(id)));
            return Control.Rows(can);
        }

        List<Component> first = look.IsDraft
            ?
            [
                Control.Button(announcement.DueAt is null ? "Post now" : "Confirm", ConfirmAnnouncementButton.Spec.For(id), ButtonStyle.Success),
                Control.Button("Edit", EditAnnouncementButton.Spec.For(id)),
                Control.Button(announcement.DueAt is null ? "Schedule…" : "When…", TimeAnnouncementButton.Spec.For(id)),
                Control.Button("Cancel", DiscardAnnouncementButton.Spec.For(id)),
            ]
            :
            [
                Control.Button("Edit", EditAnnouncementButton.Spec.For(id)),
                Control.Button("When…", TimeAnnouncementButton.Spec.For(id)),
                Control.Button("Duplicate", DuplicateAnnouncementButton.Spec.For(id)),
                Control.Button("Cancel it", CancelAnnouncementButton.Spec.For(id), ButtonStyle.Danger),
            ];
        List<Component> last =
        [
            Control.Button("Links…", LinkAnnouncementButton.Spec.For(id)),
            Control.Button("Files…", AttachFilesButton.Spec.For(id)),
        ];
        if (announcement.Event is not null)
        {
            last.Add(Control.Button("Event…", ScheduleEventButton.Spec.For(id)));
        }

        if (look.IsComing && look.LastPost is not null)
        {
            last.AddRange(PostControls(look));
        }

        if (announcement.AwaitsApproval)
        {
            first.InsertRange(0, ApprovalViews.Buttons(announcement));
        }

        last.AddRange(look.IsDraft ? [] : SeriesViews.Buttons(announcement, look.Configuration, look.Now));
        return [.. Control.Rows(first), .. Control.Rows([AnnouncementOptions.Select(announcement), AnnouncementOptions.Ping(announcement)]), .. Control.Rows(last)];
    }

    /// <summary>What can be done with the (last) post.</summary>
    private static IEnumerable<Component> PostControls(AnnouncementLook look)
    {
        var id = look.Announcement.Id;
        if (look.CanBeUndone)
        {
            yield return Control.Button("Undo", UndoPostButton.Spec.For(id), ButtonStyle.Danger);
        }

        yield return Control.Button("Edit the post", EditPostButton.Spec.For(id));
        yield return Control.Button("Correct it", CorrectAnnouncementButton.Spec.For(id));
        if (look is { Announcement.AsksForAcknowledgement: true, LastPost: { } post })
        {
            yield return AcknowledgementViews.Open(post.Id);
        }
    }

    private static bool LooksLikeAPing(string text) =>
        text.Contains("@everyone", StringComparison.Ordinal) || text.Contains("@here", StringComparison.Ordinal) ||
        text.Contains("<@", StringComparison.Ordinal);

    /// <summary>As many lines as there is room for beside a long announcement; the important ones come first.</summary>
    private static string Fitting(IReadOnlyList<string> lines, int room)
    {
        var text = string.Join('\n', lines);
        return text.Length <= room ? text : Md.Cut(text, Math.Max(room, 1));
    }
}
