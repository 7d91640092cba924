using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>What a server chose, or what holds while it has chosen nothing.</summary>
internal sealed class QuestionSettingsStore(INexusDbFactory databases)
{
    public async Task<QuestionSettings> OfAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.In<QuestionSettings>(guild).AsNoTracking().SingleOrDefaultAsync(ct) ?? new QuestionSettings { GuildId = guild };
    }
}
