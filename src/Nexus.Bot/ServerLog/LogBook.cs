using System.Buffers.Binary;
using System.Security.Cryptography;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.ServerLog;

/// <summary>Keeps what was done, and sends it to the server's log channel when it has one.</summary>
internal sealed class LogBook(GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>Adds it to the unit of work; whoever saves wakes the queue (<see cref="DeliveryQueue.WakeAt"/>).</summary>
    /// <param name="db">What it is saved with.</param>
    /// <param name="actor">None (0) for the bot itself.</param>
    /// <param name="words">See <see cref="LogEntry.Words"/>.</param>
    public async Task AddAsync(NexusDb db, Snowflake guild, Snowflake actor, string words, string? link, CancellationToken ct)
    {
        var entry = new LogEntry
        {
            Id = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue,
            GuildId = guild,
            ActorId = actor,
            Words = Md.Cut(words, LogEntry.MostWords),
            Link = link,
            At = clock.GetUtcNow(),
        };
        db.Add(entry);
        if ((await configurations.OfAsync(guild, ct)).LogChannelId is { } log)
        {
            db.Add(Delivery.Plan(guild, LogEntry.DeliveryKind, entry.Id, DeliveryTarget.In(log), entry.At));
        }
    }
}
