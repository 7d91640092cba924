using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>What those read who answer, and those who look for them.</summary>
internal static class AnswererViews
{
    private const int TopicsPerPage = 12;
    private const int MostPeople = 10;

    public static Reply Saved(AnswererShown shown, bool isNew, DateTimeOffset now) =>
        Card(Reply.PrivateCard, shown, isNew ? "### Thank you! You help with questions now" : "### Saved", now);

    public static Reply Shown(AnswererShown shown, bool isOwn, DateTimeOffset now) => isOwn
        ? Card(Reply.PrivateCard, shown, "### You help with questions", now)
        : Reply.PrivateCard(new TextDisplay($"### {Md.User(shown.Profile.PersonId)} helps with questions\n{Facts(shown, now, isOwn: false)}"));

    public static Reply ShownHere(AnswererShown shown, DateTimeOffset now) => Card(Reply.ChangeCard, shown, "### You help with questions", now);

    public static Reply NotYet() => Reply.Private(
        "You have not said what you can help with. Begin with a topic or two, such as `/helper set topics:Celery, Docker`: then I ask you when a question fits, "
        + "in your hours, and never more than you want at a time. Everybody may help, not only mentors.");

    public static Reply NotOne(Snowflake person) => Reply.Private($"{Md.User(person)} has not said what they help with.");

    public static Reply OnlyMentors() => Reply.Private("What somebody else said is for mentors to see. `/helper list` shows who knows what.");

    public static Reply UnknownTopics(IReadOnlyList<(string Name, IReadOnlyList<HubPage> Like)> unknown) => Reply.Private(string.Join('\n',
    [
        "Nothing was saved: the hub has no page of this name.",
        .. unknown.Select(one => $"- “{Md.EscapeLine(Md.Cut(one.Name, 50))}”"
            + (one.Like.Count == 0 ? "" : $": did you mean {string.Join(", ", one.Like.Select(page => $"**{Md.EscapeLine(page.Title)}**"))}?")),
        "-# Several topics have commas between them; the list that opens while you type names them.",
    ]));

    public static Reply TooManyTopics(int many) => Reply.Private(
        string.Create(CultureInfo.InvariantCulture, $"Nothing was saved: these are {many} topics, and {AnswererProfile.MostTopics} are the most. The ones you know best are enough: I ask you for what is near them as well."));

    public static Reply HoursUnclear(string phrase) => Reply.Private(
        $"Nothing was saved: I cannot read “{Md.EscapeLine(Md.Cut(phrase, DutyWords.MostCharacters))}” as hours. What works: `18:00-22:00`, `weekdays 9-17`, `Mon Wed 6-10pm`, `evenings`, `any time`.");

    public static Reply UntilUnclear(WhenReading reading, string phrase, DateTimeZone zone) => Reply.Private(
        $"You are still on duty. {TimeAnswers.Unclear(reading, phrase)}\n{TimeAnswers.TimesThatWork(zone, ["Monday", "in 3 days", "tomorrow 18:00"])} Without a time you are off until `/helper on`.");

    public static Reply On(AnswererShown shown, DateTimeOffset now) => Reply.Private(OnText(shown, now));

    public static Reply Off(AnswererProfile profile) => Reply.Private(OffText(profile)).With(Control.Button("On duty again", SetDutyButton.Spec.For("on")));

    public static Reply AskRemoval(AnswererShown shown) => Reply.Private(
        $"Forget {(shown.Topics.Count == 0 ? "that you help" : $"that you help with {Topics(shown)}")}, and your hours? You are asked nothing more. What you have taken stays yours.\n-# For a pause, `/helper off` keeps it all.").With(
        Control.Button("Forget it", RemoveHelperButton.Spec.For(), ButtonStyle.Danger),
        Control.Button("Keep it", KeepHelperButton.Spec.For()));

    public static Reply Removed() => Reply.Change("Forgotten. Thank you for helping! `/helper set` begins anew whenever you like.");

    public static Reply Kept() => Reply.Change("Kept. Nothing was changed.");

    public static Reply NothingToRemove() => Reply.Change("There is nothing to forget any more.");

    public static Reply List(IReadOnlyList<TopicAnswerers> topics, int page) => topics.Count == 0 ? NoHelpers() : Reply.PrivateCard(ListParts(topics, page));

    public static Reply ListHere(IReadOnlyList<TopicAnswerers> topics, int page) =>
        topics.Count == 0 ? Reply.ChangeCard(new TextDisplay("Nobody has said what they help with any more.")) : Reply.ChangeCard(ListParts(topics, page));

    public static Reply NobodyKnows(string topic) => Reply.Private(
        $"Nobody has said that they know **{Md.EscapeLine(topic)}**. Ask all the same: mentors are asked as well. If you know it, `/helper set topics:…` says so.");

