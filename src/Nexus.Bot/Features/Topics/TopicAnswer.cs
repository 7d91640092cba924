namespace Nexus.Bot.Features.Topics;

/// <summary>What the hub has to say to a question.</summary>
internal abstract record TopicAnswer
{
    private TopicAnswer()
    {
    }

    /// <summary>A topic answers it.</summary>
    /// <param name="Others">Topics that fit about as well.</param>
    /// <param name="Corrected">How the question was read when a typing slip was corrected.</param>
    internal sealed record Found(Topic Topic, IReadOnlyList<Topic> Others, string? Corrected) : TopicAnswer;

    /// <summary>None does; these are the nearest, perhaps none.</summary>
    internal sealed record NotInTheHub(IReadOnlyList<Topic> Nearest) : TopicAnswer;
}
