using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary><c>/team mentor</c>: the team waits for a mentor until one has room.</summary>
internal sealed class AskForMentorCommand(TeamDesk desk, TeamLife life, LogBook log, IJobSchedule schedule, TimeProvider clock) : ICommand
{
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("team", "mentor", "Ask for a mentor who looks after your team")
    {
        Options = [TeamNames.Option(Which, "Which team, when you are on several").Optional()],
        Visibility = Visibility.Private,
        Example = "/team mentor",
        Details = "Mentors say how many teams they look after. The one with the most room is asked; while nobody has room, your team waits in line and is offered to the first who has.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, Which, ct);
        if (team is null)
        {
            return refusal!;
        }

        if ((await TeamLife.MembersAsync(desk.Db, team, ct)).Find(member => member.IsMentor) is { } mentor)
        {
            return MentoringViews.HasMentor(team, mentor);
        }

        var (db, now) = (desk.Db, clock.GetUtcNow());
        var wish = await db.In<MentorWish>(call.Guild).SingleOrDefaultAsync(it => it.TeamId == team.Id, ct);
        var isNew = wish is null;
        var hasRoom = (await MentorBook.LoadsAsync(db, call.Guild, now, ct)).Any(load => load.Free > 0);
        if (isNew)
        {
            db.Add(new MentorWish { GuildId = call.Guild, TeamId = team.Id, ById = call.User, At = now });
            if (by!.ActsAsMentor || !hasRoom)
            {
                await log.AddAsync(db, call.Guild, call.User, MentoringViews.Logged(team, hasRoom), link: null, ct);
            }

            await life.SaveRevisedAsync(db, ct);
            schedule.WakeAt<OfferTeamsJob>(now);
        }

        var waiting = await MentorBook.WaitingAsync(db, call.Guild, now, ct);
        return MentoringViews.Waits(team, waiting.TakeWhile(one => one.Team.Id != team.Id).Count() + 1, wish?.At, hasRoom || waiting.Any(one => one.Team.Id == team.Id && one.Offer is not null));
    }
}

/// <summary>The team no longer waits.</summary>
internal sealed class StopWaitingButton(TeamDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("team-mentor", "stop") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, _, refusal) = await desk.ToChangeAsync(call, ct);
        if (team is null)
        {
            return refusal!;
        }

        await desk.Db.In<MentorWish>(team.GuildId).Where(it => it.TeamId == team.Id).ExecuteDeleteAsync(ct);
        await desk.Db.In<TeamAsk>(team.GuildId).Where(ask => ask.TeamId == team.Id && ask.Kind == TeamAskKind.Invitation && ask.Track == TeamTracks.Mentor && ask.Answer == TeamAskAnswer.None)
            .ExecuteUpdateAsync(set => set.SetProperty(ask => ask.Answer, TeamAskAnswer.TakenBack), ct);
        return MentoringViews.WaitsNoMore(team);
    }
}
