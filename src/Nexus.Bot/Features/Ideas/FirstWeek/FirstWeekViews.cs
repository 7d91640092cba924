using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Who has neither an idea nor joined one: for mentors, and what those people read.</summary>
internal static class FirstWeekViews
{
    private const int PageSize = 8;
    private const int MostNamed = 40;
    private const int MostTitle = 60;

    /// <summary>While Discord is asked.</summary>
    public static Reply Looking() => Reply.Private("Looking who has neither an idea nor joined one…");

    public static Reply CannotLook() => Reply.Private("Discord does not tell me now who is on this server. Nothing was changed; try again in a minute.");

    public static Reply NoStart() => Reply.Private("I do not know the first day of the cohort. An admin says it with `/idea settings` under **Numbers and dates…**");

    public static Reply Card(FirstWeekList list, int page, string? news = null)
    {
        var (shown, at, pages) = Paging.Slice(list.Idle, page, PageSize);
        var parts = new List<Component>();
        if (news is not null)
        {
            parts.Add(new TextDisplay(news));
        }

        parts.Add(new TextDisplay(Heading(list)));
        foreach (var track in shown.GroupBy(idle => idle.Learner.Track))
        {
            parts.Add(new TextDisplay($"**{Track(track.Key)}**"));
            parts.AddRange(track.Select(idle => Line(idle, list.Unreached.Contains(idle.Learner.Person))));
        }

        if (list.Idle.Count > 0)
        {
            parts.Add(Control.Row(NudgeAll(list)));
        }

        parts.AddRange(Paging.Turns(at, pages, (way, to) => WithoutPageButton.Spec.For($"{way}/{to.ToString(CultureInfo.InvariantCulture)}")));
        return Reply.ChangeCard(parts);
    }

    public static Container ForMentors(FirstWeekList list) => new(
    [
        new TextDisplay(Heading(list)),
        .. list.Idle.Take(MostNamed).GroupBy(idle => idle.Learner.Track)
            .Select(track => new TextDisplay($"**{Track(track.Key)}**: {string.Join(", ", track.Select(idle => $"{Md.User(idle.Learner.Person)} (day {Number(idle.Day)})"))}")),
        .. list.Idle.Count > MostNamed ? new[] { new TextDisplay($"… and {Number(list.Idle.Count - MostNamed)} more.") } : [],
        Control.Row(NudgeAll(list), Control.Button("Show the list", ShowWithoutButton.Spec.For())),
    ]);

