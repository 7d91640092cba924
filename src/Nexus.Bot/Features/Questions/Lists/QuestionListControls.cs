using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>First, previous, next and last under a list, and ways out of an empty one.</summary>
internal sealed class TurnQuestionsButton(QuestionLists lists) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "turn") { ChangesMessage = true };

    /// <param name="way">Makes the id unique in its message.</param>
    public static string For(string way, QuestionListState to) => Spec.For($"{way}/{to}");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.GuildOrNull is null
        ? QuestionListViews.OnlyInAServer()
        : QuestionListViews.Page(await lists.ReadAsync(call, QuestionListState.Parse(call.Argument[(call.Argument.IndexOf('/', StringComparison.Ordinal) + 1)..]), ct));
}

/// <summary>A list of its own for whoever presses, such as from the mentors' board.</summary>
internal sealed class ListQuestionsButton(QuestionLists lists) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "list");

    public static string For(QuestionListState state) => Spec.For(state.ToString());

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.GuildOrNull is null
        ? QuestionListViews.OnlyInAServer()
        : QuestionListViews.List(await lists.ReadAsync(call, QuestionListState.Parse(call.Argument), ct)).OnlyForMe(true);
}
