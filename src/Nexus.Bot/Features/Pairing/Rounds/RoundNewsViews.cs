using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What is told of rounds: in the channel that mentors chose, in the threads of pairs, and to single people.</summary>
internal static class RoundNewsViews
{
    public static Container Begun(Round round) => new(
    [
        new TextDisplay($"🎲 **Round {Number(round.Number)}** of pairs has begun: {Pairs(round.Pairs, round.Trios)}. Each has a private thread."),
        Control.Row(Join("Take part too", round.GuildId)),
    ]);

    public static Container Call(RoundSchedule schedule) => new(
    [
        new TextDisplay(
            "## 🎲 Meet somebody new\n"
            + "In each round I put two people together who fit and have not met: backend with frontend where it can be, with hours in common. The two get a private thread, and find half an hour to talk or build.\n"
            + Call(schedule, schedule.Repeats)
            + "\n-# You can skip a round, pause or leave at any time, and nobody is told."),
        Control.Row(Join("Take part", schedule.GuildId)),
    ]);

    public static Container Nudge(Round round, Pair pair, IReadOnlyList<Interval> times) => new(
    [
        new TextDisplay(
            $"⏳ **Half of round {Number(round.Number)} is over.** If you have not met yet: half an hour is enough to show each other what you build."
            + (times.Count == 0
                ? "\nYour profiles show no hour in common; a message here with two times that suit you is a good beginning."
                : "\nYou all have time here, by each one's own clock:\n" + string.Join('\n', times.Select(Window)))),
        Control.Row([.. Answers(pair)]),
    ]);

    public static Container CheckIn(Round round, Pair pair) => new(
    [
        new TextDisplay($"🎲 **Did you meet?** Round {Number(round.Number)} comes to its end. One press each; only you see your answer, and mentors see how many met."),
        Control.Row([.. Answers(pair), Control.Button("Skip the next round", RoundPartButton.Spec.For(RoundActs.For(RoundActs.Skip, round.GuildId)))]),
    ]);

    public static Container Third(Snowflake person) => new(
    [
        new TextDisplay($"👋 {Md.User(person)} joins you for this round: they came when it had begun, and now you are three. Say hello, and find an hour that suits all of you."),
    ]);

    public static Container LeftOut(Snowflake person, int number, bool isPublic) => new(
    [
        new TextDisplay(
            $"{To(person, isPublic)}🎲 Round {Number(number)} has begun, and this time I found nobody for you. It says nothing about you: with other people it comes out differently. "
            + "When somebody joins late who fits, I put you together; otherwise you come first in the next round."),
    ]);

    public static Container Asleep(Snowflake guild, Snowflake person, bool isPublic) => new(
    [
        new TextDisplay(
            $"{To(person, isPublic)}💤 I had not heard from you in your last {Number(SilentPeople.Rounds)} rounds of pairs, so I put you in no more for now: a partner would have waited for you. "
            + "That is all right, and nobody is told. When you have time again, one press brings you back."),
        Control.Row(Control.Button("Take part again", RoundPartHereButton.Spec.For(RoundActs.For(RoundActs.Join, guild)), ButtonStyle.Primary)),
    ]);

    /// <summary>"12 pairs, one of them three people".</summary>
    public static string Pairs(int pairs, int trios) => (pairs, trios) switch
    {
        (1, 1) => "three people together",
        (1, _) => "1 pair",
        (_, 0) => $"{Number(pairs)} pairs",
        (_, 1) => $"{Number(pairs)} pairs, one of them three people",
        _ => $"{Number(pairs)} pairs, {Number(trios)} of them three people",
    };

    /// <summary>What the thread of one of its pairs is called.</summary>
    public static string PairName(Round round, int number) => $"Round {Number(round.Number)}, pair {Number(number)}";

    /// <summary>When rounds come, as a sentence.</summary>
    public static string Dates(RoundSchedule schedule) => schedule switch
    {
        { IsStopped: true } => "Rounds are paused now; mentors say when they go on.",
        { NextAt: { } next, Repeats: { } repeats } => $"Rounds come {repeats.Words}; the next one {Md.Moment(next)}.",
        { NextAt: { } next } => $"The next round comes {Md.Moment(next)}.",
        _ => "A mentor starts the next round when there are enough of you.",
    };

    // It stands for months: no date that will have passed.
    private static string Call(RoundSchedule schedule, Recurrence? repeats) => repeats is not null && !schedule.IsStopped
        ? $"Rounds come {repeats.Words}; `/pair show` tells when the next one comes by your clock."
        : Dates(schedule);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Button> Answers(Pair pair) =>
    [
        Control.Button("We met", MetButton.For(pair, Met.Yes), ButtonStyle.Success),
        Control.Button("Not yet", MetButton.For(pair, Met.NotYet)),
        Control.Button("We won't", MetButton.For(pair, Met.Wont)),
    ];

    private static Button Join(string label, Snowflake guild) => Control.Button(label, RoundPartButton.Spec.For(RoundActs.For(RoundActs.Join, guild)), ButtonStyle.Primary);

    private static string To(Snowflake person, bool isPublic) => isPublic ? $"{Md.User(person)}, " : "";

    private static string Window(Interval window) => $"• {Md.Time(window.Start.ToDateTimeOffset(), 'F')} to {Md.Time(window.End.ToDateTimeOffset(), 't')}";
}
