using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Mentoring;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>Teams that ask people, and people who ask teams. When both have asked, they have agreed.</summary>
internal sealed class TeamAsking(NexusDb db, TeamLife life, LogBook log, GuildConfigurations configurations, TimeProvider clock)
{
    public const int MostOpen = 10;

    /// <summary>After a team's "not now".</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromDays(7);

    /// <param name="member">Null when they are not on the server.</param>
    public async Task<Reply> InviteAsync(Team team, TeamActor by, User person, Member? member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (person.Bot || person.Id == by.Id || member is null)
        {
            return InviteViews.NotInvited(team, person.Id, person.Bot ? InviteRefusal.Bot : person.Id == by.Id ? InviteRefusal.Oneself : InviteRefusal.NotHere);
        }

        if (await db.In<TeamMember>(team.GuildId).AnyAsync(it => it.TeamId == team.Id && it.PersonId == person.Id && it.LeftAt == null, ct))
        {
            return InviteViews.NotInvited(team, person.Id, InviteRefusal.IsOn);
        }

        var ask = await AskAsync(team, person.Id, ct);
        var track = TeamTracks.Of(member.Roles, await configurations.OfAsync(team.GuildId, ct));
        if (ask is { Kind: TeamAskKind.Request } && ask.IsOpen(now))
        {
            var result = await life.JoinAsync(db, team, person.Id, ask.Track, by.Id, isExempt: by.IsMentor, byMentor: by.ActsAsMentor, ct);
            if (!result.IsOn)
            {
                return InviteViews.NotInvited(team, person.Id, InviteRefusal.OnOther);
            }

            await life.SaveAsync(db, team, ct);
            return InviteViews.HadAsked(team, person.Id);
        }

        if (await RefusalAsync(team, ask, by, person.Id, track, now, ct) is { } refusal)
        {
            return InviteViews.NotInvited(team, person.Id, refusal, ask?.ExpiresAt);
        }

        ask ??= Add(team, person.Id, track);
        ask.Put(TeamAskKind.Invitation, by.Id, track, now);
        ask.IsByMentor = by.IsMentor;
        var instead = (await configurations.OfAsync(team.GuildId, ct)).ReminderChannelId;
        db.Add(Delivery.Plan(team.GuildId, InvitationSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(person.Id, instead), now, ask.Times));
        if (by.ActsAsMentor)
        {
            await log.AddAsync(db, team.GuildId, by.Id, TeamNewsViews.LoggedInvitation(team, person.Id), link: null, ct);
        }

        await life.SaveAsync(db, team, ct);
        return InviteViews.Invited(team, ask);
    }

    /// <summary>Somebody would like to come.</summary>
    public async Task<Reply> RequestAsync(Call call, Team team, TeamActor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (by.Membership is not null)
        {
            return JoinViews.IsOn(team);
        }

        if (team.Status == TeamStatus.Ended)
        {
            return TeamNameViews.HasEnded(team);
        }

        var track = TeamTracks.Of(call.Roles, await configurations.OfAsync(team.GuildId, ct));
        var ask = await AskAsync(team, by.Id, ct);
        var isInvited = ask is { Kind: TeamAskKind.Invitation } && ask.IsOpen(now);
        if (by.IsMentor || isInvited)
        {
            return await ComeAsync(team, by.Id, by.IsMentor ? TeamTracks.Mentor : track, isExempt: by.IsMentor || ask!.IsByMentor, byMentor: by.IsMentor, ct);
        }

        if ((await TeamLife.OfAsync(db, team.GuildId, by.Id, asMentor: false, ct)).FirstOrDefault() is { } other)
        {
            return JoinViews.OnOther(team, other);
        }

        if (ask is { Kind: TeamAskKind.Request } && ask.IsOpen(now))
        {
            return JoinViews.HasAsked(team, ask);
        }

        if (ask is { Kind: TeamAskKind.Request, Answer: TeamAskAnswer.No, AnsweredAt: { } answered } && answered + AgainAfter > now)
        {
            return JoinViews.NotAgainYet(team, answered + AgainAfter);
        }

        var first = (await TeamLife.MembersAsync(db, team, ct)).OrderBy(member => member.IsMentor).FirstOrDefault();
        if (first is null)
        {
            return TeamNameViews.HasEnded(team);
        }

        ask ??= Add(team, by.Id, track);
        ask.Put(TeamAskKind.Request, by.Id, track, now);
        var target = team.ThreadId is { } thread ? DeliveryTarget.In(thread, first.PersonId) : DeliveryTarget.DmOf(first.PersonId);
        db.Add(Delivery.Plan(team.GuildId, RequestSource.DeliveryKind, ask.Id, target, now, ask.Times));
        await life.SaveAsync(db, team, ct);
        return JoinViews.Asked(team, ask);
    }

    /// <summary>Somebody who was asked, or may so, comes.</summary>
    public async Task<Reply> ComeAsync(Team team, Snowflake person, string track, bool isExempt, bool byMentor, CancellationToken ct)
    {
        if (track == TeamTracks.Mentor && await MentorBook.TakeAsync(db, team, person, ct) is { } most)
        {
            return MentoringViews.Full(team, most);
        }

        var result = await life.JoinAsync(db, team, person, track, person, isExempt, byMentor, ct);
        if (result.Other is { } other)
        {
            return JoinViews.OnOther(team, other);
        }

        if (!result.WasOn)
        {
            await life.SaveAsync(db, team, ct);
        }

        return JoinViews.Joined(team);
    }

    private async Task<InviteRefusal?> RefusalAsync(Team team, TeamAsk? ask, TeamActor by, Snowflake person, string track, DateTimeOffset now, CancellationToken ct)
    {
        if (ask is { Kind: TeamAskKind.Invitation })
        {
            if (ask.IsOpen(now))
            {
                return InviteRefusal.IsInvited;
            }

            if (ask.Answer == TeamAskAnswer.No && !by.IsMentor)
            {
                return InviteRefusal.SaidNo;
            }

            if (ask is { Answer: TeamAskAnswer.None, Times: >= TeamAsk.MostTimes })
            {
                return InviteRefusal.NoAnswer;
            }
        }

        if (!by.IsMentor && track != TeamTracks.Mentor && (await TeamLife.OfAsync(db, team.GuildId, person, asMentor: false, ct)).Count > 0)
        {
            return InviteRefusal.OnOther;
        }

        if (track == TeamTracks.Mentor && await MentorBook.IsFullAsync(db, team.GuildId, person, ct))
        {
            return InviteRefusal.HasNoRoom;
        }

        return await db.In<TeamAsk>(team.GuildId).CountAsync(
            it => it.TeamId == team.Id && it.Kind == TeamAskKind.Invitation && it.Answer == TeamAskAnswer.None && it.ExpiresAt > now, ct) >= MostOpen
            ? InviteRefusal.TooMany
            : null;
    }

    private Task<TeamAsk?> AskAsync(Team team, Snowflake person, CancellationToken ct) => db.In<TeamAsk>(team.GuildId).SingleOrDefaultAsync(it => it.TeamId == team.Id && it.PersonId == person, ct);

    private TeamAsk Add(Team team, Snowflake person, string track)
    {
        var ask = TeamAsk.New(team, person, track);
        db.Add(ask);
        return ask;
    }
}
