using System.Globalization;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>What people wrote in a team's place.</summary>
/// <param name="Messages">As many as are looked at, at most.</param>
internal sealed record Written(Team Team, int Messages, bool IsMore, DateTimeOffset Last);

/// <summary>What of it exists at Discord still; admins may have deleted some.</summary>
internal sealed record StillThere(IReadOnlySet<Snowflake> Places, IReadOnlySet<Snowflake> Roles)
{
    public Snowflake? PlaceOf(Team team) => team.ThreadId is { } place && Places.Contains(place) ? place : null;

    public Snowflake? RoleOf(Team team) => team.RoleId is { } role && Roles.Contains(role) ? role : null;
}

/// <summary>What a mentor reads who takes a formation back, and what its people do.</summary>
internal static class UndoViews
{
    private const int MostListed = 15;

    // Of the 4000 characters of a card.
    private const int MostText = 3800;

    public static Reply Looking() => Reply.PrivateCard(Said("🔎 Looking at what is there…"));

    public static Reply None(string? typed) => Reply.Private(typed is null
        ? "No formation has become teams yet. `/teams form` begins one."
        : $"No formation {Md.Code(Md.Cut(typed, 50))} has become teams. Choose one from the list while you type.");

    /// <summary>What would go, before it goes.</summary>
    /// <param name="people">Who is on the teams now.</param>
    public static Reply Ask(Commitment commitment, IReadOnlyList<Team> teams, StillThere there, int people, IReadOnlyList<Written> written, bool withCategory)
    {
        var made = Made(teams, there, withCategory);
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"## Take formation #{commitment.Number} back?"),
            made.Count == 0 ? "Nothing that I made for it is there any more; the teams only end." : $"I made these for it, and would delete them, and nothing else: **{string.Join(", ", made)}**.",
        };
        var listed = teams.Where(team => there.PlaceOf(team) is not null || there.RoleOf(team) is not null).ToList();
        lines.AddRange(listed.Take(MostListed).Select(team => Line(team, there)));
        if (listed.Count > MostListed)
        {
            lines.Add($"-# …{CommitViews.More(listed.Count, MostListed)}");
        }

        if (written.Count > 0)
        {
            lines.Add($"⚠️ **People wrote in {(written.Count == 1 ? "one of them" : CommitViews.Count(written.Count, "of them", "of them"))}. That goes with it, and nothing brings it back:**");
            lines.AddRange(written.OrderByDescending(it => it.Messages).Take(MostListed).Select(it =>
                $"• {TeamNameViews.Name(it.Team)}: {(it.IsMore ? "more than " : "")}{CommitViews.Count(it.Messages, "message")}, the last {Md.Time(it.Last, 'R')}"));
        }

        lines.Add($"{(people == 0 ? "Nobody is on these teams now" : $"{CommitViews.Count(people, "person is", "people are")} told once, kindly")}. Profiles and other teams stay as they are.");
        lines.Add($"-# Possible until {Md.Moment(commitment.UndoUntil)}.");
        return Reply.PrivateCard(new Container(
        [
            new TextDisplay(Md.Cut(string.Join('\n', lines), MostText)),
            Control.Row(
                Control.Button(made.Count == 0 ? "End the teams" : "Delete all of it", CommitControls.UndoNow.For(commitment.FormationId), ButtonStyle.Danger),
                Control.Button("Keep everything", CommitControls.Keep.For(commitment.FormationId))),
        ]));
    }

    public static Reply Kept(int number) => Reply.ChangeCard(Said($"{Capital(number)} stays as it is. Nothing was changed."));

    /// <summary>What is left to be done by hand.</summary>
    public static Reply TooLate(Commitment commitment, IReadOnlyList<Team> teams)
    {
        var made = Made(teams, there: null, withCategory: false);
        return Reply.PrivateCard(Said(string.Join(
            '\n',
            $"{Capital(commitment.Number)} could be undone until {Md.Time(commitment.UndoUntil)}. By now people count on their teams, so I take nothing away.",
            made.Count == 0 ? "Of what I made for it nothing is there any more." : $"What can be done by hand: an admin deletes what is no longer wanted of {string.Join(" and ", made)}, and a team ends when its people leave with `/team leave`.")));
    }

    public static Reply Progress(Commitment commitment, IReadOnlyList<Team> teams, bool isCategoryLeft)
    {
        var left = teams.Where(team => !IsGone(team)).ToList();
        if (left.Count == 0 && !isCategoryLeft)
        {
            return Reply.PrivateCard(Said($"🧹 {Capital(commitment.Number)} is taken back: what I made for it is gone, its people were told, and everything else is as it was. `/teams form` begins anew."));
        }

        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"🧹 {Capital(commitment.Number)} is being taken back: {teams.Count - left.Count} of {teams.Count} teams are cleared away. The rest goes by itself, also when you close this."),
        };
        lines.AddRange(left.Where(team => team.PlaceRefusal is not null || team.RoleRefusal is not null).Take(MostListed).Select(team =>
            $"⚠️ {TeamNameViews.Name(team)}: {(team.PlaceRefusal is not null ? $"Discord does not let me delete its {Place(team)}; I need **{(team.Place == TeamPlace.Channel ? "Manage Channels" : "Manage Threads")}** for it, or you delete it by hand." : "Discord does not let me delete its role; I need **Manage Roles** for it and a place above it, or you delete it by hand.")}"));
        return Reply.PrivateCard(new Container(
        [
            new TextDisplay(Md.Cut(string.Join('\n', lines), MostText)),
            Control.Row(Control.Button("Look again", CommitControls.UndoLook.For(commitment.FormationId))),
        ]));
    }

    public static bool IsGone(Team team) => team is { ThreadId: null, RoleId: null, PlacingSince: null, RoleSince: null };

    /// <summary>For each of its people.</summary>
    public static Container Told(Team team) => new([new TextDisplay(
        $"🍃 The mentors have taken {TeamNameViews.Name(team)} back, the team you were put on lately, so its {Place(team)} is gone.\n"
        + "It is nothing that you did: the teams are put together anew. Your profile and your other teams are as they were. If you wonder, ask a mentor.")]);

    public static string Logged(int number, int teams) => $"took {CommitViews.Name(number)} back: {CommitViews.Count(teams, "team")}";

    private static string Line(Team team, StillThere there) =>
        $"• {TeamNameViews.Name(team)}: {string.Join(", ", new[] { there.PlaceOf(team) is { } place ? Md.Channel(place) : null, there.RoleOf(team) is { } role ? Md.Role(role) : null }.OfType<string>())}";

    /// <param name="there">Null for all that is known of.</param>
    private static List<string> Made(IReadOnlyList<Team> teams, StillThere? there, bool withCategory)
    {
        var places = teams.Where(team => (there is null ? team.ThreadId : there.PlaceOf(team)) is not null).ToLookup(team => team.Place);
        var roles = teams.Count(team => (there is null ? team.RoleId : there.RoleOf(team)) is not null);
        return
        [
            .. places[TeamPlace.Thread].Any() ? new[] { CommitViews.Count(places[TeamPlace.Thread].Count(), "private thread") } : [],
            .. places[TeamPlace.Channel].Any() ? new[] { CommitViews.Count(places[TeamPlace.Channel].Count(), "private channel") } : [],
            .. withCategory ? new[] { $"the category {TeamCategories.Name} unless something else stands under it" } : [],
            .. roles > 0 ? new[] { CommitViews.Count(roles, "role") } : [],
        ];
    }

    private static string Place(Team team) => team.Place == TeamPlace.Channel ? "channel" : "thread";

    private static string Capital(int number) => string.Create(CultureInfo.InvariantCulture, $"Formation **#{number}**");

    private static Container Said(string words) => new([new TextDisplay(words)]);
}
