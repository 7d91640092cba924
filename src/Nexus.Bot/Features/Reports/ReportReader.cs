using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reports;

/// <summary>Reads a server's counts, the last minute's too.</summary>
internal sealed class ReportReader(NexusDb db, GuildHubs hubs, LookupLog lookups, HubCheckup checkup, TimeProvider clock)
{
    private const int MostMissing = 6;

    // Each is looked up once more: what the hub answers by now is no longer missing.
    private const int MostCandidates = 60;

    public async Task<HubReport> ReadAsync(Snowflake guild, int weeks, CancellationToken ct)
    {
        await lookups.FlushAsync(ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var thisWeek = MondayOf(today);
        var from = thisWeek.AddDays(-7 * (weeks - 1));
        var hub = await hubs.OfAsync(guild, ct);
        var uses = await db.In<PageUse>(guild).AsNoTracking().Where(use => use.Day >= from).ToListAsync(ct);
        return new HubReport(
            [.. Enumerable.Range(0, weeks).Select(week => from.AddDays(7 * week)).Select(monday => (monday, uses.Where(use => MondayOf(use.Day) == monday).Sum(use => use.Shown)))],
            await MissingAsync(guild, hub, new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero), ct),
            await UnhelpfulAsync(guild, hub, new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero), ct),
            [
                .. uses.GroupBy(use => use.Slug)
                    .Where(group => hub.BySlug(group.Key) is not null)
                    .Select(group => new PageReads(hub.BySlug(group.Key)!, group.Sum(use => use.Shown), group.Where(use => use.Day >= thisWeek).Sum(use => use.Shown)))
                    .OrderByDescending(page => page.Shown).ThenBy(page => page.Page.Title, StringComparer.Ordinal),
            ],
            HubLinterGraph.DeadLinks(hub),
            await checkup.OfAsync(guild, ct));
    }

    private async Task<IReadOnlyList<MissingQuestion>> MissingAsync(Snowflake guild, HubIndex hub, DateTimeOffset since, CancellationToken ct)
    {
        var asked = await db.In<LookupMiss>(guild).AsNoTracking()
            .Where(miss => miss.PickedSlug == "" && miss.LastAt >= since)
            .OrderByDescending(miss => miss.Count).ThenByDescending(miss => miss.LastAt).ThenBy(miss => miss.Question)
            .Take(MostCandidates)
            .ToListAsync(ct);
        var still = asked.Where(miss => hub.Find(miss.Question) is HubAnswer.NotInTheHub).Take(MostMissing).ToList();
        var questions = still.ConvertAll(miss => miss.Question);
        var picks = await db.In<LookupMiss>(guild).AsNoTracking()
            .Where(miss => miss.PickedSlug != "" && questions.Contains(miss.Question))
            .ToListAsync(ct);
        return [.. still.Select(miss => new MissingQuestion(miss.Question, miss.Count, picks
            .Where(pick => pick.Question == miss.Question && hub.BySlug(pick.PickedSlug) is not null)
            .OrderByDescending(pick => pick.Count).ThenBy(pick => pick.PickedSlug, StringComparer.Ordinal)
            .Select(pick => ((HubPage, int)?)(hub.BySlug(pick.PickedSlug)!, pick.Count))
            .FirstOrDefault()))];
    }

    private async Task<IReadOnlyList<PageVotes>> UnhelpfulAsync(Snowflake guild, HubIndex hub, DateTimeOffset since, CancellationToken ct)
    {
        var votes = await db.In<PageFeedback>(guild).AsNoTracking()
            .Where(vote => vote.At >= since)
            .GroupBy(vote => vote.Slug)
            .Select(page => new { Slug = page.Key, All = page.Count(), Unhelpful = page.Count(vote => !vote.IsHelpful) })
            .Where(page => page.Unhelpful > 0)
            .ToListAsync(ct);
        return [.. votes
            .Where(page => hub.BySlug(page.Slug) is not null)
            .OrderByDescending(page => page.Unhelpful).ThenBy(page => page.All).ThenBy(page => page.Slug, StringComparer.Ordinal)
            .Select(page => new PageVotes(hub.BySlug(page.Slug)!, page.Unhelpful, page.All))];
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
