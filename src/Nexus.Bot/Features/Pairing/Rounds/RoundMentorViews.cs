using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Rounds as mentors see them.</summary>
internal static class RoundMentorViews
{
    public const string WhenField = "when";

    private const int MostNames = 60;
    private const int MostOthers = 12;
    private const int MostWhen = 100;

    public static IReadOnlyList<string> Examples { get; } = ["every Monday at 9:00", "every 2 weeks on Monday at 9:00", "every 4 weeks on Friday at 12:00"];

    public static Reply Card(RoundCard card) => Reply.PrivateCard(Parts(card, ""));

    /// <param name="note">What has just been done; empty for nothing.</param>
    public static Reply CardHere(RoundCard card, string note) => Reply.ChangeCard(Parts(card, note));

    public static Reply Looking() => Reply.ChangeCard(new TextDisplay("🔎 I look who is there and who would meet whom…"));

    public static Reply Look(RoundLook look, RoundCard card) => Reply.ChangeCard(
        new TextDisplay(string.Join('\n', LookLines(look, card))),
        Control.Row([
            .. look.Pairs.Count == 0 ? Array.Empty<Button>() : [Control.Button("Draw", DrawRoundButton.Spec.For(look.Number), ButtonStyle.Primary)],
            Control.Button("Back", RoundCardButton.Spec.For()),
        ]));

    public static Reply CannotLook() => Reply.ChangeCard(
        new TextDisplay("⚠️ Discord does not answer, so I could not see who is there. Nothing was drawn; try again in a minute."), Control.Row(Control.Button("Back", RoundCardButton.Spec.For())));

    public static Reply Drawing(long number) => Reply.ChangeCard(new TextDisplay($"🎲 Round {number} is being drawn…"));

    public static Reply DrawnAlready(RoundCard card, long number) => CardHere(card, $"Round {number} has been drawn already.");

    public static Reply Drawn(RoundCard card) => CardHere(card, card.Latest is { Round: var round }
        ? $"🎲 Round {RoundNewsViews.Number(round.Number)} is drawn: {RoundNewsViews.Pairs(round.Pairs, round.Trios)}. The threads open within the next minutes, and each pair is told there."
        : "");

    public static Reply NotDrawn(RoundCard card, bool isWaiting) => CardHere(card, isWaiting
        ? "⏳ Discord does not answer right now. The round is drawn as soon as it does."
        : "Nobody could be paired: meanwhile too few take part. Nothing was drawn.");

