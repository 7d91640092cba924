using System.Globalization;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>Lists of questions. Who asked stands in none.</summary>
internal static class QuestionListViews
{
    private const int MostTitle = 80;
    private const int MostTopics = 3;
    private const int MostTopic = 40;

    /// <summary>What can be chosen, as people say it.</summary>
    public static IReadOnlyList<(ListedQuestions Which, string Name)> Kinds { get; } =
    [
        (ListedQuestions.Open, "open: nobody looks after them yet"),
        (ListedQuestions.Unanswered, "unanswered: open and taken"),
        (ListedQuestions.Mine, "mine: those I asked"),
        (ListedQuestions.Claimed, "taken by me"),
        (ListedQuestions.Answered, "answered, waiting for the asker"),
        (ListedQuestions.Solved, "solved"),
        (ListedQuestions.Stale, "quiet: answered, and nobody said more"),
        (ListedQuestions.All, "all"),
    ];

    public static IReadOnlyList<(ListOrder Order, string Name)> Orders { get; } =
    [
        (ListOrder.Oldest, "oldest first"),
        (ListOrder.Newest, "newest first"),
        (ListOrder.SameHere, "most people with the same problem first"),
    ];

    public static Reply List(QuestionList list) => list.Count == 0 ? Reply.Private(EmptyText(list)).With([.. WayOut(list)]) : Reply.PublicCard(Parts(list));

    public static Reply Page(QuestionList list) => list.Count == 0 ? Reply.ChangeCard([new TextDisplay(EmptyText(list)), .. Control.Rows([.. WayOut(list)])]) : Reply.ChangeCard(Parts(list));

    /// <summary>The topic that was typed is no page of the hub.</summary>
    public static Reply UnknownTopic(string typed, QuestionListState state, IReadOnlyList<HubPage> near)
    {
        var reply = Reply.Private(
            $"The hub has no topic called “{Md.EscapeLine(Md.Cut(typed, MostTitle))}”."
            + (near.Count > 0 ? " Did you mean one of these?" : " Leave out `topic`, or pick one of those that come up while you type."));
        return reply.With(
        [
            .. near.Select((page, index) => Control.Button(page.Title, TurnQuestionsButton.For($"near{index}", state with { Topic = page.Slug, Page = 0 }))),
        ]);
    }

    public static Reply OnlyInAServer() => Reply.Private("Questions belong to a server. Please look there, not in direct messages.");

    /// <summary>A line of a list, with its details below it.</summary>
    public static string Line(ListedQuestion listed)
    {
        var question = listed.Question;
        return $"{QuestionCardViews.StateWord(question.State)} · {Link(question)} {Md.EscapeLine(Md.Cut(question.Title, MostTitle))}\n-# {string.Join(" · ", Details(listed))}";
    }

    /// <summary>Such as <c>#12</c>, leading to its thread.</summary>
    public static string Link(Question question) => question.ThreadId is null
        ? string.Create(CultureInfo.InvariantCulture, $"**#{question.Number}**")
        : string.Create(CultureInfo.InvariantCulture, $"[**#{question.Number}**]({QuestionLink.Of(question)})");

    /// <summary>Shows one of these to whoever chooses it.</summary>
    public static ActionRow Open(IEnumerable<Question> questions, string placeholder = "Open…") => Control.Row(new StringSelect
    {
        CustomId = OpenQuestionSelect.Spec.For(),
        Placeholder = placeholder,
        Options =
        [
            .. questions.Select(question => new SelectOption(
                Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{question.Number} {Md.Line(question.Title)}"), 100),
                question.Id.ToString(CultureInfo.InvariantCulture))),
        ],
    });

    private static List<Component> Parts(QuestionList list) =>
    [
        new TextDisplay($"{Heading(list)}\n{string.Join('\n', list.Shown.Select(Line))}"),
        Open(list.Shown.Select(listed => listed.Question)),
        .. Paging.Turns(list.State.Page, list.Pages, (way, to) => TurnQuestionsButton.For(way, list.State with { Page = to })),
    ];

