using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>What people read about who has seen an announcement.</summary>
internal static class AcknowledgementViews
{
    private const string GotIt = "Got it";
    private const int PageSize = 40;
    private const int MostNamed = 20;

    /// <summary>Under a post, with how many pressed it.</summary>
    public static Button Button(long deliveryId, int pressed) => Control.Button(
        pressed == 0 ? GotIt : string.Create(CultureInfo.InvariantCulture, $"{GotIt} · {pressed}"),
        AcknowledgeButton.Spec.For(deliveryId),
        ButtonStyle.Success);

    /// <summary>As it looks in a preview, where nobody can press it.</summary>
    public static Button ButtonToCome() => Control.Button(GotIt, AcknowledgeButton.Spec.For(), ButtonStyle.Success, disabled: true);

    /// <summary>For lists and cards of mentors: leads to who has pressed it.</summary>
    public static Button Open(long deliveryId) => Control.Button("Who got it", OpenAcknowledgementsButton.Spec.For(deliveryId));

    public static Reply Noted() => Reply.Private("👍 Noted, thank you.");

    public static Reply AlreadyNoted(Acknowledgement earlier) =>
        Reply.Private($"👍 You already did, {Md.Time(earlier.At, 'R')}. Nothing more to do.");

    public static Reply Gone() => Reply.Private("That announcement no longer stands, so there is nothing to confirm.");

    public static Reply GoneHere() => Reply.ChangeCard(new TextDisplay("That announcement no longer stands. `/announce list` shows those that do."));

    public static Reply NoneAsks() => Reply.Private(
        "No posted announcement asks for **Got it** yet. Choose it under **Options** in the preview of the next one.");