    /// <summary>To the person: three easy first steps.</summary>
    public static Container Nudge(IdeaNudge nudge, string server, Snowflake by, IdeaRole? track, IReadOnlyList<Idea> ideas, Snowflake? place)
    {
        var wanted = track is { } role ? $" for {IdeaText.Role(role)}" : "";
        var words = new List<string>
        {
            $"👋 Hi! {Md.User(by)} of **{Md.EscapeLine(server)}** thought of you: you have not joined a project idea yet. No hurry; these are the easiest first steps:",
            ideas.Count > 0
                ? $"1. **Look at one** that still has a place{wanted}:\n" + string.Join('\n', ideas.Select(idea => $"   • {IdeaNameViews.Name(idea)}"))
                : "1. **Look around**: `/idea board` on the server shows all ideas. A vote or a question helps its author already.",
            "2. **Propose your own** with `/idea add` on the server. A title and a sentence are enough to begin; others help to shape it.",
            "3. **Ask somebody**: a mentor, or whoever sits next to you. Two with no idea find one faster.",
        };
        return new Container(
        [
            new TextDisplay(string.Join('\n', words)),
            Control.Row(
            [
                .. ideas.Select(idea => Control.Link(string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} {Md.Cut(Md.Line(idea.Title), MostTitle)}"), IdeaCards.Url(idea)!)),
                .. place is { } forum ? new[] { Control.Link("All ideas", Md.ChannelUrl(nudge.GuildId, forum)) } : [],
                Control.Button("Don't ask me again", NudgesOffButton.Spec.For(nudge.GuildId)),
            ]),
        ]);
    }

    /// <summary>To mentors, in place of a message that could not be sent.</summary>
    public static Container NotReached(Snowflake person, Snowflake by) => new(
    [
        new TextDisplay($"✉️ {Md.User(by)}, I could not write to {Md.User(person)} about having no idea yet: they take no direct messages from me. A word of yours reaches them better anyhow."),
    ]);

    public static string Nudged(Snowflake person, NudgeResult result) => result switch
    {
        NudgeResult.Sent => $"✅ {Md.User(person)} gets a direct message with three easy first steps. If their direct messages are closed, `/idea without` says so then.",
        NudgeResult.HasOne => $"{Md.User(person)} has an idea, or joined one, by now. Nothing was sent.",
        NudgeResult.WantsNone => $"{Md.User(person)} asked for no such messages. Nothing was sent; a word of yours is another matter.",
        NudgeResult.JustNudged => $"{Md.User(person)} was written to a short while ago. Nothing was sent; two days between messages are kinder.",
        NudgeResult.Enough => $"{Md.User(person)} was written to {Number(FirstWeekRules.MostNudges)} times. Nothing was sent; talk to them instead.",
    };

    public static string NudgedAll(IReadOnlyList<NudgeResult> results)
    {
        var sent = results.Count(result => result == NudgeResult.Sent);
        var others = results.Where(result => result != NudgeResult.Sent).GroupBy(result => result).OrderBy(group => group.Key).Select(group => $"{Number(group.Count())} {Why(group.Key, group.Count())}").ToList();
        return (sent == 0 ? "Nobody was written to." : $"✅ {(sent == 1 ? "1 person gets" : $"{Number(sent)} people get")} a direct message with three easy first steps.")
            + (others.Count == 0 ? "" : $" Not written to: {string.Join(", ", others)}.");
    }

    public static Reply NoMoreNudges(Snowflake guild) => Reply.ChangeCard(
        new TextDisplay("👍 I will not write to you about ideas again. When you want one: `/idea board` on the server."),
        Control.Row(Control.Button("Undo", NudgesOnButton.Spec.For(guild))));

    public static Reply NudgesAgain(Snowflake guild) => Reply.ChangeCard(
        new TextDisplay("👍 A mentor may have me write to you about ideas again."),
        Control.Row(Control.Button("Don't ask me again", NudgesOffButton.Spec.For(guild))));

    public static Reply NothingToChoose() => Reply.Private("Nobody had me write to you from that server, so there is nothing to turn off.");

    private static string Heading(FirstWeekList list)
    {
        var day = list.Day!.Value;
        var known = list.OfAbout is { } about
            ? $"\n-# I know {People(list.Learners)} here who {(list.Learners == 1 ? "learns" : "learn")}, of about {Number(about)} on the server with mentors and bots: Discord tells me only who wrote or pressed something. "
                + "Whoever runs me can switch `Discord:MembersIntent` on; then I see everybody."
            : "";
        return (list.Idle.Count, day) switch
        {
            (0, < 1) => $"### The cohort has not begun\nIt begins in {Days(1 - day)}. From its day 3 on I show here who has neither an idea nor joined one.{known}",
            (0, < 3) => $"### Day {Number(day)} of the cohort\nFrom day 3 on I show here who has neither an idea nor joined one.{known}",
            (0, _) => $"### Nobody is without an idea\n🎉 {(list.Learners == 0 ? "I know nobody here who learns yet." : "Everybody I know of has an idea or joined one, or is in their first two days.")}{known}",
            var (many, _) => $"### {Number(many)} of {People(list.Learners)} {(many == 1 ? "has" : "have")} neither an idea nor joined one\n"
                + $"-# Day {Number(day)} of the cohort. The day behind a name is of their own first week: who joined later has as many.{known}",
        };
    }

    private static Section Line(Idle idle, bool isUnreached)
    {
        var learner = idle.Learner;
        var state = learner.WantsNoNudge ? " · wants no messages"
            : isUnreached ? " · takes no direct messages from me"
            : learner.NudgedAt is { } at ? $" · written to {Md.Time(at, 'R')}{(learner.Nudges > 1 ? $", {Number(learner.Nudges)} times" : "")}"
            : "";
        return new Section([new TextDisplay($"{Md.User(learner.Person)} · day {Number(idle.Day)}{state}")], Control.Button("Nudge", NudgeButton.Spec.For(learner.Person)));
    }

    private static Button NudgeAll(FirstWeekList list) =>
        Control.Button(list.Idle.Count == 1 ? "Nudge them" : $"Nudge all {Number(list.Idle.Count)}", NudgeAllButton.Spec.For(), ButtonStyle.Primary);

    private static string Why(NudgeResult result, int many) => result switch
    {
        NudgeResult.HasOne => many == 1 ? "has one by now" : "have one by now",
        NudgeResult.WantsNone => many == 1 ? "wants no messages" : "want no messages",
        NudgeResult.JustNudged => many == 1 ? "was written to a short while ago" : "were written to a short while ago",
        NudgeResult.Enough => string.Create(CultureInfo.InvariantCulture, $"{(many == 1 ? "was" : "were")} written to {FirstWeekRules.MostNudges} times"),
        NudgeResult.Sent => "",
    };

    private static string Track(IdeaRole? track) => track switch
    {
        IdeaRole.Backend => "Backend",
        IdeaRole.Frontend => "Frontend",
        _ => "No track yet",
    };

    private static string People(int many) => many == 1 ? "1 person" : $"{Number(many)} people";

    private static string Days(int many) => many == 1 ? "1 day" : $"{Number(many)} days";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
