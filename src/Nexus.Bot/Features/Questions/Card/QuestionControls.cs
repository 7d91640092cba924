using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>The controls on cards and messages of a question, whoever handles them. Their argument is a <see cref="QuestionReference"/>.</summary>
internal static class QuestionControls
{
    /// <summary>It's solved: asks by which answer.</summary>
    public static ControlSpec Solved { get; } = new("questions", "solved");

    public static ControlSpec Claim { get; } = new("questions", "claim");

    public static ControlSpec Release { get; } = new("questions", "release");

    public static ControlSpec SameHere { get; } = new("questions", "same");

    public static ControlSpec NotSame { get; } = new("questions", "notsame");

    public static ControlSpec More { get; } = new("questions", "more");

    /// <summary>Not solved after all.</summary>
    public static ControlSpec Reopen { get; } = new("questions", "reopen");

    public static ControlSpec KeepOpen { get; } = new("questions", "keep");

    /// <summary>Opens the form with its topics and track.</summary>
    public static ControlSpec Topics { get; } = new("questions", "topics");
}

/// <summary>How controls name a question: by its id in its server, and with the server's in a direct message.</summary>
internal static class QuestionReference
{
    public static string InServer(Question question) => question.Id.ToString(CultureInfo.InvariantCulture);

    public static string InDm(Question question) => string.Create(CultureInfo.InvariantCulture, $"{question.GuildId}/{question.Id}");
}
