using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>
/// Words a step of the ladder when it is sent. What was decided stays, but it is needless once somebody took the question, and
/// nobody is pinged who meanwhile went to bed, off duty or has too much to do.
/// </summary>
/// <param name="kind">One of <see cref="QuestionAsk"/>'s.</param>
internal sealed class AskSource(string kind, AnswererPool pool, QuestionSettingsStore store, GuildConfigurations configurations, TimeProvider clock) : IDeliverySource
{
    // Everybody who was chosen has too much to do: somebody may be done by then.
    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    public string Kind => kind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var guild = delivery.GuildId;
        var all = kind == QuestionAsk.Instead
            ? db.In<AskedAnswerer>(guild).Where(one => one.InsteadOfId == delivery.SubjectId)
            : db.In<AskedAnswerer>(guild).Where(one => one.QuestionId == delivery.SubjectId && one.InsteadOfId == null);
        var (opening, step) = Ladder.Of(delivery.Occurrence);
        var asked = await (kind == QuestionAsk.Instead ? all : all.Where(one => one.Opening == opening && one.Step == step))
            .Where(one => one.DeclinedAt == null).OrderBy(one => one.Id).ToListAsync(ct);
        if (asked is not [var first, ..] || await db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(one => one.Id == first.QuestionId, ct) is not { } question)
        {
            return DeliveryContent.NotNeeded;
        }

        var now = clock.GetUtcNow();
        var people = await pool.OfAsync(db, guild, ct);
        switch (Ladder.Resume(QuestionAsk.Facts(question), Ladder.Occurrence(first.Opening, first.Step), [.. asked.Select(QuestionAsk.ChosenOf)], people, now))
        {
            case Climb.Ask ask:
                return await AskAsync(db, question, [.. asked.Where(one => ask.Whom.Any(chosen => chosen.Id == one.PersonId))], people, now, ct);
            case Climb.WaitUntil wait:
                return DeliveryContent.NotBefore(wait.At);
            default:
                return DeliveryContent.NotNeeded;
        }
    }

    private async Task<DeliveryContent> AskAsync(NexusDb db, Question question, List<AskedAnswerer> reached, IReadOnlyList<Answerer> people, DateTimeOffset now, CancellationToken ct)
    {
        reached.RemoveAll(one => people.Single(person => person.Id == one.PersonId) is var person && person.Load - (Counts(one, now) ? 1 : 0) >= person.Capacity);
        if (reached is not [var first, ..])
        {
            return DeliveryContent.NotBefore(now + UntilThereIsRoom);
        }

        // Put off until the morning, it is now that they are asked.
        foreach (var late in reached.Where(one => now - one.AskedAt > Stale))
        {
            late.AskedAt = now;
        }

        await db.SaveChangesAsync(ct);
        var settings = await store.OfAsync(question.GuildId, ct);
        var steps = QuestionLadders.Of(settings, await configurations.OfAsync(question.GuildId, ct)).Steps;
        return AskViews.Asked(
            question, steps[first.Step].Audience, [.. reached.Select(one => one.PersonId)], kind == QuestionAsk.Instead, settings.PingsAtOnce || first.Step > 0);
    }

    private static bool Counts(AskedAnswerer one, DateTimeOffset now) => one.AskedAt > now - Ladder.AskCounts;
}
