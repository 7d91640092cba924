using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Words the list for mentors: on days of which nobody's third, fifth or seventh is, and while nobody is missing, there is none.</summary>
internal sealed class FirstWeekSource(FirstWeekReader reader) : IDeliverySource
{
    public const string DeliveryKind = "idea-first-week";

    public string Kind => DeliveryKind;

    /// <summary>A server is its own subject; its occurrences are days since 1970.</summary>
    public static long SubjectOf(Snowflake guild) => unchecked((long)guild.Value);

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var list = await reader.OfAsync(db, delivery.GuildId, ct);
        var before = await db.In<Delivery>(delivery.GuildId)
            .Where(row => row.Kind == DeliveryKind && row.SubjectId == delivery.SubjectId && row.Occurrence < delivery.Occurrence)
            .MaxAsync(row => (int?)row.Occurrence, ct);

        // Days on which the bot was down are looked at now.
        var days = before is { } last ? Math.Clamp(delivery.Occurrence - last, 1, FirstWeekRules.CheckDays[^1]) : 1;
        return list.Idle.Any(idle => FirstWeekRules.CheckDays.Any(day => day <= idle.Day && day > idle.Day - days))
            ? new DeliveryContent(FirstWeekViews.ForMentors(list))
            : DeliveryContent.NotNeeded;
    }
}
