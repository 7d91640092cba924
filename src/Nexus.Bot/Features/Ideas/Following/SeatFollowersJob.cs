using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>
/// Puts who is tied to an idea into its thread, a few at a time, and takes out who wants to hear no more. Not for a vote: Discord writes
/// a line into the thread for each person who is put there. Who voted comes with the first news, see <see cref="SeatWithNews"/>.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SeatFollowersJob(INexusDbFactory databases, IDiscordRest discord, IJobSchedule schedule, TimeProvider clock, ILogger<SeatFollowersJob> log) : IJob
{
    private const int MostAtOnce = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private sealed record Seat(Snowflake Guild, long Idea, Snowflake Person, Snowflake Thread);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var stay = await WantedAsync(db, cancellationToken);
        var go = await UnwantedAsync(db, cancellationToken);
        foreach (var seat in stay)
        {
            await PutAsync(db, seat, cancellationToken);
        }

        foreach (var seat in go)
        {
            await TakeOutAsync(db, seat, cancellationToken);
        }

        if (stay.Count == MostAtOnce || go.Count == MostAtOnce)
        {
            schedule.WakeAt<SeatFollowersJob>(clock.GetUtcNow() + Pause);
        }
    }

    private static Task<List<Seat>> WantedAsync(NexusDb db, CancellationToken ct) => (
        from row in db.AcrossGuilds<IdeaFollower>()
        join idea in db.AcrossGuilds<Idea>() on row.IdeaId equals idea.Id
        where row.IsOn && row.Reason != FollowReason.Vote && idea.ThreadId != null
            && idea.Status != IdeaStatus.Declined && idea.Status != IdeaStatus.Withdrawn && idea.Status != IdeaStatus.Merged
            && !db.AcrossGuilds<IdeaThreadMember>().Any(member => member.IdeaId == row.IdeaId && member.PersonId == row.PersonId)
        orderby row.At descending
        select new Seat(row.GuildId, row.IdeaId, row.PersonId, idea.ThreadId!.Value)).Take(MostAtOnce).ToListAsync(ct);

    private static Task<List<Seat>> UnwantedAsync(NexusDb db, CancellationToken ct) => (
        from member in db.AcrossGuilds<IdeaThreadMember>()
        join row in db.AcrossGuilds<IdeaFollower>() on new { member.IdeaId, member.PersonId } equals new { row.IdeaId, row.PersonId }
        join idea in db.AcrossGuilds<Idea>() on member.IdeaId equals idea.Id
        where !row.IsOn && idea.ThreadId != null
        orderby row.At
        select new Seat(row.GuildId, row.IdeaId, row.PersonId, idea.ThreadId!.Value)).Take(MostAtOnce).ToListAsync(ct);

    private async Task PutAsync(NexusDb db, Seat seat, CancellationToken ct)
    {
        if (await TryAsync(seat, () => discord.AddThreadMemberAsync(seat.Thread, seat.Person, RequestOptions.Batch, ct)))
        {
            await ThreadMembers.AddAsync(db, seat.Guild, seat.Idea, [seat.Person], ct);
        }
    }

    private async Task TakeOutAsync(NexusDb db, Seat seat, CancellationToken ct)
    {
        if (await TryAsync(seat, () => discord.RemoveThreadMemberAsync(seat.Thread, seat.Person, RequestOptions.Batch, ct)))
        {
            await db.In<IdeaThreadMember>(seat.Guild).Where(row => row.IdeaId == seat.Idea && row.PersonId == seat.Person).ExecuteDeleteAsync(ct);
        }
    }

    /// <returns>False when it is worth another try: what Discord refuses for good is not asked for again.</returns>
    private async Task<bool> TryAsync(Seat seat, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (DiscordApiException trouble)
        {
            NotSeated(log, trouble, seat.Idea);
            return !DeliveryTrouble.MayPass(trouble) && trouble.Code != DiscordErrorCode.ThreadArchived;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody could not be put into, or taken out of, the thread of idea {Idea}")]
    private static partial void NotSeated(ILogger log, Exception exception, long idea);
}
