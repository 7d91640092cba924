using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Discord;

namespace Nexus.Bot.Features.Topics;

/// <summary>Which pages a person has marked as read in a server.</summary>
internal sealed class ReadMarks(NexusDb db, TimeProvider clock)
{
    /// <summary>Slugs; none in a DM, where it is not known which server is meant.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(Snowflake? guild, Snowflake person, CancellationToken ct) => guild is { } server
        ? await db.In<ReadMark>(server).Where(mark => mark.UserId == person).Select(mark => mark.Slug).ToHashSetAsync(ct)
        : new HashSet<string>();

    /// <summary>Marks these pages as read; those marked already stay so.</summary>
    public async Task AddAsync(Snowflake guild, Snowflake person, IReadOnlyCollection<string> slugs, CancellationToken ct)
    {
        var known = await OfAsync(guild, person, ct);
        db.AddRange(slugs.Where(slug => !known.Contains(slug)).Select(slug => new ReadMark { GuildId = guild, UserId = person, Slug = slug, At = clock.GetUtcNow() }));
        await db.SaveChangesAsync(ct);
    }

    public async Task RemoveAsync(Snowflake guild, Snowflake person, IReadOnlyCollection<string> slugs, CancellationToken ct)
    {
        var removed = await db.In<ReadMark>(guild).Where(mark => mark.UserId == person && slugs.Contains(mark.Slug)).ExecuteDeleteAsync(ct);
        db.HasSaved |= removed > 0;
    }
}
