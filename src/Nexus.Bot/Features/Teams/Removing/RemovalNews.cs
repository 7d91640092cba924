using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Teams.Removing;

/// <summary>Tells people what a mentor did to their place on a team: in a DM, or where that is closed in the channel for such cases.</summary>
internal sealed class RemovalNews(GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>By the team's latest step. Saves nothing.</summary>
    public async Task TellAsync(NexusDb db, Team team, IReadOnlyList<TeamMember> people, CancellationToken ct)
    {
        var elsewhere = (await configurations.OfAsync(team.GuildId, ct)).ReminderChannelId;
        db.AddRange(people.Select(member => Delivery.Plan(
            team.GuildId, RemovalSource.DeliveryKind, member.Id, DeliveryTarget.DmOf(member.PersonId, elsewhere), clock.GetUtcNow(), team.Steps)));
    }
}

/// <summary>The words, as long as they are true: what was undone before it was sent is not told, nor its undoing.</summary>
internal sealed class RemovalSource : IDeliverySource
{
    public const string DeliveryKind = "team-removal";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<TeamMember>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } member
            || await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == member.TeamId, ct) is not { } team
            || await db.In<TeamStep>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.TeamId == member.TeamId && it.Number == delivery.Occurrence, ct) is not { } step)
        {
            return DeliveryContent.NotNeeded;
        }

        var isBack = step.Act is TeamAct.Joined or TeamAct.Resumed;
        if (isBack != member.LeftAt is null || (isBack && !await HeardAsync(db, delivery, ct)))
        {
            return DeliveryContent.NotNeeded;
        }

        return TeamTold.Content(delivery, member.PersonId, RemoveViews.Told(team, step, isBack));
    }

    // They have read that they are off it.
    private static Task<bool> HeardAsync(NexusDb db, Delivery delivery, CancellationToken ct) => db.In<Delivery>(delivery.GuildId)
        .AnyAsync(it => it.Kind == DeliveryKind && it.SubjectId == delivery.SubjectId && it.Occurrence < delivery.Occurrence && it.MessageId != null, ct);
}
