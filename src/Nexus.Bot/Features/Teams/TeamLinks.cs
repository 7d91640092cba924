namespace Nexus.Bot.Features.Teams;

/// <summary>What a team can link, each by the step that sets it.</summary>
internal static class TeamLinks
{
    public static IReadOnlyList<TeamAct> All { get; } = [TeamAct.Repository, TeamAct.Board, TeamAct.ApiDocs];

    public static string Name(TeamAct which) => which switch
    {
        TeamAct.Repository => "repository",
        TeamAct.Board => "board",
        TeamAct.ApiDocs => "API docs",
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };

    public static string? Of(Team team, TeamAct which) => which switch
    {
        TeamAct.Repository => team.Repository,
        TeamAct.Board => team.Board,
        TeamAct.ApiDocs => team.ApiDocs,
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };

    public static void Set(Team team, TeamAct which, string? url)
    {
        switch (which)
        {
            case TeamAct.Repository: team.Repository = url; break;
            case TeamAct.Board: team.Board = url; break;
            case TeamAct.ApiDocs: team.ApiDocs = url; break;
            default: throw new ArgumentOutOfRangeException(nameof(which));
        }
    }

    /// <summary>A link as it may be shown to others; null when it is none that everybody can follow safely.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim().TrimStart('<').TrimEnd('>');
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https", HostNameType: UriHostNameType.Dns, UserInfo: "" }
            && uri.Host.Contains('.', StringComparison.Ordinal)
            && !text.Any(char.IsWhiteSpace)
            && uri.AbsoluteUri.Length <= Team.MostLink
            ? uri.AbsoluteUri
            : null;
    }

    /// <summary>Without what every link has: "github.com/team/bus".</summary>
    public static string Short(string url) => url["https://".Length..].TrimEnd('/');
}
