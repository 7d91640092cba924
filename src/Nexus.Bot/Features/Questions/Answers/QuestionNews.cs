using Nexus.Bot.Features.Questions.Rules;

namespace Nexus.Bot.Features.Questions.Answers;

internal enum NewsAbout
{
    /// <summary>The first answer is there.</summary>
    Answered,

    /// <summary>Something helped.</summary>
    Solved,

    /// <summary>It was asked before.</summary>
    Duplicate,

    /// <summary>What it repeats is solved.</summary>
    SolvedThere,
}

/// <summary>One piece of news for those who wait, as the number of its delivery: each goes out once while a question is open once.</summary>
/// <param name="ByDm">To its asker alone, whose name nobody shall see.</param>
/// <param name="Page">So many people fit into one message.</param>
internal sealed record QuestionNews(int Opening, NewsAbout About, bool ByDm, int Page)
{
    public const string DeliveryKind = "question-news";
    public const int PeopleOnPage = 80;

    private const int Pages = 64, Kinds = 8;

    public int Number => (((((Opening * Kinds) + (int)About) * 2) + (ByDm ? 1 : 0)) * Pages) + Page;

    public static QuestionNews Of(int number) => new(number / Pages / 2 / Kinds, (NewsAbout)(number / Pages / 2 % Kinds), number / Pages % 2 == 1, number % Pages);

    public static int PagesFor(int people) => Math.Min((people + PeopleOnPage - 1) / PeopleOnPage, Pages);

    public static NewsAbout? Told(QuestionAct act) => act switch
    {
        QuestionAct.Answer => NewsAbout.Answered,
        QuestionAct.Accept => NewsAbout.Solved,
        QuestionAct.MarkDuplicate => NewsAbout.Duplicate,
        _ => null,
    };
}
