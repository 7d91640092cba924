using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>What a mentor sees of a plan: each team with what speaks for it and against it, the weakest first.</summary>
internal static class PlanViews
{
    public const int PageSize = 4;

    private const int MostTeam = 780;
    private const int MostTeamsToChoose = 25;

    /// <param name="said">What was done just now.</param>
    public static Reply Card(ExplainedFormation explained, int page, string? said = null)
    {
        var (formation, plan) = (explained.Formation, explained.Plan);
        var teams = plan.Teams.Index().OrderByDescending(it => it.Item.Violations.Count).ThenBy(it => it.Item.Score.Total).ToList();
        var (shown, at, pages) = Paging.Slice(teams, page, PageSize);
        var broken = plan.Breaches.Count;
        var head = new List<string>
        {
            Text($"## Formation #{formation.Number}: {FormationViews.Count(teams.Count, "team")} of {FormationViews.Count(plan.People, "person", "people")}"),
            broken == 0 ? $"✅ All rules hold. {Spread(teams)}" : $"⛔ **{FormationViews.Count(broken, "breach", "breaches")} of the rules**, named below. {Spread(teams)}",
        };
        if (said is not null)
        {
            head.Add(said);
        }

        head.Add(Text($"-# Seed {formation.Seed}, the weakest team first. Only mentors see this; nobody is told before you commit."));
        return Reply.ChangeCard(new Container(
        [
            new TextDisplay(Md.Cut(string.Join('\n', head), 700)),
            .. shown.SelectMany(it => new Component[]
            {
                new TextDisplay(Md.Cut(TeamText(it.Index, it.Item, explained), MostTeam)),
                Control.Row(Control.Button(IsLocked(formation, it.Item) ? $"Unlock team {it.Index + 1}" : $"Lock team {it.Index + 1}", Two(FormationControls.Lock, formation, it.Index))),
            }),
            .. Paging.Turns(at, pages, (way, to) => FormationControls.Turn.For(string.Create(CultureInfo.InvariantCulture, $"{formation.Id}/{to}/{way}"))),
            .. formation.Remedies.Count == 0 ? [] : Control.Rows([.. formation.Remedies.Take(5).Index().Select(it => Control.Button(FormationRemedy.Label(it.Item), Two(FormationControls.Remedy, formation, it.Index)))]),
            Control.Row(new UserSelect { CustomId = FormationControls.Pick.For(formation.Id), Placeholder = "Change by hand: one person to move, or two to swap…", MinValues = 1, MaxValues = 2 }),
            Control.Row(
            [
                Control.Button("Commit…", CommitControls.Open.For(formation.Id), ButtonStyle.Success),
                Control.Button(formation.Locked.Count > 0 ? "Rebuild the rest" : "Build anew", FormationControls.Solve.For(formation.Id)),
                Control.Button("Other seed", FormationControls.Reseed.For(formation.Id)),
                .. formation.Before is null ? Array.Empty<Component>() : [Control.Button("Undo", FormationControls.TakeBack.For(formation.Id))],
                Control.Button("To the rules", FormationControls.Settings.For(formation.Id)),
            ]),
        ]));
    }

    /// <summary>What a change by hand would do, with the buttons that do it.</summary>
    public static Reply Picked(ExplainedFormation explained, Snowflake one)
    {
        var (formation, plan) = (explained.Formation, explained.Plan);
        var from = plan.TeamOf(one.Value);
        var lines = new List<string> { $"{Md.User(one)} is in team {from + 1}. Where to?" };
        var controls = new List<Component>();
        if (plan.Count <= MostTeamsToChoose && plan.Count > 1)
        {
            controls.Add(new StringSelect
            {
                CustomId = FormationControls.Move.For(string.Create(CultureInfo.InvariantCulture, $"{formation.Id}/{one}")),
                Placeholder = "To team…",
                Options = [.. Enumerable.Range(0, plan.Count).Where(team => team != from).Select(team =>
                {
                    var after = plan.Move(one.Value, team);
                    return new SelectOption(Text($"Team {team + 1}"), team.ToString(CultureInfo.InvariantCulture)) { Description = Md.Cut($"{Change(plan, after, from)}; {Change(plan, after, team)}", 100) };
                })],
            });
        }

        controls.Add(Control.Button("Leave out of this formation", FormationControls.LeaveOut.For(string.Create(CultureInfo.InvariantCulture, $"{formation.Id}/{one}"))));
        return Reply.PrivateCard([new TextDisplay(string.Join('\n', lines)), .. Control.Rows(controls)]);
    }

