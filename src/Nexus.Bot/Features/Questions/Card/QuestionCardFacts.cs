using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>What a question's card shows besides its own columns.</summary>
internal sealed record QuestionCardFacts
{
    public static QuestionCardFacts None { get; } = new();

    /// <summary>Pages of the hub that it is about, the surest first; those that are gone left out.</summary>
    public IReadOnlyList<HubPage> Topics { get; init; } = [];

    /// <summary>How many others have the same question.</summary>
    public int SameHere { get; init; }

    /// <summary>The first to be accepted first.</summary>
    public IReadOnlyList<AnswerLink> Accepted { get; init; } = [];

    /// <summary>The newest answer of which nobody knows yet whether it helps; null when there is none.</summary>
    public AnswerLink? Latest { get; init; }

    /// <summary>The page of the hub that was made of it, once it is published.</summary>
    public HubPage? Page { get; init; }

    /// <summary>The question that it repeats.</summary>
    public QuestionLink? DuplicateOf { get; init; }
}

/// <param name="Author">None (0) when it is the asker's own, who asked without their name.</param>
internal sealed record AnswerLink(Snowflake Author, string Url);

internal sealed record QuestionLink(int Number, string Title, string Url)
{
    public static QuestionLink To(Question question) => new(question.Number ?? 0, question.Title, Of(question));

    /// <summary>Where a posted question stands.</summary>
    public static string Of(Question question) => Md.ChannelUrl(question.GuildId, question.ThreadId ?? default);
}
