using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The profiles of a server's people.</summary>
internal sealed class ProfileBook(NexusDb db, TimeProvider clock)
{
    public Task<Profile?> FindAsync(Snowflake guild, Snowflake person, CancellationToken ct) =>
        db.In<Profile>(guild).SingleOrDefaultAsync(profile => profile.PersonId == person, ct);

    /// <summary>Saves a change at once, and keeps what was there before.</summary>
    /// <returns>False when it changes nothing.</returns>
    public async Task<bool> ChangeAsync(Snowflake guild, Snowflake person, Func<ProfileValues, ProfileValues> change, CancellationToken ct)
    {
        var profile = await FindAsync(guild, person, ct);
        var before = profile?.Values ?? ProfileValues.Nothing;
        var (was, after) = (ProfileValues.Text(before.ToJson()), change(before));
        if (was == ProfileValues.Text(after.ToJson()))
        {
            return false;
        }

        if (profile is null)
        {
            profile = new Profile { GuildId = guild, PersonId = person };
            db.Add(profile);
        }

        profile.Take(after, was, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <returns>False when something was changed since, or it was undone already.</returns>
    public async Task<bool> UndoAsync(Snowflake guild, Snowflake person, long? revision, CancellationToken ct)
    {
        if (await FindAsync(guild, person, ct) is not { Before: { } before } profile || profile.Revision != revision)
        {
            return false;
        }

        profile.Take(ProfileValues.OfJson(before), null, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <returns>False when there was nothing.</returns>
    public async Task<bool> EraseAsync(Snowflake guild, Snowflake person, CancellationToken ct) =>
        await db.In<Profile>(guild).Where(profile => profile.PersonId == person).ExecuteDeleteAsync(ct) > 0;
}
