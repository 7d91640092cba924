using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Who hears of an idea, and of those that were merged into it.</summary>
internal sealed class Follows(IJobSchedule schedule, TimeProvider clock)
{
    public async Task<bool> IsOnAsync(NexusDb db, Idea idea, Snowflake person, CancellationToken ct) => (await OfAsync(db, idea, ct)).Contains(person);

    public static async Task<IReadOnlyList<Snowflake>> OfAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        // A merged one has its own thread still.
        var group = (await new IdeaCards(db).LinksAsync(idea.GuildId, ct)).Without(idea.Id).GroupOf(idea.Id);
        var rows = await db.In<IdeaFollower>(idea.GuildId).AsNoTracking().Where(row => group.Contains(row.IdeaId)).ToListAsync(ct);
        return Followers.Of(rows.Select(row => row.Facts));
    }

    public async Task<Reply> ChooseAsync(IdeaDesk desk, ButtonCall call, bool isOn, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var now = clock.GetUtcNow();
        var was = await IsOnAsync(desk.Db, idea, call.User, ct);
        if (await FollowIdea.ChooseAsync(desk.Db, idea, call.User, isOn, now, ct))
        {
            if (isOn)
            {
                // They may have left the thread by themselves since.
                desk.Db.RemoveRange(await desk.Db.In<IdeaThreadMember>(idea.GuildId).Where(row => row.IdeaId == idea.Id && row.PersonId == call.User).ToListAsync(ct));
            }

            await desk.Db.SaveChangesAsync(ct);
            schedule.WakeAt<SeatFollowersJob>(now);
        }

        return FollowViews.Chosen(idea, isOn, already: was == isOn);
    }
}
