using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>What mentors see of a rebalance, and what its people hear.</summary>
internal static class RebalanceViews
{
    private const int MostLines = 20;
    private const int MostPart = 1700;
    private const int MostStaying = 25;

    public static Reply Looking(bool isChange) => Said("🔎 Looking at the teams…", isChange);

    public static Reply Over() => Said("This proposal is over. `/teams rebalance` makes another; nothing was done.", isChange: true);

    public static Reply NoTeams() => Said("There is no team to look at yet. `/teams form` plans some.", isChange: true);

    public static Reply Changed(Rebalance row) => Reply.ChangeCard(new Container(
    [
        new TextDisplay("The teams have changed since this was looked at, so nobody was moved."),
        Control.Row(Control.Button("Look again", RebalanceControls.Look.For(row.Id), ButtonStyle.Primary)),
    ]));

    public static Reply TooLate() => Reply.Private("The teams have changed since, or one of them has ended, so this is no longer taken back by itself. Nothing was changed; `/teams rebalance` looks anew.");

    public static Reply Undone() => Said("↩️ Taken back. Everybody is where they were; those who had moved are told.", isChange: true);

    public static Reply Proposal(Rebalance row, RebalanceLook look, Rebalanced rebalanced)
    {
        var (before, after, changes) = (look.Before, rebalanced.Plan, rebalanced.Changes);
        var rules = look.Rules;
        var lines = new List<string>
        {
            rules.Number > 0 ? Text($"## Teams of formation #{rules.Number}") : "## All teams",
            Text($"-# {FormationViews.Count(look.Teams.Count, "team")}, {FormationViews.Count(before.People, "person", "people")}. Teams of {FormationForm.Text(rules.LeastSize, rules.MostSize)}; backend {FormationForm.Part(rules.LeastBackend, rules.MostBackend)}, frontend {FormationForm.Part(rules.LeastFrontend, rules.MostFrontend)}; {SharedHours.Count(rules.MinimumHours)} together a week."),
        };
        lines.AddRange(before.Violations.Take(MostLines).Select(one => $"⛔ {TeamNameViews.Name(look.Teams[one.Team])}: {PlanViews.ViolationWords(one.Violation)}"));
        lines.Add(changes.Count == 0
            ? before.Breaches.Count == 0 ? "✅ All rules hold; nobody has to move." : "No move would make it better. Take in who has no team, let somebody go who must stay, or form teams by other rules."
            : after.Breaches.Count > 0 ? $"**{FormationViews.Count(changes.Count, "move")}** help, but not all rules can hold so:"
            : rebalanced.IsFewest ? $"With **{FormationViews.Count(changes.Count, "move")}** all rules hold; fewer are not enough."
            : $"With **{FormationViews.Count(changes.Count, "move")}** all rules hold.");
        var moves = changes.Take(MostLines).Select(change =>
            $"• {Md.User(new Snowflake(change.Id))}: {(change.From is { } from ? Name(look, from) : "no team")} → {Name(look, change.To)}").ToList();
        if (changes.Count > MostLines)
        {
            moves.Add(Text($"• and {changes.Count - MostLines} more"));
        }

        var touched = changes.SelectMany(change => change.From is { } from ? new[] { from, change.To } : [change.To]).Distinct().Order().Take(MostLines).Select(team => Effect(look, after, team));
        lines.AddRange(after.Violations.Where(_ => changes.Count > 0).Take(MostLines).Select(one => $"-# Stays: {Name(look, one.Team)}: {PlanViews.ViolationWords(one.Violation)}"));
        return Reply.ChangeCard(new Container(
        [
            new TextDisplay(Md.Cut(string.Join('\n', lines), MostPart)),
            .. changes.Count == 0 ? Array.Empty<Component>() : [new TextDisplay(Md.Cut(string.Join('\n', [.. moves, .. touched]), MostPart))],
            Control.Row(new UserSelect
            {
                CustomId = RebalanceControls.Stay.For(row.Id),
                Placeholder = "Who stays where they are…",
                MinValues = 0,
                MaxValues = MostStaying,
                DefaultValues = row.Staying.Count == 0 ? null : [.. row.Staying.Take(MostStaying).Select(id => new SelectDefaultValue(Snowflake.Parse(id), "user"))],
            }),
            Control.Row(
            [
                .. changes.Count == 0 ? Array.Empty<Component>() : [Control.Button($"Make {(changes.Count == 1 ? "this move" : Text($"these {changes.Count} moves"))}", RebalanceControls.Apply.For(row.Id), ButtonStyle.Success)],
                Control.Button("Look again", RebalanceControls.Look.For(row.Id)),
                .. look.Free.Count == 0 && !row.TakesFree ? Array.Empty<Component>()
                    : [Control.Button(row.TakesFree ? "Only who is on a team" : Text($"Also {look.Free.Count} without a team"), RebalanceControls.Free.For(row.Id))],
            ]),
            new TextDisplay("-# Only mentors see this; nobody hears of it before you make the moves."),
        ]));
    }

