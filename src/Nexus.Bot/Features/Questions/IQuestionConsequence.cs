using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>
/// Something that has to follow steps of a question: it adds or changes rows in the same unit of work, deliveries among them, so it
/// happens with the step or not at all. It saves nothing, and never speaks to Discord.
/// </summary>
internal interface IQuestionConsequence
{
    /// <summary>Called when a step has one of these.</summary>
    QuestionEffects Of { get; }

    Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct);
}

/// <summary>A step that is being taken; the question's columns already are as after it.</summary>
/// <param name="About">Who it is handed to, or which message helped.</param>
internal sealed record QuestionChange(
    QuestionAct Act, QuestionActor By, Snowflake About, QuestionFacts Before, QuestionFacts Now, QuestionEffects Effects, DateTimeOffset At);
