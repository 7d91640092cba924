using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>One team as it would be made.</summary>
/// <param name="Name">Empty when its number is its name.</param>
/// <param name="Why">What its people read about why they are together.</param>
internal sealed record DraftTeam(string Name, IReadOnlyList<DraftMember> Members, string Why);

/// <param name="Track">See <see cref="TeamTracks"/>.</param>
internal sealed record DraftMember(Snowflake Person, string Track);

/// <summary>What a formation would make of people as they are now.</summary>
/// <param name="Gone">They are in the plan, but not on the server any more.</param>
/// <param name="OptedOut">They are in the plan, but asked since not to be put on a team.</param>
/// <param name="Twice">They are on a team of another formation already.</param>
/// <param name="Elsewhere">They are on a team of their own making as well, which goes on.</param>
internal sealed record CommitDraft(
    IReadOnlyList<DraftTeam> Teams,
    IReadOnlyList<Snowflake> Gone,
    IReadOnlyList<Snowflake> OptedOut,
    IReadOnlyList<(Snowflake Person, Team On)> Twice,
    IReadOnlyList<(Snowflake Person, Team On)> Elsewhere)
{
    public int People => Teams.Sum(team => team.Members.Count);
}
