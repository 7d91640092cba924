using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>A question that was asked before, as it is offered to whoever asks.</summary>
/// <param name="Url">Of the answer that helped; of the question while there is none.</param>
internal sealed record EarlierQuestion(long Id, int Number, string Title, QuestionState State, DateTimeOffset Since, string Url)
{
    /// <summary>The answer that helped; empty when there is none, or the bot may not read it.</summary>
    public string Answer { get; init; } = "";

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Track { get; init; }

    /// <summary>It asks the same, as far as words can tell.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whoever asks now asked it, too.</summary>
    public bool IsOwn { get; init; }

    public bool IsSolved => State == QuestionState.Accepted;

    public bool IsWaiting => State is QuestionState.Open or QuestionState.Claimed;
}
