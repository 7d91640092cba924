using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Events;

/// <summary>A question's thread was deleted.</summary>
internal sealed class ThreadDeleted(NexusDb db, QuestionEndings endings) : IEventHandler<ThreadDeleteEvent>
{
    public async Task HandleAsync(ThreadDeleteEvent happened, CancellationToken ct)
    {
        if (happened.Thread is { GuildId: { } guild } thread
            && await db.In<Question>(guild).Where(question => question.ThreadId == thread.Id && question.Number != null).Select(question => (long?)question.Id).SingleOrDefaultAsync(ct) is { } id)
        {
            await endings.ThreadGoneAsync(guild, id, ct);
        }
    }
}

/// <summary>The forum itself was deleted, or a channel with questions in it: Discord tells nothing of the threads.</summary>
internal sealed class ForumDeleted(IJobSchedule schedule, TimeProvider clock) : IEventHandler<ChannelDeleteEvent>
{
    public Task HandleAsync(ChannelDeleteEvent happened, CancellationToken ct)
    {
        schedule.WakeAt<FindLostQuestionsJob>(clock.GetUtcNow());
        return Task.CompletedTask;
    }
}

/// <summary>What waits for an answer is not archived by Discord's own timer; a thread that somebody locked stays as it is.</summary>
internal sealed class ThreadArchived(NexusDb db, IJobSchedule schedule, TimeProvider clock) : IEventHandler<ThreadUpdateEvent>
{
    public async Task HandleAsync(ThreadUpdateEvent happened, CancellationToken ct)
    {
        if (happened.Thread is not { GuildId: { } guild, ThreadMetadata: { Archived: true, Locked: false } } thread)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var waiting = db.In<Question>(guild)
            .Where(question => question.ThreadId == thread.Id && question.CardMessageId != null && (question.State == QuestionState.Open || question.State == QuestionState.Claimed));
        if (await waiting.ExecuteUpdateAsync(set => set.SetProperty(question => question.DrawAt, now), ct) > 0)
        {
            schedule.WakeAt<DrawQuestionsJob>(now);
        }
    }
}

/// <summary>Somebody deleted the card: it is drawn anew.</summary>
internal sealed class CardDeleted(NexusDb db, IJobSchedule schedule, TimeProvider clock) : IEventHandler<MessageDeleteEvent>
{
    // With its thread the card goes, too; that event may come second.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(MessageDeleteEvent happened, CancellationToken ct)
    {
        var due = clock.GetUtcNow() + Settles;
        if (happened.GuildId is { } guild
            && await db.In<Question>(guild).AnyAsync(question => question.CardMessageId == happened.Id && question.CardChannelId == happened.ChannelId, ct)
            && await db.In<Question>(guild).Where(question => question.CardMessageId == happened.Id).ExecuteUpdateAsync(set => set.SetProperty(question => question.DrawAt, due), ct) > 0)
        {
            schedule.WakeAt<DrawQuestionsJob>(due);
        }
    }
}

/// <summary>Somebody wrote in a question's thread: it is not silent. The words are not needed.</summary>
internal sealed class ThreadActivity(NexusDb db, QuestionSettingsStore settings, TimeProvider clock) : IEventHandler<MessageCreateEvent>
{
    public async Task HandleAsync(MessageCreateEvent happened, CancellationToken ct)
    {
        if (happened.Message is not { GuildId: { } guild, Author.Bot: false } message)
        {
            return;
        }

        var here = db.In<Question>(guild).Where(question => question.ThreadId == message.ChannelId && question.Number != null);
        if (await here.AsNoTracking().SingleOrDefaultAsync(ct) is not { } question)
        {
            return;
        }

        // No step, and nothing the card shows: it clashes with none.
        var now = clock.GetUtcNow();
        await here.ExecuteUpdateAsync(set => set.SetProperty(it => it.ActiveAt, now), ct);
        if (question.SilenceAt is not null)
        {
            DateTimeOffset? silence = now + TimeSpan.FromDays((await settings.OfAsync(guild, ct)).QuietDays);
            await here.Where(it => it.State == QuestionState.Answered)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.SilenceAt, silence).SetProperty(it => it.SilenceAskedAt, (DateTimeOffset?)null), ct);
        }
    }
}

/// <summary>Notices at once that an asker leaves, where the members intent is granted; <see cref="FindLostQuestionsJob"/> does elsewhere.</summary>
internal sealed class AskerLeaves(QuestionEndings endings) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) =>
        happened.Member is { User: { } user } member ? endings.AskerGoneAsync(member.GuildId, user.Id, ct) : Task.CompletedTask;
}
