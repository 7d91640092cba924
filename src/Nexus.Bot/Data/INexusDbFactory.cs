using Microsoft.EntityFrameworkCore;

namespace Nexus.Bot.Data;

/// <summary>Makes units of work outside a request's scope, whichever provider is configured.</summary>
internal interface INexusDbFactory
{
    NexusDb Create();
}

internal sealed class NexusDbFactory<TDb>(IDbContextFactory<TDb> pool) : INexusDbFactory
    where TDb : NexusDb
{
    public NexusDb Create()
    {
        var db = pool.CreateDbContext();
        db.HasSaved = false; // the pool hands out used instances
        return db;
    }
}
