using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary><c>/questions list</c> shows questions by what becomes of them.</summary>
internal sealed class ListQuestionsCommand(QuestionLists lists, GuildHubs hubs) : ICommand
{
    private const int MostNear = 3;

    public static CommandSpec Spec { get; } = new("questions", "list", "See the questions that are open, answered, yours…")
    {
        Options =
        [
            Option.Choice("which", "Unanswered ones when left out", [.. QuestionListViews.Kinds.Select(kind => (kind.Name, Word(kind.Which)))]).Optional(),
            Option.Text("topic", "Only questions about this topic", max: 100).SuggestedBy<PageNames>().Optional(),
            Option.Choice("track", "Only questions of this track", (QuestionListState.Backend, QuestionListState.Backend), (QuestionListState.Frontend, QuestionListState.Frontend)).Optional(),
            Option.Choice("sort", "What waits longest, or what is new, when left out", [.. QuestionListViews.Orders.Select(order => (order.Name, Word(order.Order)))]).Optional(),
            Option.Private,
        ],
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/questions list which:unanswered topic:docker",
        Details = "Your own questions, and those you look after, are shown to you alone. Who asked stands in no list. "
            + "A track's list has the questions of both tracks too.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var which = Read(call.Text("which"), ListedQuestions.Unanswered);
        var state = QuestionListState.Of(which) with
        {
            Track = call.Text("track") is QuestionListState.Backend or QuestionListState.Frontend ? call.Text("track") : "",
            Order = Read(call.Text("sort"), QuestionListState.UsualOrder(which)),
        };
        if (call.TextOrNull("topic") is { Length: > 0 } typed)
        {
            var hub = await hubs.OfAsync(call.Guild, ct);
            if ((hub.BySlug(typed) ?? hub.Named(typed)) is not { Slug.Length: <= QuestionListState.LongestTopic } page)
            {
                return QuestionListViews.UnknownTopic(typed, state, [.. hub.Complete(typed, MostNear).Where(near => near.Slug.Length <= QuestionListState.LongestTopic)]);
            }

            state = state with { Topic = page.Slug };
        }

        var list = await lists.ReadAsync(call, state, ct);
        return QuestionListViews.List(list).OnlyForMe(list.Count == 0 || state.IsPersonal || call.WantsPrivate);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Read<T>(string word, T otherwise) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Word(value) == word).DefaultIfEmpty(otherwise).First();
}
