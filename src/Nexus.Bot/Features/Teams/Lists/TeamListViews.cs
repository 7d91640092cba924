using System.Globalization;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Features.Teams.Joining;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Lists;

/// <summary>One team, and all of them.</summary>
internal static class TeamListViews
{
    public const int PageSize = 8;

    /// <param name="by">Who looks: only the team and mentors get the way to its thread.</param>
    public static Reply Team(TeamSheet sheet, TeamActor by)
    {
        var team = sheet.Team;
        var links = TeamCardViews.Links(team);
        if (by.MayChange && team.ThreadId is { } thread)
        {
            links.Add(Control.Link(team.Place == TeamPlace.Channel ? "Channel" : "Thread", Md.ChannelUrl(team.GuildId, thread)));
        }

        var place = by.MayChange && team is { ThreadId: null, Status: TeamStatus.Active } ? $"\n⏳ Its {(team.Place == TeamPlace.Channel ? "channel" : "thread")} is not open yet; it comes by itself." : "";
        return Reply.PrivateCard(new Container(
        [
            new TextDisplay($"🚀 {TeamNameViews.Name(team)} · {(team.Status == TeamStatus.Active ? $"since {Md.Time(team.CreatedAt, 'D')}" : $"🏁 ended {Md.Time(team.EndedAt ?? team.CreatedAt, 'D')}")}{place}\n{TeamCardViews.People(sheet)}{Missing(sheet)}"),
            .. links.Count > 0 ? new Component[] { Control.Row(links) } : [],
        ]));
    }

    /// <param name="invitations">Those of whoever looks, still to be answered.</param>
    public static Reply OnNone(IReadOnlyList<(TeamAsk Ask, Team Team)> invitations) => Reply.PrivateCard(
    [
        new TextDisplay("You are on no team yet. `/team list` shows who looks for people, and `/team create` begins one of your own."),
        .. invitations.SelectMany(it => InviteViews.Open(it.Ask, it.Team)),
    ]);

    public static Reply List(TeamList list) => Reply.PrivateCard(Components(list));

    public static Reply Page(TeamList list) => Reply.ChangeCard(Components(list));

    private static IReadOnlyList<Component> Components(TeamList list)
    {
        var (shown, page, pages) = Paging.Slice(list.Teams, list.State.Page, PageSize);
        var title = list.State.Needs is { Length: > 0 } needs ? $"Teams without {Somebody(needs)}" : "Teams";
        return
        [
            new TextDisplay($"### 🚀 {title} · {list.Teams.Count.ToString(CultureInfo.InvariantCulture)}\n{(shown.Count == 0 ? Empty(list.State) : string.Join('\n', shown.Select(Line)))}"),
            .. Paging.Turns(page, pages, (way, to) => TurnTeamsButton.For(way, list.State with { Page = to })),
            .. shown.Count > 0 ? new Component[] { new TextDisplay("-# `/team join` asks one of them to take you in; `/team show` tells more.") } : [],
        ];
    }

    private static string Line(TeamSheet sheet)
    {
        var missing = TeamTracks.Missing(sheet.Members.Select(member => member.Track));
        var people = sheet.Members.Count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{sheet.Members.Count} people");
        return $"• {TeamNameViews.Name(sheet.Team)} · {people}{(sheet.Team.IdeaNumber is { } idea ? string.Create(CultureInfo.InvariantCulture, $" · idea #{idea}") : "")}"
            + (missing.Count == 0 ? "" : $" · without {string.Join(", ", missing)}");
    }

    private static string Missing(TeamSheet sheet) => sheet.Team.Status == TeamStatus.Ended || TeamTracks.Missing(sheet.Members.Select(member => member.Track)) is not { Count: > 0 } missing
        ? ""
        : $"\n-# Nobody yet for: {string.Join(", ", missing)}";

    private static string Empty(TeamListState state) => state.Needs.Length > 0
        ? $"Every team has {(state.Needs == TeamTracks.Mentor ? "a mentor" : $"somebody for {state.Needs}")}. `/team list` shows them all."
        : "There is none yet. `/team create` begins the first one, and an idea that has its people becomes one.";

    private static string Somebody(string needs) => needs == TeamTracks.Mentor ? "a mentor" : $"somebody for {needs}";
}
