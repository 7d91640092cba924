using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>Which questions somebody wants to see.</summary>
internal enum ListedQuestions
{
    /// <summary>Nobody looks after them.</summary>
    Open,

    /// <summary>Open and claimed ones.</summary>
    Unanswered,

    /// <summary>Asked by whoever looks.</summary>
    Mine,

    /// <summary>Claimed by whoever looks.</summary>
    Claimed,

    /// <summary>An answer is there, and the asker has not said whether it helped.</summary>
    Answered,
    Solved,
    Stale,
    All,
}

internal enum ListOrder
{
    Oldest,
    Newest,

    /// <summary>The most people with the same problem first.</summary>
    SameHere,
}

/// <summary>What somebody looks through among a server's questions, and where they are in it. Lives in the custom ids of the list's controls.</summary>
/// <param name="Topic">A slug; any when empty.</param>
/// <param name="Track">Any when empty; those of no track are everybody's.</param>
/// <param name="Page">From 0.</param>
internal sealed record QuestionListState(ListedQuestions Which, string Topic, string Track, ListOrder Order, int Page)
{
    public const string Backend = "backend";
    public const string Frontend = "frontend";

    /// <summary>Longer slugs leave no room in a custom id.</summary>
    public const int LongestTopic = 50;

    private const char Between = '/';

    /// <summary>As people expect it who chose no order: what waits longest, else what is new.</summary>
    public static QuestionListState Of(ListedQuestions which) => new(which, "", "", UsualOrder(which), 0);

    /// <summary>Only whoever looks is meant: nobody else sees the list.</summary>
    public bool IsPersonal => Which is ListedQuestions.Mine or ListedQuestions.Claimed;

    public bool IsNarrowed => Topic.Length > 0 || Track.Length > 0;

    public static ListOrder UsualOrder(ListedQuestions which) =>
        which is ListedQuestions.Open or ListedQuestions.Unanswered or ListedQuestions.Claimed or ListedQuestions.Answered ? ListOrder.Oldest : ListOrder.Newest;

    /// <summary>The states of the listed questions; null for all of them.</summary>
    public static IReadOnlyList<QuestionState>? StatesOf(ListedQuestions which) => which switch
    {
        ListedQuestions.Open => [QuestionState.Open],
        ListedQuestions.Unanswered => [QuestionState.Open, QuestionState.Claimed],
        ListedQuestions.Claimed => [QuestionState.Claimed],
        ListedQuestions.Answered => [QuestionState.Answered],
        ListedQuestions.Solved => [QuestionState.Accepted],
        ListedQuestions.Stale => [QuestionState.Stale],
        _ => null,
    };

    /// <summary>Anyone can send anything: what cannot be read shows the unanswered ones.</summary>
    public static QuestionListState Parse(string text) =>
        text.Split(Between) is [var which, var topic, var track, var order, var page]
            && Number(which) is { } kind && Enum.IsDefined((ListedQuestions)kind) && Number(order) is { } way && Enum.IsDefined((ListOrder)way)
            ? new QuestionListState((ListedQuestions)kind, Md.Cut(topic, LongestTopic), TrackOf(track), (ListOrder)way, Number(page) ?? 0)
            : Of(ListedQuestions.Unanswered);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(int)Which}{Between}{Topic}{Between}{(Track.Length > 0 ? Track[..1] : "")}{Between}{(int)Order}{Between}{Page}");

    private static string TrackOf(string code) => code switch { "b" => Backend, "f" => Frontend, _ => "" };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
