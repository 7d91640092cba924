using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Hosting;

/// <summary>Keeps the gateway session over a restart, so that nothing that happened meanwhile is missed and no identify is spent.</summary>
internal sealed class SessionMemory(DiscordOptions discord, DatabaseStartup startup, INexusDbFactory databases, BotStatus status, TimeProvider clock)
{
    /// <summary>Discord keeps a session for a few minutes; an older one would only cost a refused resume.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(2);

    // The same token at the same Discord: another one would refuse the session. Hashed, because a key is no place for a token.
    private readonly string _key = $"gateway:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{discord.ApiBase} {discord.Token}")), 0, 8)}:{discord.ShardId}";

    /// <summary>Also recalls who the bot is, which only READY says and a resumed session has none.</summary>
    public async Task<GatewayResume?> RecallAsync(CancellationToken ct)
    {
        if (Parse(await startup.PeekAsync(_key, ct), clock.GetUtcNow()) is not var (resume, user, application))
        {
            return null;
        }

        (status.User, status.Application) = (user, application);
        return resume;
    }

    /// <summary>A session that goes on has a new sequence number: what was kept is wrong from now on.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        await db.StoredValues.Where(stored => stored.Key == _key).ExecuteDeleteAsync(ct);
    }

    public async Task KeepAsync(GatewayResume resume, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var value = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}|{resume.Sequence}|{resume.ResumeUrl}|{status.User}|{status.Application}|{resume.SessionId}");
        await using var db = databases.Create();
        if (await db.StoredValues.SingleOrDefaultAsync(stored => stored.Key == _key, ct) is { } stored)
        {
            (stored.Value, stored.UpdatedAt) = (value, now);
        }
        else
        {
            db.Add(new StoredValue { Key = _key, Value = value, UpdatedAt = now });
        }

        await db.SaveChangesAsync(ct);
    }

    internal static (GatewayResume Resume, Snowflake User, Snowflake Application)? Parse(string? value, DateTimeOffset now) =>
        value?.Split('|', 6) is [var kept, var sequence, var url, var user, var application, var session]
        && long.TryParse(kept, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(sequence, CultureInfo.InvariantCulture, out var seq)
        && Snowflake.TryParse(user, out var userId)
        && Snowflake.TryParse(application, out var applicationId)
        && now - DateTimeOffset.FromUnixTimeMilliseconds(at) is var age && age >= TimeSpan.Zero && age <= Freshness
            ? (new GatewayResume(session, seq, Uri.TryCreate(url, UriKind.Absolute, out var resumeUrl) ? resumeUrl : null), userId, applicationId)
            : null;
}
