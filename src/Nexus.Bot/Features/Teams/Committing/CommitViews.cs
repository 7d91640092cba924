using System.Globalization;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>What a mentor reads before a formation becomes teams, while their places are made, and after.</summary>
internal static class CommitViews
{
    private const int MostNames = 10;
    private const int MostTroubles = 8;

    // Of the 4000 characters of a card.
    private const int MostText = 3800;
    private const int MostPart = 1300;

    public static Reply Looking(bool isChange)
    {
        var card = Said("🔎 Looking at what I may do on this server…");
        return isChange ? Reply.ChangeCard(card) : Reply.PrivateCard(card);
    }

    public static Reply Gone() => Reply.Private("This formation is no longer there. Nothing was done.");

    /// <summary>For work that could not even look.</summary>
    public static Reply OutOfReach() => Reply.PrivateCard(Said("Discord does not answer me just now, so nothing was done. Try again in a minute."));

    public static Reply NotReady(int number) => Reply.PrivateCard(Said($"{Name(number)} has no plan that could be committed now. `/teams form` makes one; nothing was done."));

    /// <param name="place">The channel for teams; null when none is chosen.</param>
    /// <param name="isChanged">The plan is another one than the mentor saw last.</param>
    public static Reply Preview(int number, CommitDraft draft, CommitReference reference, IReadOnlyList<Hurdle> hurdles, Snowflake? place, bool isChanged = false)
    {
        var choice = reference.Choice;
        var mayGo = hurdles.Count == 0 && draft.Twice.Count == 0 && draft.Teams.Count > 0;
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"## Commit formation #{number}?") };
        if (isChanged)
        {
            lines.Add("The plan was changed meanwhile; this is what it is now.");
        }

        lines.Add($"**{Count(draft.Teams.Count, "team")}** of {Count(draft.People, "person", "people")}. Each gets {Given(choice, place)}; everybody is pinged once, there, and reads why they are together.");
        lines.Add("Nobody has heard of it so far. You can undo all of it for 48 hours.");
        lines.AddRange(Notes(draft));
        var parts = new List<Component> { new TextDisplay(Md.Cut(string.Join('\n', lines), MostPart)) };
        if (draft.Twice.Count > 0)
        {
            parts.Add(new TextDisplay(Md.Cut(
                $"⛔ **On a team of another formation already:** {string.Join(", ", draft.Twice.Take(MostNames).Select(it => $"{Md.User(it.Person)} ({TeamNameViews.Name(it.On)})"))}{More(draft.Twice.Count)}.\n"
                + "Nobody is placed twice. Take them out of this plan, or undo the other formation first.", MostPart)));
        }

        if (hurdles.Count > 0)
        {
            parts.Add(new TextDisplay(Md.Cut("⛔ **In the way, for an admin:**\n" + string.Join('\n', hurdles.Select(hurdle => $"• {hurdle.What}\n-# {hurdle.Fix}")), MostPart)));
        }

        parts.AddRange(Control.Rows(mayGo ? Choices(reference, draft.Teams.Count) : Alternatives(reference, hurdles)));
        return Reply.PrivateCard(new Container(parts));
    }

    public static Reply Committing() => Reply.ChangeCard(Said("⏳ Making the teams…"));

    /// <summary>How far it is.</summary>
    public static Reply Progress(Commitment commitment, IReadOnlyList<Team> teams, DateTimeOffset now)
    {
        var placed = teams.Count(IsPlaced);
        var lines = new List<string>
        {
            placed == teams.Count
                ? $"## ✅ Formation #{commitment.Number}: {Count(teams.Count, "team")}, each in its place\nEverybody was pinged there once, and reads why they are together."
                : string.Create(CultureInfo.InvariantCulture, $"## 🚀 Formation #{commitment.Number}: {placed} of {teams.Count} placed\nThe rest comes by itself, also when you close this."),
        };
        var troubled = teams.Where(team => team.PlaceRefusal is not null || team.RoleRefusal is not null).ToList();
        lines.AddRange(troubled.GroupBy(Trouble).Select(group => $"⚠️ {string.Join(", ", group.Take(MostTroubles).Select(TeamNameViews.Name))}{More(group.Count(), MostTroubles)}: {group.Key}"));
        lines.Add(now <= commitment.UndoUntil ? $"-# You can undo all of it until {Md.Moment(commitment.UndoUntil)}." : $"-# It could be undone until {Md.Time(commitment.UndoUntil)}.");
        return Reply.PrivateCard(new Container(
        [
            new TextDisplay(Md.Cut(string.Join('\n', lines), MostText)),
            Control.Row(
                Control.Button("Look again", CommitControls.Look.For(commitment.FormationId)),
                Control.Button("Undo…", CommitControls.Undo.For(commitment.FormationId), ButtonStyle.Danger, disabled: now > commitment.UndoUntil)),
        ]));
    }

    public static bool IsPlaced(Team team) => team.Status == TeamStatus.Ended || (team is { ThreadId: not null, PlaceRefusal: null, RoleRefusal: null } && (!team.WantsRole || team.RoleId is not null) && team.PlaceAt is null);

    /// <summary>After the actor's name, for the log.</summary>
    public static string Logged(int number, CommitDraft draft) => $"committed {Name(number)}: {Count(draft.Teams.Count, "team")} of {Count(draft.People, "person", "people")}";

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"formation **#{number}**");

    public static string Count(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string More(int count, int shown = MostNames) => count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {count - shown} more") : "";

    private static IEnumerable<string> Notes(CommitDraft draft)
    {
        if (draft.Gone.Count > 0)
        {
            yield return $"🚪 Left out, since they are no longer on the server: {Names(draft.Gone)}.";
        }

        if (draft.OptedOut.Count > 0)
        {
            yield return $"🍃 Left out, since they asked not to be put on a team: {Names(draft.OptedOut)}.";
        }

        if (draft.Elsewhere.Count > 0)
        {
            yield return $"-# Also on another team, which goes on: {string.Join(", ", draft.Elsewhere.Take(MostNames).Select(it => $"{Md.User(it.Person)} ({TeamNameViews.Name(it.On)})"))}{More(draft.Elsewhere.Count)}.";
        }
    }

    private static string Trouble(Team team) => string.Join(
        ' ', new[] { team.PlaceRefusal is { } place ? TeamHomeViews.Why(place, team.Place) : null, team.RoleRefusal is { } role ? TeamHomeViews.WhyNoRole(role) : null }.OfType<string>());

    private static string Given(CommitChoice choice, Snowflake? place)
    {
        var home = choice.Place == TeamPlace.Channel ? $"a private channel under **{TeamCategories.Name}**, which mentors see too"
            : place is { } channel ? $"a private thread in {Md.Channel(channel)}" : "a private thread";
        return choice.WithRoles ? $"{home}, and a role (without any permission, and not to be pinged by others)" : home;
    }

    private static List<Component> Choices(CommitReference reference, int teams)
    {
        var (place, roles) = (reference.Choice.Place, reference.Choice.WithRoles);
        return
        [
            Control.Button($"Commit {Count(teams, "team")}", CommitControls.CommitNow.For(reference.ToString()), ButtonStyle.Success),
            place == TeamPlace.Thread ? Choose("With channels instead", TeamPlace.Channel, roles) : Choose("With threads instead", TeamPlace.Thread, roles),
            roles ? Choose("Without roles", place, false) : Choose("With a role for each", place, true),
        ];

        Button Choose(string label, TeamPlace where, bool withRoles) => Control.Button(label, CommitControls.Preview.For((reference with { Choice = new CommitChoice(where, withRoles) }).ToString()));
    }

    private static List<Component> Alternatives(CommitReference reference, IReadOnlyList<Hurdle> hurdles)
    {
        var (place, roles) = (reference.Choice.Place, reference.Choice.WithRoles);
        var (ofRoles, ofPlace) = (hurdles.Any(it => it.IsOfRoles), hurdles.Any(it => !it.IsOfRoles));
        return
        [
            Choose("Check again", place, roles),
            .. ofPlace ? new Component[] { Choose(place == TeamPlace.Channel ? "With threads instead" : "With channels instead", place == TeamPlace.Channel ? TeamPlace.Thread : TeamPlace.Channel, roles && !ofRoles) } : [],
            .. ofRoles ? new Component[] { Choose("Without roles", place, false) } : [],
        ];

        Button Choose(string label, TeamPlace where, bool withRoles) => Control.Button(label, CommitControls.Preview.For((reference with { Choice = new CommitChoice(where, withRoles) }).ToString()));
    }

    private static string Names(IReadOnlyList<Snowflake> people) => string.Join(", ", people.Take(MostNames).Select(Md.User)) + More(people.Count);

    private static Container Said(string words) => new([new TextDisplay(words)]);
}
