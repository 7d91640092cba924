using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Gives the people of an idea to the teams, with the move that forms their team; and lets go of the name when it has none any more.</summary>
/// <param name="formers">None where there are no teams: the idea keeps the name alone.</param>
internal sealed class HandOverTeam(IEnumerable<ITeamFormer> formers) : IIdeaConsequence
{
    public async Task AddAsync(NexusDb db, Idea idea, IdeaChange change, CancellationToken ct)
    {
        if (change.Team is { } team)
        {
            idea.Team = team.Name;
            var handed = new IdeaTeam(
                idea.GuildId,
                idea.Id,
                idea.Number!.Value,
                idea.Title,
                [.. team.Members.Select(Person)],
                [.. team.Waiting.Select(Person)],
                team.FormedBy,
                idea.ThreadId is { } thread ? Routing.Md.ChannelUrl(idea.GuildId, thread) : null) { Name = team.Name };
            foreach (var former in formers)
            {
                idea.Team = Routing.Md.Cut((await former.FormAsync(db, handed, ct)).Name, Idea.MostTeam);
            }
        }
        else if (idea.Status is not (IdeaStatus.Building or IdeaStatus.Shipped))
        {
            idea.Team = null;
        }
    }

    private static TeamPerson Person(TeamMember member) => new(member.Person, Board.IdeaText.Role(member.Role));
}
