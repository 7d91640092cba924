using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>An idea's people become a team.</summary>
internal interface ITeamFormer
{
    /// <summary>Called in the idea's unit of work: adds rows, saves nothing, never speaks to Discord.</summary>
    Task<FormedTeam> FormAsync(NexusDb db, IdeaTeam team, CancellationToken ct);

    /// <summary>Whether its people are called to a place of their own, so that nobody else has to ping them.</summary>
    Task<bool> CallsItsPeopleAsync(Snowflake guild, CancellationToken ct);
}

/// <summary>The other way: a team of an idea was renamed, has a repository, shipped or is no more.</summary>
internal interface IIdeaNews
{
    /// <summary>Called in the team's unit of work: changes rows, saves nothing, never speaks to Discord.</summary>
    Task TeamChangedAsync(NexusDb db, Snowflake guild, long ideaId, TeamNews news, CancellationToken ct);
}

/// <param name="Members">Who has a place, with their track: <c>backend</c>, <c>frontend</c> or <c>mentor</c>.</param>
/// <param name="Waiting">Who would have liked to, in order: the first to ask when somebody leaves.</param>
/// <param name="ThreadUrl">Where the idea is talked about.</param>
internal sealed record IdeaTeam(
    Snowflake Guild, long IdeaId, int Number, string Title, IReadOnlyList<TeamPerson> Members, IReadOnlyList<TeamPerson> Waiting, Snowflake FormedBy, string? ThreadUrl)
{
    /// <summary>What whoever formed it calls it, as they typed it; null when they left it to the teams.</summary>
    public string? Name { get; init; }
}

internal sealed record TeamPerson(Snowflake Person, string Track);

/// <param name="Name">As it is told; it can be changed by the team.</param>
internal sealed record FormedTeam(string Name);

/// <param name="Name">Null when it is no more.</param>
/// <param name="Repository">A https link; null while there is none.</param>
internal sealed record TeamNews(string? Name, string? Repository);
