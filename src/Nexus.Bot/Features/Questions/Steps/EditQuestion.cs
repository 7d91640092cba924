using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Edit: the form with the question's words; its asker's only.</summary>
internal sealed class EditQuestionButton(QuestionDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "edit");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is not { } question ? QuestionStepViews.Gone()
            : question.AskerId != call.User ? MoreViews.EditIsTheirs()
            : MoreViews.Edit(question, call.Argument);
}

/// <summary>Changes the words of a posted question; its card and its thread's name follow.</summary>
internal sealed class RewriteQuestionModal(QuestionDesk desk, QuestionLife life, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "rewrite");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        if (question.AskerId != call.User)
        {
            return MoreViews.EditIsTheirs();
        }

        string[] typed =
        [
            Md.Line(call.Text(MoreViews.TitleField)),
            call.Text(MoreViews.TextField).ReplaceLineEndings("\n").Trim(),
            call.Text(MoreViews.TriedField).ReplaceLineEndings("\n").Trim(),
        ];
        if (typed[0].Length is 0 or > Question.MostTitle || typed[1].Length is 0 or > Question.MostText || typed[2].Length > Question.MostTried)
        {
            return MoreViews.WordsMissing(typed[0], typed[1]);
        }

        string[] kept = [.. typed.Select(Secrets.Mask)];
        (question.Title, question.Text, question.Tried) = (Md.Cut(kept[0], Question.MostTitle), Md.Cut(kept[1], Question.MostText), Md.Cut(kept[2], Question.MostTried));
        question.EditedAt = clock.GetUtcNow();
        question.ActiveAt = clock.GetUtcNow();
        await life.SaveAsync(desk.Db, question, ct);
        return MoreViews.Edited(question, hidden: !kept.SequenceEqual(typed, StringComparer.Ordinal));
    }
}
