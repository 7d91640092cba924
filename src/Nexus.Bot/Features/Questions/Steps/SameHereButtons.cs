using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Same here: whoever presses hears when it is solved, and the question counts for more.</summary>
internal sealed class SameHereButton(QuestionDesk desk, FollowerCount count, TimeProvider clock) : IButton
{
    public static ControlSpec Spec => QuestionControls.SameHere;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        if (question.AskerId == call.User)
        {
            return QuestionStepViews.SameIsYours(question);
        }

        if (question.State is QuestionState.Withdrawn or QuestionState.Duplicate)
        {
            return QuestionStepViews.SameIsOver(question);
        }

        var reference = QuestionDesk.Reference(call, question);
        var others = await desk.Db.In<QuestionFollower>(question.GuildId).Where(follower => follower.QuestionId == question.Id).Select(follower => follower.PersonId).ToListAsync(ct);
        if (others.Contains(call.User))
        {
            return QuestionStepViews.SameAlready(question, reference);
        }

        desk.Db.Add(new QuestionFollower { GuildId = question.GuildId, QuestionId = question.Id, PersonId = call.User, Since = clock.GetUtcNow() });
        await using (var together = await desk.Db.Database.BeginTransactionAsync(ct))
        {
            await desk.Db.SaveChangesAsync(ct);
            await count.ChangedAsync(desk.Db, question, ct);
            await together.CommitAsync(ct);
        }

        return QuestionStepViews.SameHere(question, others.Count, reference);
    }
}

/// <summary>No longer.</summary>
internal sealed class NotSameButton(QuestionDesk desk, FollowerCount count) : IButton
{
    public static ControlSpec Spec => QuestionControls.NotSame;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        await using (var together = await desk.Db.Database.BeginTransactionAsync(ct))
        {
            await desk.Db.In<QuestionFollower>(question.GuildId).Where(follower => follower.QuestionId == question.Id && follower.PersonId == call.User).ExecuteDeleteAsync(ct);
            await count.ChangedAsync(desk.Db, question, ct);
            await together.CommitAsync(ct);
        }

        return QuestionStepViews.NotSame(question);
    }
}

/// <summary>Has the card show how many have the same question. No step: however many press at once, nobody's step clashes with it.</summary>
internal sealed class FollowerCount(IJobSchedule schedule, TimeProvider clock)
{
    // A rush is one drawing.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);

    public async Task ChangedAsync(Data.NexusDb db, Question question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = now + Settles;
        if (await db.In<Question>(question.GuildId)
                .Where(it => it.Id == question.Id && it.CardMessageId != null && (it.DrawAt == null || it.DrawAt <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.DrawAt, due), ct) > 0)
        {
            schedule.WakeAt<DrawQuestionsJob>(due);
        }
    }
}
