using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Posts a question that did not reach the forum; its author's only.</summary>
internal sealed class TryQuestionAgainButton(QuestionBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "again") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Number is not { } id || await book.FindAsync(guild, id, ct) is not { } post)
        {
            return QuestionViews.Gone();
        }

        return post.AskerId != call.User ? QuestionViews.NotYours()
            : post.ThreadId is { } thread ? QuestionViews.PostedHere(guild, thread)
            : QuestionViews.BeingPostedHere(post).Afterwards<PostQuestionFollowUp>(QuestionViews.Key(post));
    }
}
