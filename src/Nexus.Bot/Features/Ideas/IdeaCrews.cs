using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas;

/// <summary>Between an idea's rows and its <see cref="IdeaCrew"/>.</summary>
internal static class IdeaCrews
{
    public static async Task<IdeaCrew> OfAsync(NexusDb db, Idea idea, CancellationToken ct) => new(
        [.. (await Needs(db, idea).ToListAsync(ct)).OrderBy(need => need.Role).Select(need => new RoleNeed(need.Role, need.Minimum, need.Slots))],
        [.. (await Interests(db, idea).ToListAsync(ct)).OrderBy(one => one.Since).ThenBy(one => one.PersonId)
            .Select(one => new Interest(one.PersonId, one.Role, one.Seat, one.Since) { CameFrom = one.CameFrom })]);

    /// <summary>Makes the rows those of a crew. Saves nothing; of two who take one seat the later save fails with a clash.</summary>
    public static async Task SetAsync(NexusDb db, Idea idea, IdeaCrew crew, CancellationToken ct)
    {
        var needs = await Needs(db, idea).ToListAsync(ct);
        db.RemoveRange(needs.Where(row => crew.Slots(row.Role) == 0));
        foreach (var need in crew.Needs)
        {
            if (needs.SingleOrDefault(row => row.Role == need.Role) is { } row)
            {
                (row.Minimum, row.Slots) = (need.Minimum, need.Slots);
            }
            else
            {
                db.Add(new IdeaNeed { GuildId = idea.GuildId, IdeaId = idea.Id, Role = need.Role, Minimum = need.Minimum, Slots = need.Slots });
            }
        }

        var interests = await Interests(db, idea).ToListAsync(ct);
        db.RemoveRange(interests.Where(row => crew.Of(row.PersonId) is null));
        foreach (var one in crew.Interests)
        {
            if (interests.SingleOrDefault(row => row.PersonId == one.Person) is { } row)
            {
                (row.Role, row.Seat, row.Since, row.CameFrom) = (one.Role, one.Seat, one.Since, one.CameFrom);
            }
            else
            {
                db.Add(new IdeaInterest
                {
                    GuildId = idea.GuildId,
                    IdeaId = idea.Id,
                    PersonId = one.Person,
                    Role = one.Role,
                    Seat = one.Seat,
                    Since = one.Since,
                    CameFrom = one.CameFrom,
                });
            }
        }
    }

    private static IQueryable<IdeaNeed> Needs(NexusDb db, Idea idea) => db.In<IdeaNeed>(idea.GuildId).Where(need => need.IdeaId == idea.Id);

    private static IQueryable<IdeaInterest> Interests(NexusDb db, Idea idea) => db.In<IdeaInterest>(idea.GuildId).Where(one => one.IdeaId == idea.Id);
}
