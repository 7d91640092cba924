namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>What somebody hears about a question that they hold or held: the kinds of deliveries that tell it.</summary>
internal static class HolderNews
{
    /// <summary>Somebody handed it to them.</summary>
    public const string Given = "question-given";

    /// <summary>Somebody gave it to another, or took it from them.</summary>
    public const string Taken = "question-taken";

    /// <summary>They were silent for too long.</summary>
    public const string Lapsed = "question-lapsed";

    /// <summary>It needs no answer any more.</summary>
    public const string Ended = "question-ended";

    /// <summary>Whether they are still on it.</summary>
    public const string StillOnIt = "question-claim";
}