    public static Reply Applied(Rebalance row, IReadOnlyDictionary<long, Team> teams)
    {
        var names = teams.Values.DistinctBy(team => team.Id).ToDictionary(team => team.Id, TeamNameViews.Name);
        var moves = SeatMoves.Read(row.Moves);
        var lines = moves.Take(MostLines).Select(move => $"• {Md.User(move.Person)}: {(move.From is { } from ? names[from] : "no team")} → {names[move.To]}");
        return Reply.ChangeCard(new Container(
        [
            new TextDisplay(Md.Cut($"✅ {FormationViews.Count(moves.Count, "person is", "people are")} moved, and told, each once.\n{string.Join('\n', lines)}", MostPart)),
            Control.Row(Control.Button("Undo", RebalanceControls.Undo.For(row.Id))),
        ]));
    }

    /// <summary>After the mentor's name, for the log.</summary>
    public static string Logged(int moves) => $"moved {FormationViews.Count(moves, "person", "people")} to other teams, so that the rules hold again";

    public static string LoggedUndo(int moves) => $"took back that {FormationViews.Count(moves, "person was", "people were")} moved to other teams";

    /// <summary>To whom it is about.</summary>
    public static string Moved(Team? from, Team to) => from is null
        ? $"👋 The mentors have given you a team: {TeamNameViews.Name(to)}{Where(to)}. Your people are looking forward to you."
        : $"🔁 The mentors have moved you from {TeamNameViews.Name(from)} to {TeamNameViews.Name(to)}{Where(to)}, where you are needed. It is no word about your work; people left, and teams had to be filled up again.";

    public static string MovedBack(Team? from, Team to) => from is null
        ? $"↩️ The mentors have taken back that you are on {TeamNameViews.Name(to)}."
        : $"↩️ The mentors have taken that back: you are on {TeamNameViews.Name(from)}{Where(from)} again, and not on {TeamNameViews.Name(to)}.";

    private static string Where(Team team) => team.ThreadId is { } place ? $" ({Md.ChannelUrl(team.GuildId, place)})" : "";

    // What it mends there is said in words, not only in points.
    private static string Effect(RebalanceLook look, Plan after, int team)
    {
        if (team >= look.Teams.Count)
        {
            return Text($"-# {Name(look, team)}: {after[team].Score.Total:0} of 100");
        }

        var before = look.Before[team];
        var mended = before.Violations.Select(PlanViews.ViolationWords).Except(after[team].Members.Count == 0 ? [] : after[team].Violations.Select(PlanViews.ViolationWords)).ToList();
        var score = after[team].Members.Count == 0 ? "nobody is left, so it ends" : Text($"{before.Score.Total:0} → {after[team].Score.Total:0} of 100");
        return $"-# {Name(look, team)}: {score}{(mended.Count > 0 && after[team].Members.Count > 0 ? $"; mends: {string.Join(' ', mended)}" : "")}";
    }

    private static string Name(RebalanceLook look, int team) => team < look.Teams.Count ? TeamNameViews.Name(look.Teams[team]) : "**a new team**";

    private static Reply Said(string text, bool isChange)
    {
        var card = new Container([new TextDisplay(text)]);
        return isChange ? Reply.ChangeCard(card) : Reply.PrivateCard(card);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
