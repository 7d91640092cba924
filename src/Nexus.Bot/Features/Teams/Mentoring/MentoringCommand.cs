using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary><c>/teams mentoring</c>: who looks after which teams, who has room, and which teams wait.</summary>
internal sealed class MentoringCommand(NexusDb db, IJobSchedule schedule, TimeProvider clock) : ICommand
{
    private const string Most = "most";

    public static CommandSpec Spec { get; } = new("teams", "mentoring", "Who looks after which teams, and which wait for a mentor")
    {
        Options = [Option.Integer(Most, "How many teams you look after at most; 0 for none", min: 0, max: MentorRoom.MostTeams).Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams mentoring most:2",
        Details = "Teams that wait (`/team mentor`) are offered one after the other, each to the mentor with the most room, in a direct message. Nobody is asked who has not said how many they would take, and nobody gets more than they said.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        int? before = null;
        if (call.Integer(Most) is { } most)
        {
            var room = await db.In<MentorRoom>(call.Guild).SingleOrDefaultAsync(it => it.PersonId == call.User, ct);
            before = room?.Most;
            if (room is null)
            {
                room = new MentorRoom { GuildId = call.Guild, PersonId = call.User, Most = 0 };
                db.Add(room);
            }

            room.Most = (int)Math.Clamp(most, 0, MentorRoom.MostTeams);
            await db.SaveChangesAsync(ct);
            schedule.WakeAt<OfferTeamsJob>(now);
        }

        return MentoringViews.Overview(
            call.User, await MentorBook.LoadsAsync(db, call.Guild, now, ct), await MentorBook.WaitingAsync(db, call.Guild, now, ct), call.Integer(Most) is not null, before);
    }
}