    public static Reply WhichOne(string named, IReadOnlyList<AskingPost> posts) => Reply.PrivateCard(
        new TextDisplay($"I am not sure which post “{Md.EscapeLine(Md.Cut(named, 100))}” is. Press the one you mean:\n"
            + string.Join('\n', posts.Select((post, at) => $"{at + 1}. {Md.EscapeLine(post.Title)} · {Md.Time(post.PostedAt, 'f')}"))),
        Control.Row([.. posts.Select((post, at) => Control.Button(
            string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {Md.Cut(post.Title, 40)}"), OpenAcknowledgementsButton.Spec.For(post.DeliveryId)))]));

    /// <summary>A line of the autocomplete list.</summary>
    public static Suggestion Suggestion(AskingPost post, DateTimeZone zone) => new(
        $"{Md.Cut(post.Title, 50)} · {TimeText.Of(Instant.FromDateTimeOffset(post.PostedAt).InZone(zone))} · {post.Pressed} got it",
        post.DeliveryId.ToString(CultureInfo.InvariantCulture));

    public static Reply LookingUp(AcknowledgedPost post) => Reply.PrivateCard(
        new TextDisplay($"{Heading(post)}\n{SoMany(post.Pressed.Count)} pressed **Got it**.\n-# Looking up who can read it…"));

    public static Reply ListWithoutReaders(AcknowledgedPost post, AcknowledgementPage page) => WithoutReaders(
        post, page, $"{SoMany(post.Pressed.Count)} pressed **Got it**.\n⚠️ Discord does not tell me just now who can read {Md.Channel(post.Channel)}, so I cannot say who has not. Try again in a minute.");

    public static Reply List(AcknowledgedPost post, Readers readers, AcknowledgementPage page)
    {
        if (readers.People is not { } people)
        {
            var of = readers.AtMost is { } most ? $", of at most about {most}" : "";
            return WithoutReaders(
                post, page,
                $"{SoMany(post.Pressed.Count)} pressed **Got it**{of}.\nI cannot tell who has not, because Discord does not show me who is on this server. "
                + "An admin can change that: Discord Developer Portal → this bot → **Bot** → switch on **Server Members Intent**. It works at once.");
        }

        var (meant, missing) = (post.MeantFor(people), post.Missing(people));
        var (pressed, others) = (meant.Count - missing.Count, post.Pressed.Count - (meant.Count - missing.Count));
        var whom = post.Announcement.PingRoleId is { } role && role != post.Delivery.GuildId ? $"{Md.Role(role)} in {Md.Channel(post.Channel)}" : $"those who can read {Md.Channel(post.Channel)}";
        var summary = missing.Count == 0
            ? $"🎉 **All {meant.Count}** of {whom} pressed **Got it**."
            : $"**{pressed} of {meant.Count}** of {whom} pressed **Got it**.";
        summary += others > 0 ? $" So did {others} more." : "";
        var (lines, turns) = page.ShowsPressed || missing.Count == 0
            ? Pressed(post, page)
            : Page($"**Not yet ({missing.Count})**", missing, page, person => Md.User(person), ", ");
        var toNudge = post.ToNudge(people).Count;
        return Reply.ChangeCard(
        [
            new TextDisplay($"{Heading(post)}\n{summary}{Nudged(post)}"),
            new TextDisplay(lines),
            .. Control.Rows(
            [
                .. toNudge > 0 ? [Control.Button($"Nudge {Those(toNudge)} once", NudgeButton.Spec.For(post.Delivery.Id), ButtonStyle.Primary)] : Array.Empty<Component>(),
                .. missing.Count > 0 && post.Pressed.Count > 0 ? [Switch(page)] : Array.Empty<Component>(),
                Control.Link("Open the post", post.Link),
            ]),
            .. turns,
        ]);
    }

    /// <summary>The direct message, as somebody gets it.</summary>
    public static Container Nudge(AcknowledgedPost post, Snowflake askedBy, Button gotIt) => new(
    [
        new TextDisplay(
            $"👋 {Md.User(askedBy)} would like to know that **{Md.EscapeLine(post.Announcement.Title)}** in {Md.Channel(post.Channel)} has reached you.\n"
            + "Have a look when you can, and press **Got it**, here or there. You are asked only this once."),
        Control.Row(Control.Link("Read it", post.Link), gotIt),
    ]);

    public static Reply NudgePreview(AcknowledgedPost post, Snowflake askedBy, int many) => many == 0
        ? Reply.ChangeCard(
            new TextDisplay("Nobody is left to nudge: everyone has pressed **Got it**, or was nudged for this post before."),
            Control.Row(Back(post)))
        : Reply.ChangeCard(
            new TextDisplay($"{(many == 1 ? "**1 person** gets" : $"**{many} people** get")} this as a direct message, once for this post. Whoever presses **Got it** before it arrives gets none."),
            Nudge(post, askedBy, ButtonToCome()),
            Control.Row(
                Control.Button(many == 1 ? "Send it" : $"Send {many} messages", SendNudgesButton.Spec.For(post.Delivery.Id), ButtonStyle.Primary),
                Back(post)));

    public static Reply NudgesAreOnTheirWay(AcknowledgedPost post, int many) => Reply.ChangeCard(
        new TextDisplay(many == 0
            ? "Nobody was left to nudge: everyone has pressed **Got it**, or was nudged for this post before."
            : $"✅ {SoMany(many)} {(many == 1 ? "gets" : "get")} a direct message now. The list shows whom it did not reach."),
        Control.Row(Back(post)));

    private static string Heading(AcknowledgedPost post) =>
        $"## Got it: {Md.EscapeLine(post.Announcement.Title)}\n-# Posted {Md.Time(post.Delivery.SentAt ?? post.Delivery.DueAt, 'f')} in {Md.Channel(post.Channel)}";

    private static string Nudged(AcknowledgedPost post)
    {
        if (post.Nudges.Count == 0)
        {
            return "";
        }

        var arrived = post.Nudges.Count(nudge => nudge.State == DeliveryState.Sent);
        var waiting = post.Nudges.Count(nudge => nudge.State is DeliveryState.Waiting or DeliveryState.Sending);
        var closed = post.Nudges.Where(nudge => nudge.State == DeliveryState.Failed).Select(nudge => nudge.Person).ToList();
        var named = string.Join(", ", closed.Take(MostNamed).Select(Md.User)) + (closed.Count > MostNamed ? ", …" : "");
        return $"\nNudged: {arrived}." + (waiting > 0 ? $" On its way: {waiting}." : "")
            + (closed.Count > 0 ? $" Not reached, since they take no direct messages from me: {named}." : "");
    }

    private static Reply WithoutReaders(AcknowledgedPost post, AcknowledgementPage page, string summary)
    {
        var (lines, turns) = Pressed(post, page);
        return Reply.ChangeCard(
            [new TextDisplay($"{Heading(post)}\n{summary}{Nudged(post)}"), new TextDisplay(lines), Control.Row(Control.Link("Open the post", post.Link)), .. turns]);
    }

    private static (string Lines, IEnumerable<Component> Turns) Pressed(AcknowledgedPost post, AcknowledgementPage page) => post.Pressed.Count == 0
        ? ("Nobody has pressed it yet.", [])
        : Page($"**Got it ({post.Pressed.Count})**", post.Pressed, page with { ShowsPressed = true }, it => $"{Md.User(it.UserId)} {Md.Time(it.At, 'R')}", ", ");

    private static (string Lines, IEnumerable<Component> Turns) Page<T>(string title, IReadOnlyList<T> all, AcknowledgementPage page, Func<T, string> line, string between)
    {
        var (shown, number, pages) = Paging.Slice(all, page.Number, PageSize);
        return ($"{title}\n{string.Join(between, shown.Select(line))}", Paging.Turns(
            number, pages, (way, to) => PageAcknowledgementsButton.Spec.For($"{(page with { Number = to }).ToText()}/{way}")));
    }

    private static Button Switch(AcknowledgementPage page) => Control.Button(
        page.ShowsPressed ? "Show who has not" : "Show who has",
        PageAcknowledgementsButton.Spec.For($"{(page with { ShowsPressed = !page.ShowsPressed, Number = 0 }).ToText()}/switch"));

    private static Button Back(AcknowledgedPost post) =>
        Control.Button("Back to the list", PageAcknowledgementsButton.Spec.For($"{new AcknowledgementPage(post.Delivery.Id).ToText()}/back"));

    private static string SoMany(int many) => many switch
    {
        0 => "**Nobody** has",
        1 => "**1 person**",
        _ => $"**{many} people**",
    };

    private static string Those(int many) => many == 1 ? "that person" : string.Create(CultureInfo.InvariantCulture, $"those {many}");
}
