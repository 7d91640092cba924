using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Somebody wrote in an idea's thread: it is not silent, and they follow it. The words are not needed.</summary>
internal sealed class ThreadComment(NexusDb db, GuildConfigurations configurations, TimeProvider clock) : IEventHandler<MessageCreateEvent>
{
    private const int Plain = 0, Answer = 19;

    public async Task HandleAsync(MessageCreateEvent happened, CancellationToken ct)
    {
        if (happened.Message is not { GuildId: { } guild, Author: { Bot: false } author, Type: Plain or Answer } message
            || await db.In<Idea>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.ThreadId == message.ChannelId && it.Number != null, ct) is not { } idea)
        {
            return;
        }

        // No step, and nothing the card shows: it clashes with none.
        var now = clock.GetUtcNow();
        var isOther = author.Id != idea.AuthorId;
        var isMentor = isOther && (await configurations.OfAsync(guild, ct)).MentorRoleId is { } role && message.Member?.Roles.Contains(role) == true;
        await IdeaLife.TouchAsync(db, idea, now, ct);
        if (isOther)
        {
            await db.In<Idea>(guild).Where(it => it.Id == idea.Id).ExecuteUpdateAsync(
                set => set.SetProperty(it => it.HasAnswer, true).SetProperty(it => it.MentorAnsweredAt, it => isMentor ? now : it.MentorAnsweredAt), ct);
        }

        await FollowAsync(idea, author.Id, now, ct);
    }

    private async Task FollowAsync(Idea idea, Snowflake person, DateTimeOffset now, CancellationToken ct)
    {
        await FollowIdea.AfterAsync(db, idea, person, FollowReason.Comment, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            db.ChangeTracker.Clear(); // they pressed something at this moment, and follow it by that
        }

        // Discord makes whoever writes in a thread a member of it. Who wants to hear nothing is not taken out again for having written.
        if (await db.In<IdeaFollower>(idea.GuildId).AnyAsync(row => row.IdeaId == idea.Id && row.PersonId == person && row.IsOn, ct))
        {
            await ThreadMembers.AddAsync(db, idea.GuildId, idea.Id, [person], ct);
        }
    }
}