    public static Reply Picked(ExplainedFormation explained, Snowflake one, Snowflake other)
    {
        var (formation, plan) = (explained.Formation, explained.Plan);
        var (left, right) = (plan.TeamOf(one.Value), plan.TeamOf(other.Value));
        if (left == right)
        {
            return FormationViews.Refused($"{Md.User(one)} and {Md.User(other)} are together in team {left + 1} already.");
        }

        var lines = new List<string> { $"**Swap** {Md.User(one)} and {Md.User(other)}: {Changes(plan, plan.Swap(one.Value, other.Value), left, right)}" };
        var together = plan.Together(one.Value, other.Value);
        lines.Add(together is null
            ? "Nobody could be swapped so that they are together."
            : $"**Together**, with the one swap that costs least: {Changes(plan, together, left, right)}");
        var argument = string.Create(CultureInfo.InvariantCulture, $"{formation.Id}/{one}/{other}");
        return Reply.PrivateCard(
        [
            new TextDisplay(string.Join('\n', lines)),
            Control.Row([Control.Button("Swap them", FormationControls.Swap.For(argument), ButtonStyle.Primary), .. together is null ? Array.Empty<Component>() : [Control.Button("Put them together", FormationControls.Together.For(argument))]]),
        ]);
    }

    /// <summary>"team 2: 71 → 64", with what it breaks or mends.</summary>
    public static string Changes(Plan before, Plan after, params ReadOnlySpan<int> teams)
    {
        var parts = new List<string>();
        foreach (var team in teams)
        {
            parts.Add(Change(before, after, team));
        }

        var rules = after.Breaches.Count - before.Breaches.Count;
        return string.Join("; ", parts) + rules switch { 0 => ".", > 0 => Text($". ⛔ Breaks {FormationViews.Count(rules, "rule")}."), _ => Text($". ✅ Mends {FormationViews.Count(-rules, "rule")}.") };
    }

    private static string Change(Plan before, Plan after, int team) =>
        after[team].Members.Count == 0 ? Text($"team {team + 1}: {before[team].Score.Total:0} → nobody left") : Text($"team {team + 1}: {before[team].Score.Total:0} → {after[team].Score.Total:0}");

    private static string TeamText(int index, Matching.Team team, ExplainedFormation explained)
    {
        var lines = new List<string>
        {
            Text($"**Team {index + 1}** · {team.Score.Total:0} of 100{(IsLocked(explained.Formation, team) ? " · 🔒 locked" : "")}"),
            string.Join(", ", team.Members.Select(id => $"{Md.User(new Snowflake(id))} {ProfileWords.Of(explained.Plan.Roster[explained.Plan.Roster.IndexOf(id)].Tracks)}")),
            Md.Cut(string.Join(" · ", Enum.GetValues<Criterion>().Where(one => team.Score.Weights[one] > 0).Select(one => Text($"{FormationForm.Word(one)} {team.Score.Points(one):0}/{100 * team.Score.Weights[one]:0}"))), 150),
            Facts(team.Facts, explained.Title),
        };
        lines.AddRange(team.Violations.Select(violation => $"⛔ {ViolationWords(violation)}"));
        return string.Join('\n', lines);
    }

    private static string Facts(TeamFacts facts, Func<string, string> title)
    {
        var parts = new List<string> { facts.SharedHours == 0 ? "no hours in common that they have told" : $"{SharedHours.Count(facts.SharedHours)} together a week" };
        if (facts.Tag is { } tag)
        {
            parts.Add(Text($"{facts.Tagged.Count} picked {Md.EscapeLine(title(tag))}"));
        }

        if (facts.Met.Count > 0)
        {
            parts.Add(Text($"{FormationViews.Count(facts.Met.Count, "pair")} had a team together before"));
        }

        if (facts.Unknown.Select(it => it.Who).Distinct().Count() is var unknown and > 0)
        {
            parts.Add(Text($"{FormationViews.Count(unknown, "profile")} not complete"));
        }

        return $"-# {string.Join(" · ", parts)}";
    }

    internal static string ViolationWords(Violation violation) => violation switch
    {
        Violation.TooSmall small => Text($"Fewer than {small.Least} people."),
        Violation.TooLarge large => Text($"More than {large.Most} people."),
        Violation.MissingTracks missing => $"{FormationViews.Missing(missing.Backend, missing.Frontend)} missing.",
        Violation.SurplusTracks surplus => Text($"{surplus.HowMany} too many of one track: {FormationViews.People(surplus.People)}."),
        Violation.TooFewHours few => $"They share {SharedHours.Count(few.Hours)}, not {SharedHours.Count(few.Least)}: because of {FormationViews.People(few.People)}.",
        Violation.Avoided avoided => $"A private wish of {FormationViews.People(avoided.People)} is not kept. Nobody but mentors is told.",
        Violation.MetTooSoon met => $"{FormationViews.People(met.People)} were together lately.",
        _ => throw new ArgumentOutOfRangeException(nameof(violation)),
    };

    private static bool IsLocked(Formation formation, Matching.Team team) =>
        formation.Locked.Count > 0 && team.Members.Count > 0 && team.Members.All(id => formation.Locked.Contains(id.ToString(CultureInfo.InvariantCulture)));

    private static string Spread(List<(int Index, Matching.Team Item)> teams) => teams.Count == 0 ? ""
        : Text($"Scores from {teams.Min(it => it.Item.Score.Total):0} to {teams.Max(it => it.Item.Score.Total):0} of 100.");

    private static string Two(ControlSpec spec, Formation formation, int index) => spec.For(string.Create(CultureInfo.InvariantCulture, $"{formation.Id}/{index}"));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
