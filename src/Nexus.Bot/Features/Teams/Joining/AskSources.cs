using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>An invitation, in the DM of who is invited; where that is closed, in the channel for such cases, with their name.</summary>
internal sealed class InvitationSource(TimeProvider clock) : IDeliverySource
{
    public const string DeliveryKind = "team-invite";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await AskedTeam.OfAsync(db, delivery, TeamAskKind.Invitation, ct) is not ({ } ask, { } team) || !ask.IsOpen(clock.GetUtcNow()))
        {
            return DeliveryContent.NotNeeded;
        }

        return new DeliveryContent(InviteViews.Invitation(ask, team, await TeamLife.MembersAsync(db, team, ct), isPublic: !delivery.ByDm))
        {
            Mentions = delivery.ByDm ? AllowedMentions.None : new AllowedMentions { Users = [ask.PersonId] },
        };
    }
}

/// <summary>Somebody would like to come: told where the team reads it.</summary>
internal sealed class RequestSource(TimeProvider clock) : IDeliverySource
{
    public const string DeliveryKind = "team-request";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await AskedTeam.OfAsync(db, delivery, TeamAskKind.Request, ct) is ({ } ask, { } team) && ask.IsOpen(clock.GetUtcNow())
            ? new DeliveryContent(JoinViews.Request(ask, team))
            : DeliveryContent.NotNeeded;
}

/// <summary>What the team said, for who asked.</summary>
internal sealed class AnswerSource : IDeliverySource
{
    public const string DeliveryKind = "team-answer";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await AskedTeam.OfAsync(db, delivery, TeamAskKind.Request, ct) is ({ Answer: TeamAskAnswer.Yes or TeamAskAnswer.No } ask, { } team)
            ? new DeliveryContent(JoinViews.Answer(ask, team))
            : DeliveryContent.NotNeeded;
}

internal static class AskedTeam
{
    /// <summary>What a delivery is about, if it is still the same asking; the team is null when it has ended.</summary>
    public static async Task<(TeamAsk? Ask, Team? Team)> OfAsync(NexusDb db, Delivery delivery, TeamAskKind kind, CancellationToken ct)
    {
        var ask = await db.In<TeamAsk>(delivery.GuildId).AsNoTracking()
            .SingleOrDefaultAsync(it => it.Id == delivery.SubjectId && it.Kind == kind && it.Times == delivery.Occurrence, ct);
        var team = ask is null ? null : await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == ask.TeamId && it.Status == TeamStatus.Active, ct);
        return (ask, team);
    }
}
