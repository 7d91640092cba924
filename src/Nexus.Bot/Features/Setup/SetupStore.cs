using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Setup;

/// <summary>The server's configuration row, made when there is none yet.</summary>
internal sealed class SetupStore(NexusDb db, GuildConfigurations configurations, IEnumerable<IServerSetUp> waiting, TimeProvider clock)
{
    public async Task<GuildConfiguration> OpenAsync(Snowflake guild, CancellationToken ct)
    {
        var configuration = await db.In<GuildConfiguration>(guild).SingleOrDefaultAsync(ct);
        if (configuration is null)
        {
            configuration = new GuildConfiguration { GuildId = guild };
            db.Add(configuration);
        }

        return configuration;
    }

    public async Task SaveAsync(GuildConfiguration configuration, Snowflake by, CancellationToken ct)
    {
        if (db.ChangeTracker.HasChanges())
        {
            (configuration.UpdatedAt, configuration.UpdatedBy) = (clock.GetUtcNow(), by);
            await db.SaveChangesAsync(ct);
            configurations.Forget(configuration.GuildId);
        }

        foreach (var one in waiting)
        {
            await one.LookedAfterAsync(configuration.GuildId, ct);
        }
    }

    /// <summary>Takes what the server already has under the expected names, where nothing was chosen; what was chosen and is gone is cleared.</summary>
    public static IReadOnlyList<SetupItem> Adopt(GuildConfiguration configuration, ServerFacts facts)
    {
        List<SetupItem> adopted = [];
        foreach (var item in SetupItems.All)
        {
            var chosen = item.IdIn(configuration);
            var isThere = item.IsRole() ? facts.FindRole(chosen) is not null : facts.FindChannel(chosen) is not null;
            if (isThere)
            {
                continue;
            }

            var found = item.IsOptional() ? null : item.FindIn(facts);
            item.Set(configuration, found);
            if (found is not null)
            {
                adopted.Add(item);
            }
        }

        return adopted;
    }
}