    private static Reply NoHelpers() => Reply.Private("Nobody has said yet what they help with. If you know something well, `/helper set` with a topic begins it: everybody may.");

    private static List<Component> ListParts(IReadOnlyList<TopicAnswerers> topics, int page)
    {
        (var shown, page, var pages) = Paging.Slice(topics, page, TopicsPerPage);
        return
        [
            new TextDisplay("### Who helps with what\n" + string.Join('\n', shown.Select(Line))),
            new TextDisplay("-# 🟢 may be asked now, 🌙 later. A question reaches them by itself: there is no need to write to them."),
            .. Paging.Turns(page, pages, (way, to) => PageHelpersButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{way}.{to}"))),
        ];
    }

    private static string Line(TopicAnswerers topic)
    {
        var people = topic.People.OrderByDescending(one => one.IsReachable).ThenByDescending(one => one.Rank).ToList();
        var more = people.Count > MostPeople ? string.Create(CultureInfo.InvariantCulture, $" and {people.Count - MostPeople} more") : "";
        return $"- **{Md.EscapeLine(topic.Topic)}**: {string.Join(", ", people.Take(MostPeople).Select(one => $"{(one.IsReachable ? "🟢" : "🌙")} {Md.User(one.Person)}{Rank(one.Rank)}"))}{more}";
    }

    private static string Rank(AnswererRank rank) => rank switch
    {
        AnswererRank.Lead => " (lead)",
        AnswererRank.Mentor => " (mentor)",
        _ => "",
    };

    private static Reply Card(Func<IReadOnlyList<Component>, Reply> make, AnswererShown shown, string title, DateTimeOffset now)
    {
        var isAway = !shown.Profile.IsOnDuty || shown.Profile.AwayUntil > now;
        return make(
        [
            new TextDisplay($"{title}\n{Facts(shown, now, isOwn: true)}"),
            new TextDisplay(
                (shown.Zone.IsOwn ? "" : $"⏰ I do not know your time zone, so these hours are read in the server's, {shown.Zone.Zone.Id}. `/timezone set` with your city makes them yours.\n")
                + "-# Being asked obliges you to nothing. `/helper set` changes any of this."),
            Control.Row(isAway
                ? Control.Button("On duty again", SetDutyButton.Spec.For("on"), ButtonStyle.Success)
                : Control.Button("Off duty", SetDutyButton.Spec.For("off"))),
        ]);
    }

    private static string Facts(AnswererShown shown, DateTimeOffset now, bool isOwn)
    {
        var profile = shown.Profile;
        string[] lines =
        [
            $"- Topics: {Topics(shown)}",
            $"- Tracks: {(profile.Tracks.Count == 0 ? "none in particular" : string.Join(" and ", profile.Tracks))}",
            $"- At a time: {(profile.Capacity == 1 ? "1 question" : string.Create(CultureInfo.InvariantCulture, $"at most {profile.Capacity} questions"))}",
            $"- Hours: {DutyWords.Of(DutyTime.Of(profile))} ({shown.Zone.Zone.Id})",
            "- " + Duty(shown, now, isOwn),
        ];
        return string.Join('\n', lines);
    }

    private static string Duty(AnswererShown shown, DateTimeOffset now, bool isOwn) => shown switch
    {
        { Profile.IsOnDuty: false } => isOwn ? "🔕 Off duty: I ask you nothing until `/helper on`" : "🔕 Off duty",
        { Profile.AwayUntil: { } until } when until > now => $"🔕 Off duty until {Md.Moment(until)}",
        _ when shown.IsReachable(now) => isOwn ? "🟢 On duty: I may ask you now" : "🟢 On duty now",
        _ => $"🌙 On duty, {(shown.FreeFrom(now) is { } from ? $"from {Md.Time(from)} on" : "but never in these hours")}",
    };

    private static string OnText(AnswererShown shown, DateTimeOffset now) => shown.IsReachable(now)
        ? "🟢 You are on duty: when a question fits, I ask you."
        : $"🟢 You are on duty again. Your hours begin {(shown.FreeFrom(now) is { } from ? Md.Time(from, 'R') : "never; `/helper set hours:…` changes that")}.";

    private static string OffText(AnswererProfile profile) =>
        (profile.AwayUntil is { } until ? $"🔕 You are off duty until {Md.Moment(until)}, and back by yourself then." : "🔕 You are off duty until `/helper on`.")
        + " I ask you nothing. What you have taken stays yours; if somebody else should have it, give it back.";

    private static string Topics(AnswererShown shown) =>
        shown.Topics.Count == 0 ? "none in particular" : string.Join(", ", shown.Topics.Select(topic => $"**{Md.EscapeLine(topic)}**"));
}
