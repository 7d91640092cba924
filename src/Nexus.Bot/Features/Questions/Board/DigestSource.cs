using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Words the weekly digest; of several weeks that were missed the last is sent.</summary>
internal sealed class DigestSource(GuildConfigurations configurations) : IRecurringDeliverySource
{
    public string Kind => DigestPlanner.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await IsOffAsync(db, delivery.GuildId, ct))
        {
            return DeliveryContent.NotNeeded;
        }

        var from = DigestCalendar.AWeekBefore(delivery.DueAt, await ZoneAsync(delivery, ct));
        var facts = await DigestFacts.OfAsync(db, delivery.GuildId, from, delivery.DueAt, ct);
        return new DeliveryContent(DigestViews.Card(facts, lateBy is null ? null : delivery.DueAt));
    }

    public async Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        await IsOffAsync(db, delivery.GuildId, ct) ? [] : DigestCalendar.After(delivery.DueAt, await ZoneAsync(delivery, ct));

    private static Task<bool> IsOffAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        db.In<QuestionSettings>(guild).AnyAsync(settings => !settings.SendsDigest, ct);

    private async Task<DateTimeZone> ZoneAsync(Delivery delivery, CancellationToken ct) =>
        Zones.Named((await configurations.OfAsync(delivery.GuildId, ct)).TimeZone);
}
