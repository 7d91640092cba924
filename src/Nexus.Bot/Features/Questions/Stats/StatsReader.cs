using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Stats;

/// <summary>Counts a server's questions by week and topic; nobody's name is in it.</summary>
internal sealed class StatsReader(NexusDb db, GuildHubs hubs, TimeProvider clock)
{
    public async Task<QuestionStats> ReadAsync(Snowflake guild, int weeks, string? topic, CancellationToken ct)
    {
        var thisWeek = MondayOf(clock.GetUtcNow());
        var from = thisWeek.AddDays(-7 * (weeks - 1));
        var since = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero);
        var rows = await db.In<Question>(guild).AsNoTracking()
            .Where(it => it.PostedAt >= since || it.DeflectedAt >= since)
            .Select(it => new { it.PostedAt, it.DeflectedAt, it.FirstAnsweredAt, it.AcceptedAt, it.State, it.Topics })
            .ToListAsync(ct);
        var asked = rows
            .Where(row => topic is null || row.Topics.Contains(topic))
            .Select(row => new AskedQuestion(
                row.PostedAt ?? row.DeflectedAt!.Value,
                row.PostedAt,
                row.FirstAnsweredAt,
                row.AcceptedAt,
                row.PostedAt is null,
                row.PostedAt is not null && row.State is QuestionState.Open or QuestionState.Claimed,
                topic ?? row.Topics.FirstOrDefault()))
            .ToList();
        var byWeek = asked.ToLookup(it => MondayOf(it.AskedAt));
        var hub = await hubs.OfAsync(guild, ct);
        return new QuestionStats(
            QuestionNumbers.Of(asked),
            [.. Enumerable.Range(0, weeks).Select(week => from.AddDays(7 * week)).Select(monday => (monday, QuestionNumbers.Of([.. byWeek[monday]])))],
            [
                .. asked.Where(it => it.Topic is not null)
                    .GroupBy(it => it.Topic!, StringComparer.Ordinal)
                    .Select(group => (Topic: hub.BySlug(group.Key)?.Title ?? group.Key, Numbers: QuestionNumbers.Of([.. group])))
                    .OrderByDescending(it => it.Numbers.Asked).ThenByDescending(it => it.Numbers.Deflected).ThenBy(it => it.Topic, StringComparer.Ordinal),
            ]);
    }

    private static DateOnly MondayOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