    public static Reply ScheduleForm(RoundSchedule schedule, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = ScheduleRoundsModal.Spec.For(),
        Title = "When do rounds come?",
        Components =
        [
            Control.TextField(
                WhenField, "When", MostWhen, required: false, value: ToEdit(schedule, zone), hint: $"By the clock of {zone.Id}; empty: only when you start one", placeholder: Examples[1]),
        ],
    });

    public static string WhenIsUnclear(WhenReading reading, string phrase, DateTimeZone zone) =>
        $"⚠️ {TimeAnswers.Unclear(reading, phrase)} Nothing was changed. {TimeAnswers.TimesThatWork(zone, Examples)}";

    public static string TooClose() =>
        $"⚠️ Rounds come at least {RoundNewsViews.Number(RoundDates.LeastApart.Days)} days apart: two people need some days to find an hour. Nothing was changed.";

    public static string Scheduled(RoundSchedule schedule) => schedule.NextAt is null ? "📅 No rounds are planned any more; you can start one here." : "📅 That is saved.";

    public static Reply CallPreview(RoundSchedule schedule, Snowflake channel) => Reply.ChangeCard(
        new TextDisplay($"This is posted in {Md.Channel(channel)}, and pings nobody. There I also say with one quiet line when a round begins."),
        new Container([.. RoundNewsViews.Call(schedule).Components.OfType<TextDisplay>()]),
        Control.Row(Control.Button("Post it", PostCallButton.Spec.For(channel), ButtonStyle.Primary), Control.Button("Back", RoundCardButton.Spec.For())));

    public static Reply YouMayNotWriteThere(Snowflake channel) => Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was changed.");

    public static string Posting(Snowflake channel) => $"📣 The call comes to {Md.Channel(channel)}…";

    public static string Posted(Snowflake channel) => $"📣 The call stands in {Md.Channel(channel)}; who presses its button takes part.";

    public static string CannotPost(Snowflake channel, bool mayPass) => mayPass
        ? "⚠️ Discord does not answer, so nothing was posted. Try again in a minute."
        : $"⚠️ I may not write in {Md.Channel(channel)}, so nothing was posted. Let me **View Channel** and **Send Messages** there, then choose it again.";

    /// <summary>After who started it, for the log.</summary>
    public static string Logged(Round round, IReadOnlyList<Snowflake> leftOut, bool byMentor) =>
        $"{(byMentor ? "started" : "drew")} round {RoundNewsViews.Number(round.Number)} of pairs: {RoundNewsViews.Pairs(round.Pairs, round.Trios)}"
        + (leftOut.Count == 0 ? "" : $". Nobody fits for {Names(leftOut, MostOthers)}, which may come from a private wish of one of them; they come first next time");

    public static string LoggedTooFew(RoundLook look, DateTimeOffset? next) =>
        $"drew no round of pairs: {TooFew(look)}. {(next is { } at ? $"I try again {Md.Moment(at)}" : "Mentors can start one with `/pair round`")}; this is said only once";

    public static string LoggedCall(Snowflake channel) => $"posted the call for rounds of pairs in {Md.Channel(channel)}";

    public static string LoggedSchedule(RoundSchedule schedule) => schedule.NextAt is null ? "took the dates of rounds of pairs away" : $"planned rounds of pairs: {(schedule.Repeats is { } repeats ? repeats.Words : "once")}";

    public static string LoggedStop(bool isStopped) => isStopped ? "paused the rounds of pairs" : "let the rounds of pairs go on";

    private static string? ToEdit(RoundSchedule schedule, DateTimeZone zone) => schedule switch
    {
        { Repeats: { } repeats } => new Reading(Zones.Moment(repeats.Start, repeats.Zone).WithZone(zone), Repeats: repeats).ToKeep(),
        { NextAt: { } next } => TimeText.ToEdit(next, zone),
        _ => null,
    };

    private static IReadOnlyList<Component> Parts(RoundCard card, string note) =>
    [
        new TextDisplay(string.Join('\n', Lines(card))),
        .. note.Length == 0 ? Array.Empty<Component>() : [new TextDisplay(note)],
        Control.Row(
            Control.Button("Start a round now…", StartRoundButton.Spec.For(), ButtonStyle.Primary),
            Control.Button("Schedule…", ScheduleRoundsButton.Spec.For()),
            card.Schedule.IsStopped ? Control.Button("Go on", StopRoundsButton.Spec.For("0")) : Control.Button("Pause all rounds", StopRoundsButton.Spec.For("1"), disabled: card.Schedule.NextAt is null),
            Control.Button("Refresh", RoundCardButton.Spec.For())),
        Control.Row(new ChannelSelect { CustomId = CallChannelSelect.Spec.For(), Placeholder = "Call for people in a channel…", MinValues = 1, MaxValues = 1, ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement] }),
    ];

    private static IEnumerable<string> Lines(RoundCard card)
    {
        var taking = card.People[RoundPart.In].ToList();
        yield return "### 🎲 Rounds of pairs";
        yield return taking.Count == 0
            ? "🙋 **Taking part**: nobody yet. Nobody is in a round without having said so: `/pair join`, or the button of a call that you post here."
            : $"🙋 **Taking part**: {RoundNewsViews.Number(taking.Count)}. {Names(taking, MostNames)}";
        (int Count, string Words)[] others =
        [
            (card.People[RoundPart.Skipping].Count(), "skip the next one"), (card.People[RoundPart.Paused].Count(), "paused"), (card.People[RoundPart.Asleep].Count(), "paused by me after three rounds without a word"),
        ];
        if (others.Any(other => other.Count > 0))
        {
            yield return $"-# Not in the next one: {string.Join(", ", others.Where(other => other.Count > 0).Select(other => $"{RoundNewsViews.Number(other.Count)} {other.Words}"))}";
        }

        yield return card.Schedule switch
        {
            { IsStopped: true } => "⏸️ **Next**: paused. What has begun goes on.",
            { NextAt: null } => "📅 **Next**: none planned. **Schedule…** takes words such as “every 2 weeks on Monday at 9:00”.",
            _ => $"📅 **Next**: {RoundNewsViews.Dates(card.Schedule)}",
        };
        if (card.Schedule.ChannelId is { } channel)
        {
            yield return $"📣 **Told in** {Md.Channel(channel)}, with one quiet line.";
        }

        if (card.Latest is { } latest)
        {
            yield return $"🎲 **Round {RoundNewsViews.Number(latest.Round.Number)}**, {Md.Time(latest.Round.At, 'R')}: {RoundNewsViews.Pairs(latest.Round.Pairs, latest.Round.Trios)}. "
                + $"Met: {latest.Met} · not yet: {latest.NotYet} · won't: {latest.Wont} · nothing said: {latest.Unheard}";
            if (latest.Helps.Count > 0)
            {
                yield return $"🧑‍🏫 **Would like a mentor's help**: {Names(latest.Helps, MostOthers)}";
            }
        }
    }

    private static IEnumerable<string> LookLines(RoundLook look, RoundCard card)
    {
        yield return $"### 🔎 Round {RoundNewsViews.Number(look.Number)}, if you draw it now";
        yield return look.Pairs.Count == 0
            ? $"It would be nobody: {TooFew(look)}. A call for people may help."
            : $"**{RoundNewsViews.Pairs(look.Pairs.Count, look.Trios)}** of {RoundNewsViews.Number(look.Taking.Count)} people. Nobody hears of it before **Draw**.";
        if (look.Pairs.Count > 0)
        {
            yield return look.Repeats switch
            {
                0 => "✨ All of them meet somebody new.",
                1 => "🔁 Two people meet again: not everybody can be with somebody new.",
                var many => $"🔁 {RoundNewsViews.Number(many)} pairs meet again: not everybody can be with somebody new.",
            };
        }

        if (look.LeftOut.Count > 0)
        {
            yield return $"-# Nobody fits for them (which may come from a private wish); they come first next time: {Names(look.LeftOut, MostOthers)}";
        }

        (int Count, string Words)[] others =
        [
            (look.Skipping.Count, "skip this one"), (look.Paused.Count, "paused"), (look.OutOfPairs.Count, "left out by their own profile"), (look.Gone.Count, "no longer on the server"),
            (look.Silent.Count, "without a word for three rounds, whom I pause and tell how to come back"),
        ];
        if (others.Any(other => other.Count > 0))
        {
            yield return $"-# Not in it: {string.Join(", ", others.Where(other => other.Count > 0).Select(other => $"{RoundNewsViews.Number(other.Count)} {other.Words}"))}";
        }

        if (look.Pairs.Count > 0 && card.Latest?.Round is { CheckedInAt: null } running)
        {
            yield return $"Round {RoundNewsViews.Number(running.Number)} began {Md.Time(running.At, 'R')} and goes on until {Md.Moment(running.EndsAt)}. If you draw now, its people are asked at once whether they met.";
        }

        if (look.Pairs.Count > 0 && card.Schedule.Next is { } at)
        {
            yield return $"The one that is planned still comes {Md.Moment(at)}.";
        }
    }

    private static string TooFew(RoundLook look) => look.Taking.Count switch
    {
        0 => "nobody takes part",
        1 => "only one person takes part",
        var many => $"of the {RoundNewsViews.Number(many)} who take part no two can be together, which may come from private wishes",
    };

    private static string Names(IReadOnlyList<Snowflake> people, int most) =>
        string.Join(", ", people.Take(most).Select(Md.User)) + (people.Count > most ? $" and {RoundNewsViews.Number(people.Count - most)} more" : "");
}
