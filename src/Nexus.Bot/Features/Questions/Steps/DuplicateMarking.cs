using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Leads a question to the earlier one that it repeats.</summary>
internal sealed class DuplicateMarking(QuestionDesk desk, QuestionSteps steps, QuestionNames names, TimeProvider clock)
{
    // Longer chains are not made: a mark always leads to the first of its kind.
    private const int MostSteps = 10;

    public async Task<Reply> MarkAsync(Call call, Question question, string typed, CancellationToken ct) =>
        await names.FindAsync(question.GuildId, typed, ct) is { Meant: { } earlier } ? await MarkAsync(call, question, earlier, ct)
            : MoreViews.WhichEarlier(question, typed, [.. (await names.FindAsync(question.GuildId, typed, ct)).Near.Where(it => it.Id != question.Id)], QuestionDesk.Reference(call, question));

    public async Task<Reply> MarkAsync(Call call, Question question, Question earlier, CancellationToken ct)
    {
        if (earlier.Id == question.Id)
        {
            return MoreViews.IsItself();
        }

        var first = earlier;
        for (var at = 0; at < MostSteps && first.DuplicateOfId is { } id && await QuestionLife.FindAsync(desk.Db, question.GuildId, id, ct) is { } before; at++)
        {
            first = before;
        }

        if (first.Id == question.Id)
        {
            return MoreViews.IsCircle(earlier);
        }

        if (first.State == QuestionState.Withdrawn)
        {
            return MoreViews.EarlierIsWithdrawn(first);
        }

        question.DuplicateOfId = first.Id;
        if (first.State != QuestionState.Accepted)
        {
            await FollowAsync(question, first, ct);
        }

        return await steps.TakeAsync(call, question, QuestionAct.MarkDuplicate, default, ct);
    }

    // Who waits here hears when it is solved there. An asker without a name does in private, see TellThoseWhoWait.
    private async Task FollowAsync(Question question, Question first, CancellationToken ct)
    {
        var followers = await desk.Db.In<QuestionFollower>(question.GuildId).AsNoTracking()
            .Where(follower => follower.QuestionId == question.Id || follower.QuestionId == first.Id)
            .ToListAsync(ct);
        var there = followers.Where(follower => follower.QuestionId == first.Id).Select(follower => follower.PersonId).Append(first.AskerId).ToHashSet();
        IEnumerable<Snowflake> asker = question.IsAnonymous ? [] : [question.AskerId];
        desk.Db.AddRange(asker.Concat(followers.Select(follower => follower.PersonId)).Where(there.Add)
            .Select(person => new QuestionFollower { GuildId = question.GuildId, QuestionId = first.Id, PersonId = person, Since = clock.GetUtcNow() }));
    }
}

/// <summary>It was asked before…: the form that asks which one it was.</summary>
internal sealed class NameEarlierButton : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "earlier");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(MoreViews.NameEarlier(call.Argument));
}

/// <summary>Reads which one it was.</summary>
internal sealed class MarkDuplicateModal(QuestionDesk desk, DuplicateMarking marking) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "repeats");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is { } question ? await marking.MarkAsync(call, question, call.Text(MoreViews.EarlierField), ct) : QuestionStepViews.Gone();
}

/// <summary>One of those that were offered.</summary>
internal sealed class PickEarlierButton(QuestionDesk desk, DuplicateMarking marking) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "repeatsthis");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        // The argument is "12-7": the question, and the one it repeats.
        return call.Argument.Split('-') is [var which, var other]
            && await desk.FindAsync(call, which, ct) is { } question
            && long.TryParse(other, out var id)
            && await QuestionLife.FindAsync(desk.Db, question.GuildId, id, ct) is { } earlier
            ? await marking.MarkAsync(call, question, earlier, ct)
            : QuestionStepViews.Gone();
    }
}

/// <summary><c>/questions duplicate</c> leads a question to the one it repeats.</summary>
internal sealed class DuplicateQuestionCommand(QuestionNames names, DuplicateMarking marking) : ICommand
{
    public static CommandSpec Spec { get; } = new("questions", "duplicate", "Mark a question as asked before, and lead to the earlier one")
    {
        Options = [QuestionNames.Option("question", "The question that repeats another"), QuestionNames.Option("of", "The earlier one")],
        Visibility = Visibility.Private,
        Example = "/questions duplicate question:#31 of:#12",
        Details = "For who asked it, and for mentors. Its post leads to the earlier one, and who asked is told when that is solved. One press opens it again.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("question");
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is { } question ? await marking.MarkAsync(call, question, call.Text("of"), ct) : QuestionNameViews.WhichOne(typed, named.Near);
    }
}
