using System.Globalization;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>The opener of a pair's thread: who they are, when all have time, how to begin.</summary>
internal static class PairOpenerViews
{
    private const int MostTimes = 6;

    public static Container Card(PairOpening opening) => new(
    [
        new TextDisplay($"## 👋 {People(opening)}\n{Why(opening.Pair)}\n\n{string.Join('\n', opening.People.Select(Line))}\n\n{Hours(opening)}"),
        .. opening.Pair.Source == PairSource.Found ? FirstWeek(opening.Pair) : [new TextDisplay(
            "**How to begin**\n1. Say hello: what do you build, and what would you like to learn?\n2. Agree on half an hour in the coming days.\n"
            + "3. Show each other your screen and your code, or take one small thing on together.")],
        new TextDisplay("-# Only you read this thread, and staff who may manage threads."),
    ]);

    /// <summary>For who stays.</summary>
    public static string Gone(Pair pair, Snowflake person) => $"🚪 {Md.User(person)} has left the server."
        + (pair.Status == PairStatus.Active ? " You others go on." : pair.RoundId is null ? " `/pair find` finds somebody else." : " In the first half of the round, `/pair join` finds you somebody else; otherwise the next round does.");

    private static string People(PairOpening opening)
    {
        var names = opening.People.Select(person => Md.User(person.Person)).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }

    private static IEnumerable<Component> FirstWeek(Pair pair) =>
    [
        new TextDisplay(
            "**Your first week**\n1. Say hello: what do you build, and what would you like to learn?\n"
            + $"2. {(pair.MetAt is null ? "⬜" : "✅")} Meet for half an hour.\n"
            + "3. Agree on one small thing that needs you both, such as an endpoint and the page that shows it.\n"
            + "4. Put it into one repository that both can push to, and look at each other's changes.\n"
            + "5. At the end of the week, say what went well and what you do next."),
        Control.Row(
            pair.MetAt is null ? Control.Button("We met", MetPartnerButton.For(pair, met: true), ButtonStyle.Success) : Control.Button("We have not met yet", MetPartnerButton.For(pair, met: false)),
            Control.Button("End this pair", EndPairButton.Spec.For(pair.Id))),
    ];

    private static string Why(Pair pair) => pair.Source == PairSource.Round
        ? $"A round put you together ({Md.EscapeLine(pair.Name)}), and this place is yours."
        : "You wanted to build together, and this place is yours.";

    private static string Line(PersonProfile person)
    {
        string[] parts =
        [
            ProfileWords.Of(person.Tracks),
            .. person.Interests.Count == 0 ? Array.Empty<string>() : [$"likes {string.Join(", ", person.Interests.Take(4).Select(Md.EscapeLine))}"],
            .. person.Languages.Count == 0 ? Array.Empty<string>() : [$"speaks {string.Join(", ", person.Languages.Select(Md.EscapeLine))}"],
            .. person.Goal.Length == 0 ? Array.Empty<string>() : [$"wants: {Md.EscapeLine(person.Goal)}"],
        ];
        return $"• {Md.User(person.Person)} · {string.Join(" · ", parts)}";
    }

    private static string Hours(PairOpening opening)
    {
        var windows = opening.Shared.Windows(opening.First).ToList();
        if (windows.Count == 0)
        {
            return opening.People.Any(person => person.Missing.HasFlag(ProfileParts.Hours))
                ? "🕑 Not all of you have said when you have time (`/profile set`, **Hours…**), so I cannot tell when it suits everybody. Say here which times would."
                : "🕑 Your profiles show no hour in common in the coming days. Say here which times would do.";
        }

        var times = windows.Take(MostTimes).Select(window => $"• {Md.Time(window.Start.ToDateTimeOffset(), 'F')} to {Md.Time(window.End.ToDateTimeOffset(), 't')}");
        var more = windows.Count > MostTimes ? string.Create(CultureInfo.InvariantCulture, $"\n-# and {windows.Count - MostTimes} more") : "";
        return $"🕑 You share {SharedHours.Count(opening.Shared.Hours)} in the coming week, by each one's own clock:\n{string.Join('\n', times)}{more}";
    }
}
