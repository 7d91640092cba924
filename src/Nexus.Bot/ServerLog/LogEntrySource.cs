using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.ServerLog;

/// <summary>Words entries for the log channel; nobody is pinged by them.</summary>
internal sealed class LogEntrySource : IDeliverySource
{
    public string Kind => LogEntry.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<LogEntry>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } entry)
        {
            return DeliveryContent.NotNeeded;
        }

        var who = entry.ActorId == default ? "Nexus" : Md.User(entry.ActorId);
        var text = new TextDisplay($"📝 {who} {entry.Words}\n-# <t:{entry.At.ToUnixTimeSeconds()}:F>");
        return new DeliveryContent(entry.Link is null ? new Container([text]) : new Container([text, Control.Row(Control.Link("Show", entry.Link))]));
    }
}
