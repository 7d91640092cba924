using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What people read about taking part in rounds. It is said to them alone, and nobody else is told.</summary>
internal static class RoundViews
{
    public const string UntilField = "until";

    private const int MostUntil = 100;

    public static IReadOnlyList<string> PauseExamples { get; } = ["in 2 weeks", "1 February", "next Monday"];

    /// <param name="inPlace">On the card that was pressed.</param>
    public static Reply Joined(RoundStanding standing, bool inPlace) => standing.IsOutOfPairs
        ? Show(inPlace, [new TextDisplay("Your profile says that you are left out of pairing, so I put you in no round. `/profile set` has the button to take part again; then come back here.")])
        : Show(inPlace, Card(standing, $"🎲 You take part in rounds of pairs.{(standing.LateFor is { } number ? Late(number) : "")}\n{WhatComes(standing)}{Gaps(standing)}"));

    public static Reply Left(RoundStanding standing, bool inPlace) => Show(
        inPlace, Card(standing, "🍃 You take part in no more rounds of pairs. The pair you are in now stays yours. Nobody is told."));

    public static Reply Skipped(RoundStanding standing, bool inPlace) => Show(inPlace, Card(standing, standing.Part == RoundPart.Skipping
        ? $"⏭️ {TheNext(standing)} goes without you, and you are in again after it. Nobody is told."
        : $"There is nothing to skip. {InWords(standing)}"));

    public static Reply TakenBack(RoundStanding standing, bool inPlace) => Show(inPlace, Card(standing, standing.Part == RoundPart.In
        ? $"🎲 You are in the next round again.\n{WhatComes(standing)}"
        : InWords(standing)));

    public static Reply Paused(RoundStanding standing, bool inPlace) => Show(inPlace, Card(standing, standing.Part == RoundPart.Paused
        ? $"{InWords(standing)} Nobody is told."
        : $"There is nothing to pause. {InWords(standing)}"));

    public static Reply UntilIsUnclear(WhenReading reading, string phrase, DateTimeZone zone) =>
        Reply.Private($"{TimeAnswers.Unclear(reading, phrase)} {TimeAnswers.TimesThatWork(zone, PauseExamples)} Nothing was changed.");

    public static Reply PauseForm(Snowflake guild) => Reply.Form(new Modal
    {
        CustomId = PauseRoundsModal.Spec.For(guild),
        Title = "Pause rounds of pairs",
        Components =
        [
            Control.TextField(
                UntilField, "Until when?", MostUntil, required: false, hint: "Such as in 2 weeks or 1 February; empty: until you come back", placeholder: "in 2 weeks"),
        ],
    });

    /// <summary>For whoever looks how they stand, among other things.</summary>
    public static IReadOnlyList<Component> Standing(RoundStanding standing) =>
        Card(standing, standing.Part == RoundPart.In ? $"🎲 **Rounds of pairs**: you take part. {WhatComes(standing)}" : $"🎲 **Rounds of pairs**: {InWords(standing)}");

    /// <summary>One sentence, with what brings them back.</summary>
    public static string InWords(RoundStanding standing) => standing.Part switch
    {
        _ when standing.IsOutOfPairs => "Your profile says that you are left out of pairing; `/profile set` has the button to take part again.",
        RoundPart.Out => "You take part in no rounds. In each, two people who fit and have not met get to know each other.",
        RoundPart.In => $"You take part. {WhatComes(standing)}",
        RoundPart.Skipping => $"⏭️ {TheNext(standing)} goes without you, and you are in again after it.",
        RoundPart.Paused when standing.Until is { } until => $"⏸️ You are left out of rounds until {Md.Moment(until)}, and in again after that.",
        RoundPart.Paused => "⏸️ You are left out of rounds until you come back.",
        _ => "💤 I put you in no more rounds, because I had not heard from you for three of them. One press brings you back.",
    };

    private static Reply Show(bool inPlace, IReadOnlyList<Component> parts) => inPlace ? Reply.ChangeCard(parts) : Reply.PrivateCard(parts);

    private static IReadOnlyList<Component> Card(RoundStanding standing, string words) => standing.IsOutOfPairs
        ? [new TextDisplay(words)]
        : [new TextDisplay(words), Control.Row([.. Buttons(standing)])];

    private static IEnumerable<Button> Buttons(RoundStanding standing)
    {
        switch (standing.Part)
        {
            case RoundPart.In:
                yield return Here("Skip the next one", RoundActs.Skip);
                yield return Control.Button("Pause…", PauseRoundsButton.Spec.For(standing.Guild));
                yield return Here("Leave", RoundActs.Leave);
                break;
            case RoundPart.Skipping:
                yield return Here("Take it back", RoundActs.Unskip, ButtonStyle.Primary);
                yield return Here("Leave", RoundActs.Leave);
                break;
            case RoundPart.Paused or RoundPart.Asleep:
                yield return Here("Take part again", RoundActs.Join, ButtonStyle.Primary);
                yield return Here("Leave", RoundActs.Leave);
                break;
            default:
                yield return Here("Take part", RoundActs.Join, ButtonStyle.Primary);
                break;
        }

        Button Here(string label, string act, ButtonStyle style = ButtonStyle.Secondary) => Control.Button(label, RoundPartHereButton.Spec.For(RoundActs.For(act, standing.Guild)), style);
    }

    private static string WhatComes(RoundStanding standing) => standing.NextAt is { } next
        ? $"The next one comes {Md.Moment(next)}: I put you with somebody who fits and whom you have not met, and the two of you get a private thread."
        : "No next one is planned yet. When a mentor starts it, I put you with somebody who fits and whom you have not met, and the two of you get a private thread.";

    private static string TheNext(RoundStanding standing) => standing.NextAt is { } next ? $"The next round, {Md.Moment(next)}," : "The next round";

    private static string Late(int number) => $" Round {number} is running already: within the hour I look for somebody for you.";

    private static string Gaps(RoundStanding standing) => standing.Missing == ProfileParts.None
        ? ""
        : $"\n-# I could find who fits better if your profile said something about {ProfileWords.Of(standing.Missing)}: `/profile set`.";
}