    private static string Heading(QuestionList list)
    {
        var (name, state) = (Title(list.State.Which), list.State);
        string?[] details =
        [
            list.Count == 1 ? "1 question" : string.Create(CultureInfo.InvariantCulture, $"{list.Count} questions"),
            list.Topic is { } topic ? $"about {Md.EscapeLine(topic)}" : null,
            state.Track.Length > 0 ? $"{state.Track}, and those of both tracks" : null,
            Orders.First(order => order.Order == state.Order).Name,
        ];
        return $"## {name}\n-# {string.Join(" · ", details.Where(detail => detail is not null))}";
    }

    private static string Title(ListedQuestions which) => which switch
    {
        ListedQuestions.Open => "Open questions",
        ListedQuestions.Unanswered => "Unanswered questions",
        ListedQuestions.Mine => "Your questions",
        ListedQuestions.Claimed => "Questions you look after",
        ListedQuestions.Answered => "Answered, waiting for the asker",
        ListedQuestions.Solved => "Solved questions",
        ListedQuestions.Stale => "Quiet questions",
        _ => "All questions",
    };

    private static IEnumerable<string> Details(ListedQuestion listed)
    {
        var question = listed.Question;
        yield return question is { Opening: > 1, State: QuestionState.Open or QuestionState.Claimed, OpenedAt: { } opened }
            ? $"open again {Md.Time(opened, 'R')}"
            : $"asked {Md.Time(question.PostedAt ?? question.CreatedAt, 'R')}";
        if (question is { State: QuestionState.Claimed, HolderId: { } holder })
        {
            yield return $"{Md.User(holder)} looks after it";
        }

        if (listed.SameHere > 0)
        {
            yield return listed.SameHere == 1 ? "1 more has this problem" : string.Create(CultureInfo.InvariantCulture, $"{listed.SameHere} more have this problem");
        }

        if (listed.Topics.Count > 0)
        {
            yield return string.Join(", ", listed.Topics.Take(MostTopics).Select(topic => Md.EscapeLine(Md.Cut(topic, MostTopic))));
        }

        if (question.Track is { } track)
        {
            yield return track;
        }
    }

    private static string EmptyText(QuestionList list)
    {
        if (list.State.IsNarrowed)
        {
            var wanted = string.Join(" and ", new[]
            {
                list.State.Topic.Length > 0 ? $"about {Md.EscapeLine(list.Topic ?? list.State.Topic)}" : "",
                list.State.Track.Length > 0 ? $"for {list.State.Track}" : "",
            }.Where(word => word.Length > 0));
            return $"**{Title(list.State.Which)}**: none {wanted}.";
        }

        return list.State.Which switch
        {
            ListedQuestions.Open => "🎉 Every question has somebody who looks after it. Ask your own with `/ask`.",
            ListedQuestions.Unanswered => "🎉 No question waits for an answer. Ask your own with `/ask`.",
            ListedQuestions.Mine => "You have asked nothing yet. `/ask` is the way: any question is welcome.",
            ListedQuestions.Claimed => "You look after no question. Press **I take it** under one that is open.",
            ListedQuestions.Answered => "No answer waits for its asker's word.",
            ListedQuestions.Solved => "No question has been solved yet. The asker, or a mentor, marks the answer that helped.",
            ListedQuestions.Stale => "No question has gone quiet.",
            _ => "Nobody has asked anything yet. Begin with `/ask`.",
        };
    }

    private static IEnumerable<Button> WayOut(QuestionList list)
    {
        if (list.State.IsNarrowed)
        {
            yield return Control.Button("Without the filter", TurnQuestionsButton.For("all", list.State with { Topic = "", Track = "", Page = 0 }));
        }
        else if (list.State.Which is ListedQuestions.Open)
        {
            yield return Control.Button("Unanswered questions", TurnQuestionsButton.For("to", QuestionListState.Of(ListedQuestions.Unanswered)));
        }
        else if (list.State.Which is ListedQuestions.Claimed)
        {
            yield return Control.Button("Open questions", TurnQuestionsButton.For("to", QuestionListState.Of(ListedQuestions.Open)));
        }
        else if (list.State.Which is not ListedQuestions.All and not ListedQuestions.Mine)
        {
            yield return Control.Button("All questions", TurnQuestionsButton.For("to", QuestionListState.Of(ListedQuestions.All)));
        }
    }
}
