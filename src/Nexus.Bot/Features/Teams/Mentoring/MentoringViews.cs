using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary>Who looks after teams, and who waits for somebody.</summary>
internal static class MentoringViews
{
    private const int MostLines = 15;
    private const int MostTeams = 4;

    /// <param name="wasSet">They have just said how many.</param>
    /// <param name="before">What they had said before.</param>
    public static Reply Overview(Snowflake reader, IReadOnlyList<MentorLoad> loads, IReadOnlyList<WaitingTeam> waiting, bool wasSet, int? before)
    {
        var own = loads.FirstOrDefault(load => load.Person == reader);
        var lines = new List<string>
        {
            "## Who looks after teams",
            own?.Most is { } most
                ? Text($"{(wasSet ? "✅ Noted: you" : "You")} look after at most **{most}**{(wasSet && before is { } was && was != most ? Text($" (it was {was})") : "")}; {Of(own)} now.")
                : "You have not said how many you would look after, so you are not asked: `/teams mentoring most:2` does.",
        };
        if (own is { Most: { } told } && own.Teams.Count > told)
        {
            lines.Add("You have more than that already. They stay yours; you are asked for no other.");
        }

        lines.Add(loads.Count == 0 ? "**Mentors:** nobody looks after a team yet." : "**Mentors**");
        lines.AddRange(loads.Take(MostLines).Select(load => $"• {Md.User(load.Person)}: {Of(load)}{Room(load)}"));
        lines.AddRange(More(loads.Count));
        lines.Add(waiting.Count == 0 ? "**No team waits for a mentor.**" : "**Teams that wait for a mentor**");
        lines.AddRange(waiting.Take(MostLines).Select((one, at) => Text($"{at + 1}. {TeamNameViews.Name(one.Team)}, since {Md.Time(one.Wish.At, 'R')}")
            + (one.Offer is { } offer ? $"; {Md.User(offer.PersonId)} is asked, until {Md.Time(offer.ExpiresAt, 'd')}"
            : loads.Any(load => load.Free > 0 && !one.Asked.Contains(load.Person)) ? "; a mentor is asked in a moment"
            : "; nobody with room is left to ask")));
        lines.AddRange(More(waiting.Count));
        lines.Add("-# `/team join` makes you the mentor of a team at once.");
        return Reply.Private(string.Join('\n', lines));
    }

    public static Reply HasMentor(Team team, TeamMember mentor) => Reply.Private(
        $"{Md.User(mentor.PersonId)} looks after {TeamNameViews.Name(team)} already: write to them in your place. `/team invite` can ask another one.");

    /// <param name="since">When it began to wait; null when it begins now.</param>
    public static Reply Waits(Team team, int place, DateTimeOffset? since, bool hasRoom) => Reply.PrivateCard(
        new TextDisplay(since is { } at
            ? Text($"🧭 {TeamNameViews.Name(team)} waits for a mentor since {Md.Time(at, 'R')}, as number {place} in line. {(hasRoom ? "A mentor is being asked." : "Nobody has room at present.")}")
            : hasRoom
                ? $"🧭 I ask a mentor for {TeamNameViews.Name(team)}; who says no, or nothing for three days, is followed by the next. Your place hears when somebody comes."
                : Text($"🧭 {TeamNameViews.Name(team)} waits for a mentor now, as number {place} in line. Nobody has room at present; mentors are told, and the first who has room is asked.")),
        Control.Row(Control.Button("Wait no longer", StopWaitingButton.Spec.For(team.Id))));

    public static Reply WaitsNoMore(Team team) => Reply.ChangeCard(new TextDisplay($"↩️ {TeamNameViews.Name(team)} waits for a mentor no longer. `/team mentor` begins again, at the end of the line."));

    /// <summary>For a mentor who would take one more than they said.</summary>
    public static Reply Full(Team team, int most) => Reply.Private(
        Text($"You said you look after at most {FormattedTeams(most)}, and you do. `/teams mentoring most:{Math.Min(most + 1, MentorRoom.MostTeams)}` makes room for {TeamNameViews.Name(team)}. Nothing was changed."));

    /// <summary>After the actor's name, for the log.</summary>
    public static string Logged(Team team, bool hasRoom) =>
        $"asked for a mentor for team {TeamNameViews.Name(team)}{(hasRoom ? "" : ". No mentor has said that they have room: `/teams mentoring` does, and `/team join` comes at once")}";

    private static string Of(MentorLoad load) => load.Teams.Count == 0
        ? "no team"
        : string.Join(", ", load.Teams.Take(MostTeams).Select(TeamNameViews.Name)) + (load.Teams.Count > MostTeams ? Text($" and {load.Teams.Count - MostTeams} more") : "");

    private static string Room(MentorLoad load) => load.Most is not { } most ? ""
        : Text($" · at most {most}") + (load.Offers > 0 ? Text($", asked for {load.Offers} more") : "") + (load.Free > 0 ? Text($" · **room for {load.Free}**") : "");

    private static string FormattedTeams(int count) => count == 1 ? "1 team" : Text($"{count} teams");

    private static IEnumerable<string> More(int count) => count > MostLines ? [Text($"and {count - MostLines} more")] : [];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
