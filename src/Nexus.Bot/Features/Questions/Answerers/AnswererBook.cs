using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>What those who answer have said about themselves.</summary>
internal sealed class AnswererBook(NexusDb db, QuestionSettingsStore settings, GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>Whether somebody helps with questions: they may take one, also one that they were not asked to.</summary>
    public Task<bool> HelpsAsync(Snowflake guild, Snowflake person, CancellationToken ct) =>
        db.In<AnswererProfile>(guild).AnyAsync(profile => profile.PersonId == person, ct);

    public Task<AnswererProfile?> FindAsync(Snowflake guild, Snowflake person, CancellationToken ct) =>
        db.In<AnswererProfile>(guild).SingleOrDefaultAsync(profile => profile.PersonId == person, ct);

    /// <summary>Those on the server, in the order in which they came.</summary>
    public Task<List<AnswererProfile>> AllAsync(Snowflake guild, CancellationToken ct) =>
        db.In<AnswererProfile>(guild).AsNoTracking().Where(profile => profile.LeftAt == null).OrderBy(profile => profile.Id).ToListAsync(ct);

    /// <summary>Theirs, or a new one; as their roles are now.</summary>
    public async Task<AnswererProfile> OfAsync(Call call, CancellationToken ct)
    {
        var profile = await FindAsync(call.Guild, call.User, ct);
        if (profile is null)
        {
            profile = new AnswererProfile
            {
                GuildId = call.Guild,
                PersonId = call.User,
                From = DutyWords.Usual.From,
                Until = DutyWords.Usual.Until,
                Days = DutyWords.Usual.Days,
                UpdatedAt = clock.GetUtcNow(),
            };
            db.Add(profile);
        }

        profile.Rank = AnswererRanks.Of(call.Roles, await configurations.OfAsync(call.Guild, ct), await settings.OfAsync(call.Guild, ct));
        profile.LeftAt = null;
        return profile;
    }

    public Task SaveAsync(AnswererProfile profile, CancellationToken ct)
    {
        profile.UpdatedAt = clock.GetUtcNow();
        return db.SaveChangesAsync(ct);
    }

    public Task RemoveAsync(AnswererProfile profile, CancellationToken ct)
    {
        db.Remove(profile);
        return db.SaveChangesAsync(ct);
    }
}
