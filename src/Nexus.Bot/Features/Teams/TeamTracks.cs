using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>As what somebody is on a team.</summary>
internal static class TeamTracks
{
    public const string Backend = "backend";
    public const string Frontend = "frontend";
    public const string FullStack = "full stack";
    public const string Mentor = "mentor";

    /// <summary>Their roles do not tell.</summary>
    public const string None = "";

    /// <summary>What a team's people cover between them.</summary>
    public static IReadOnlyList<string> Wanted { get; } = [Backend, Frontend, Mentor];

    public static string Of(IReadOnlyCollection<Snowflake> roles, GuildConfiguration configuration)
    {
        var (backend, frontend) = (Has(configuration.BackendRoleId), Has(configuration.FrontendRoleId));
        return Has(configuration.MentorRoleId) ? Mentor
            : backend && frontend ? FullStack
            : backend ? Backend
            : frontend ? Frontend
            : None;

        bool Has(Snowflake? role) => role is { } id && roles.Contains(id);
    }

    /// <summary>By what they say they build.</summary>
    public static string Of(Tracks tracks) => tracks switch
    {
        Tracks.Backend => Backend,
        Tracks.Frontend => Frontend,
        Tracks.FullStack => FullStack,
        _ => None,
    };

    /// <summary>What somebody of a track builds.</summary>
    public static Tracks Built(string track) => track switch
    {
        Backend => Tracks.Backend,
        Frontend => Tracks.Frontend,
        FullStack => Tracks.FullStack,
        _ => Tracks.Other,
    };

    /// <summary>Whether somebody of one track does what another names.</summary>
    public static bool Covers(string track, string wanted) => track == wanted || (track == FullStack && wanted is Backend or Frontend);

    /// <summary>The tracks that nobody covers.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> tracks)
    {
        var there = tracks.ToList();
        return [.. Wanted.Where(wanted => !there.Any(track => Covers(track, wanted)))];
    }
}
