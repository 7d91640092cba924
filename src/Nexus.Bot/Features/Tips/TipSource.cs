using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Hub;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>Words the tip of a day when it is posted. One that is so late that the next is due is left out.</summary>
internal sealed class TipSource(GuildHubs hubs, GuildConfigurations configurations, TimeProvider clock) : IDeliverySource
{
    public string Kind => TipPlan.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<TipPlan>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == delivery.SubjectId, ct) is not { IsActive: true } plan)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var zone = Zones.Named((await configurations.OfAsync(delivery.GuildId, ct)).TimeZone);
        var next = TipCalendar.After(delivery.DueAt, plan.Days, plan.At, zone).First(it => it.Occurrence != delivery.Occurrence);
        if (next.Due <= now)
        {
            return null;
        }

        var isAnotherDay = DayOf(now, zone) != DayOf(delivery.DueAt, zone);
        return await TipBook.ChooseAsync(db, await hubs.OfAsync(delivery.GuildId, ct), delivery.GuildId, delivery.Occurrence, ct) is { } tip
            ? new DeliveryContent(TipViews.Posted(tip, isAnotherDay ? delivery.DueAt : null))
            : null;
    }

    private static LocalDate DayOf(DateTimeOffset moment, DateTimeZone zone) => Instant.FromDateTimeOffset(moment).InZone(zone).Date;
}
