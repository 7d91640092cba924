using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Plans what people hear who build an idea or wait for it, its author and mentors. Adds rows, saves nothing.</summary>
internal sealed class CrewNews(MentorPlace mentors, TimeProvider clock)
{
    /// <summary>Somebody who waited has a place.</summary>
    public const string Place = "idea-place";

    /// <summary>To its author: everybody it needs is there.</summary>
    public const string CanBegin = "idea-can-begin";

    public const string MentorsCanBegin = "idea-can-begin-mentors";

    /// <summary>To mentors: its team is no more.</summary>
    public const string TeamGone = "idea-team-gone";

    public static IReadOnlyList<string> Kinds { get; } = [Place, CanBegin, MentorsCanBegin, TeamGone];

    public Task MovedUpAsync(NexusDb db, Idea idea, IEnumerable<Snowflake> people, CancellationToken ct) => PlanAsync(db, idea, Place, people.Select(person => ToPerson(idea, person)), ct);

    public async Task CanBeginAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        await PlanAsync(db, idea, CanBegin, [ToPerson(idea, idea.AuthorId)], ct);
        await ToMentorsAsync(db, idea, MentorsCanBegin, ct);
    }

    public Task TeamGoneAsync(NexusDb db, Idea idea, CancellationToken ct) => ToMentorsAsync(db, idea, TeamGone, ct);

    private async Task ToMentorsAsync(NexusDb db, Idea idea, string kind, CancellationToken ct)
    {
        if (await mentors.OfAsync(idea.GuildId, ct) is { } place)
        {
            await PlanAsync(db, idea, kind, [DeliveryTarget.In(place)], ct);
        }
    }

    private static DeliveryTarget ToPerson(Idea idea, Snowflake person) => DeliveryTarget.DmOf(person, idea.ThreadId);

    private async Task PlanAsync(NexusDb db, Idea idea, string kind, IEnumerable<DeliveryTarget> targets, CancellationToken ct)
    {
        var all = targets.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var last = await db.In<Delivery>(idea.GuildId).Where(row => row.Kind == kind && row.SubjectId == idea.Id).MaxAsync(row => (int?)row.Occurrence, ct) ?? 0;
        db.AddRange(all.Select((target, index) => Delivery.Plan(idea.GuildId, kind, idea.Id, target, clock.GetUtcNow(), last + 1 + index)));
    }
}
