using System.Globalization;
using Nexus.Bot.Charts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Features.Teams.Rebalancing;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Overview;

/// <summary>The report on teams as mentors read it.</summary>
internal static class TeamReportViews
{
    private const string PictureName = "hours.png";
    private const int MostLines = 12;
    private const int MostNames = 12;
    private const int MostText = 3300;

    public static Reply UnknownZone(string typed) => Reply.Private($"I know no clock by the name {Md.Code(Md.Cut(Md.Line(typed), 60))}. Write a city such as `Nairobi`, or a zone such as `Africa/Accra`.");

    /// <returns>Null when nobody has said any hours.</returns>
    public static async Task<byte[]?> DrawAsync(FreeHours hours, string title, CancellationToken ct) => hours.People == 0 ? null : await HeatMap.DrawAsync(
        title, Text($"How many of {hours.People} are free, by hour, {hours.Zone.Id}"), hours.Counts, hours.People, ct);

    public static Reply OfTeam(Team team, int members, FreeHours hours, byte[]? picture)
    {
        var best = hours.Best();
        return Card(
            $"## When {TeamNameViews.Name(team)} is free\n{FormationViews.Count(hours.People, "person has", "people have")} said when, of {members}. {(best.Count == 0 ? "No hour is free for anybody." : $"The most at once: {string.Join(", ", best)}.")}",
            hours,
            picture);
    }

    /// <param name="committed">When the formation was; null when there was none.</param>
    /// <param name="everybody">On these teams, or on none.</param>
    public static Reply Report(RebalanceLook look, DateTimeOffset? committed, IReadOnlyList<PersonProfile> everybody, FreeHours hours, byte[]? picture)
    {
        var plan = look.Before;
        var scores = plan.Teams.Where(team => team.Members.Count > 0).Select(team => team.Score.Total).Order().ToList();
        var broken = plan.Violations.ToList();
        var lines = new List<string>
        {
            look.Rules.Number > 0 ? Text($"## Teams of formation #{look.Rules.Number}") : "## All teams",
            scores.Count == 0
                ? "There is no team yet. `/teams form` plans some."
                : Text($"**{FormationViews.Count(scores.Count, "team")}** of **{FormationViews.Count(plan.People, "person", "people")}**. {Scores(scores)}"),
            $"**Tracks:** on teams {Balance(plan.Roster, plan.Teams.SelectMany(team => team.Members))}; without a team {Balance([.. everybody.Where(one => look.Free.Contains(one.Person)).Select(one => one.Tracks)])}.",
        };
        if (broken.Count > 0)
        {
            lines.Add($"**Below the rules** (`/teams rebalance` looks for moves):");
            lines.AddRange(broken.Take(MostLines).Select(one => $"• {TeamNameViews.Name(look.Teams[one.Team])}: {PlanViews.ViolationWords(one.Violation)}"));
            lines.AddRange(More(broken.Count));
        }

        lines.AddRange(Without(look, committed));
        var best = hours.Best();
        lines.Add(best.Count == 0 ? "**Free hours:** nobody has said any." : $"**The most are free:** {string.Join(", ", best)}.");
        return Card(Md.Cut(string.Join('\n', lines), MostText), hours, picture);
    }

    private static string Scores(List<double> sorted) => sorted.Count == 1
        ? Text($"It scores {sorted[0]:0} of 100.")
        : Text($"Scores from {sorted[0]:0} to {sorted[^1]:0}, half of them at {sorted[sorted.Count / 2]:0} or more, of 100.");

    // Each person once, by the first reason that holds.
    private static IEnumerable<string> Without(RebalanceLook look, DateTimeOffset? committed)
    {
        var free = look.Cohort.People.Where(one => look.Free.Contains(one.Person)).ToList();
        var silent = free.Where(one => one.Missing.HasFlag(ProfileParts.Hours)).ToList();
        var unknown = free.Except(silent).Where(one => one.Missing.HasFlag(ProfileParts.Track)).ToList();
        var late = free.Except(silent).Except(unknown).Where(one => committed is { } at && look.Cohort.JoinedAt.GetValueOrDefault(one.Person) > at).ToList();
        var rest = free.Except(silent).Except(unknown).Except(late).ToList();
        var all = free.Count + look.Cohort.OptedOut.Count + look.Cohort.Without.Count;
        yield return all == 0 ? "**Without a team:** nobody." : $"**Without a team:** {FormationViews.Count(all, "person", "people")}.";
        foreach (var line in new[]
        {
            Line("have not said when they have time", silent),
            Line("have not said what they build", unknown),
            Line("came after the teams were made", late),
            Line(look.Rules.Number > 0 ? "could be given a team (`/teams rebalance with_free:True`)" : "could be given a team (`/teams form`)", rest),
            look.Cohort.Without.Count == 0 ? null : $"• left out of the formation by a mentor: {Names(look.Cohort.Without)}",
            look.Cohort.OptedOut.Count == 0 ? null : $"• asked not to be put on a team: {Names(look.Cohort.OptedOut)}",
            look.Cohort.IsAll ? null : "-# Discord does not tell me who is here; these are the people I have seen writing or pressing something.",
        }.OfType<string>())
        {
            yield return line;
        }
    }

    private static string? Line(string why, List<PersonProfile> people) => people.Count == 0 ? null : $"• {why}: {Names([.. people.Select(one => one.Person)])}";

    private static string Names(IReadOnlyList<Snowflake> people) => string.Join(", ", people.Take(MostNames).Select(Md.User)) + (people.Count > MostNames ? Text($" and {people.Count - MostNames} more") : "");

    private static IEnumerable<string> More(int count) => count > MostLines ? [Text($"• and {count - MostLines} more")] : [];

    private static string Balance(Roster roster, IEnumerable<ulong> people) => Balance([.. people.Select(id => roster[roster.IndexOf(id)].Tracks)]);

    private static string Balance(IReadOnlyList<Tracks> tracks)
    {
        var parts = new[] { (Tracks.Backend, "backend"), (Tracks.Frontend, "frontend"), (Tracks.FullStack, "full-stack"), (Tracks.Other, "not said") }
            .Select(one => (Count: tracks.Count(track => track == one.Item1), one.Item2))
            .Where(one => one.Count > 0)
            .Select(one => Text($"{one.Count} {one.Item2}"))
            .ToList();
        return parts.Count == 0 ? "nobody" : string.Join(", ", parts);
    }

    private static Reply Card(string text, FreeHours hours, byte[]? picture)
    {
        var best = hours.Best();
        var words = Md.Cut(Text($"Hours of the week on the clock of {hours.Zone.Id}, with how many of {hours.People} are free in each. ") + (best.Count == 0 ? "Nobody is." : $"The most: {string.Join(", ", best)}."), 1000);
        return picture is null ? Reply.ChangeCard(new TextDisplay(text)) : Reply.ChangeCard(
            new Container([new TextDisplay(text), new MediaGallery([new MediaGalleryItem(new UnfurledMedia($"attachment://{PictureName}"), words)]), new TextDisplay("-# Only you see this.")]))
            .WithFiles(new FileUpload(PictureName, picture, words));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
