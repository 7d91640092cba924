using System.Collections.Immutable;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>What the rules need to know of a question.</summary>
internal sealed record QuestionFacts(Snowflake Asker)
{
    public QuestionState State { get; init; }

    /// <summary>Who said that they will answer; kept while it is answered.</summary>
    public Snowflake? Holder { get; init; }

    /// <summary>The messages that helped, the first first.</summary>
    public ImmutableArray<Snowflake> Accepted { get; init; } = [];

    /// <summary>Counts how often it was open: each time the ladder is climbed anew.</summary>
    public int Opening { get; init; }
}

/// <summary>Who does something to a question.</summary>
/// <param name="Id">None (0) for the clock.</param>
internal readonly record struct QuestionActor(Snowflake Id, bool IsMentor, bool IsHelping)
{
    /// <summary>Time that has passed, and answers that were noticed.</summary>
    public static QuestionActor Clock => new(default, IsMentor: false, IsHelping: false);

    public bool IsClock => Id == default;
}

/// <summary>What came of it.</summary>
internal abstract record QuestionStep
{
    private QuestionStep()
    {
    }

    /// <summary>Save <paramref name="Now"/>, then see to the rest.</summary>
    internal sealed record Done(QuestionFacts Now, QuestionEffects Effects) : QuestionStep;

    /// <summary>It is so already: a second press does no harm.</summary>
    internal sealed record Already(QuestionState State) : QuestionStep;

    /// <summary>Somebody was faster.</summary>
    internal sealed record Taken(Snowflake Holder) : QuestionStep;

    /// <summary>This is for others to do.</summary>
    internal sealed record NotYours(QuestionAct Act) : QuestionStep;

    /// <summary>It cannot be done to a question in this state.</summary>
    internal sealed record NotNow(QuestionState State) : QuestionStep;
}
