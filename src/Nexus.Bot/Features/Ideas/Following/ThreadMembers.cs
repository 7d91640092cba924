using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Remembers who is in an idea's thread, as far as the bot knows.</summary>
internal static class ThreadMembers
{
    /// <summary>Saves it; who is known already stays so.</summary>
    public static async Task AddAsync(NexusDb db, Snowflake guild, long idea, IReadOnlyCollection<Snowflake> people, CancellationToken ct)
    {
        var known = await db.In<IdeaThreadMember>(guild).Where(row => row.IdeaId == idea && people.Contains(row.PersonId)).Select(row => row.PersonId).ToListAsync(ct);
        db.AddRange(people.Except(known).Select(person => new IdeaThreadMember { GuildId = guild, IdeaId = idea, PersonId = person }));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // Somebody wrote in the thread at this moment. Who of the others is not remembered now is put there once more, which does no harm.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
