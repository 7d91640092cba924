using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Profiles;

/// <summary>What people see of somebody else's profile.</summary>
internal static class OthersProfileViews
{
    private const int MostTimes = 8;

    /// <param name="together">Null when one of the two has said no hours.</param>
    /// <param name="viewerSaidHours">Whether it is the other one who has not.</param>
    public static Reply Card(ProfileShown shown, HoursTogether? together, bool viewerSaidHours, bool isMentor, DateTimeOffset now)
    {
        var values = shown.Values;
        string[] lines =
        [
            $"### Profile of {Md.User(shown.Person)}",
            $"- Track: {(shown.Track is { } track ? ProfileWords.Of(track) : "not said")}",
            $"- Skills: {ProfileViews.Skills(values)}",
            $"- Interests: {ProfileViews.Listed(shown.Interests)}",
            $"- Languages: {ProfileViews.Listed(values.Languages)}",
            $"- Goal: {(values.Goal.Length == 0 ? "not said" : Md.EscapeLine(values.Goal))}",
            .. shown.Zone.IsOwn ? [$"- For them it is {Clock(shown.Zone.Zone, now)} now"] : Array.Empty<string>(),
            $"- Hours together: {Together(together, viewerSaidHours)}",
            "-# Skills are from 1, just begun, to 5, could teach it.",
        ];
        return Reply.PrivateCard(
        [
            new TextDisplay(string.Join('\n', lines)),
            .. isMentor
                ? [
                    Control.Row(Control.Button("Whom they avoid…", ShowAvoidsButton.Spec.For(shown.Person))),
                    new TextDisplay("-# For mentors. That you looked is written to the server's log."),
                ]
                : Array.Empty<Component>(),
        ]);
    }

    public static Reply Avoids(Snowflake person, IReadOnlyList<Snowflake> avoids) => Reply.Private(
        $"{Md.User(person)} {(avoids.Count == 0 ? "has named nobody they would rather not work with." : $"would rather not work with {string.Join(", ", avoids.Select(Md.User))}.")} "
        + "Please keep it to yourself: nobody else is told, and none of them knows.");

    public static Reply NoneAnyMore() => Reply.Private("They have no profile here any more.");

    private static string Clock(DateTimeZone zone, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{Instant.FromDateTimeOffset(now).InZone(zone).DayOfWeek} {TimeText.Clock(Instant.FromDateTimeOffset(now).InZone(zone).TimeOfDay)}");

    private static string Together(HoursTogether? together, bool viewerSaidHours)
    {
        if (together is null)
        {
            return viewerSaidHours ? "they have not said when they have time" : "say in `/profile set` when you have time, and I can tell";
        }

        if (together.Grid.Count == 0)
        {
            return "none in the week to come";
        }

        var times = SharedHours.Words(together.Grid, together.First, together.Zone);
        var more = times.Count > MostTimes ? string.Create(CultureInfo.InvariantCulture, $" and {times.Count - MostTimes} more times") : "";
        return $"**{SharedHours.Count(together.Grid.Hours)}** in the week to come: {string.Join(", ", times.Take(MostTimes))}{more} (your time, {together.Zone.Id})";
    }
}
