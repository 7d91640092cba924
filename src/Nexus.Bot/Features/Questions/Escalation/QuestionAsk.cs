using System.Text.Json;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>The rows by which somebody is asked to take a question.</summary>
internal static class QuestionAsk
{
    /// <summary>A step of the ladder: the question, and <see cref="Ladder.Occurrence"/>.</summary>
    public const string Step = "question-step";

    /// <summary>In place of one who said no: the id of their <see cref="AskedAnswerer"/>.</summary>
    public const string Instead = "question-instead";

    public static AskedAnswerer Row(Question question, int step, Chosen chosen, DateTimeOffset now, long? insteadOf = null) => new()
    {
        GuildId = question.GuildId,
        QuestionId = question.Id,
        Opening = question.Opening,
        Step = step,
        PersonId = chosen.Id,
        Reason = JsonSerializer.Serialize(chosen.Reason),
        AskedAt = now,
        InsteadOfId = insteadOf,
    };

    public static Delivery Delivery(Question question, int step, DateTimeOffset now) => Deliveries.Delivery.Plan(
        question.GuildId, Step, question.Id, DeliveryTarget.In(question.ThreadId!.Value), now, Ladder.Occurrence(question.Opening, step));

    public static Delivery InsteadOf(Question question, AskedAnswerer declined, DateTimeOffset now) => Deliveries.Delivery.Plan(
        question.GuildId, Instead, declined.Id, DeliveryTarget.In(question.ThreadId!.Value), now);

    public static Reason ReasonOf(AskedAnswerer asked) => JsonSerializer.Deserialize<Reason>(asked.Reason)!;

    public static Chosen ChosenOf(AskedAnswerer asked) => new(asked.PersonId, ReasonOf(asked));

    public static QuestionFacts Facts(Question question) =>
        new(question.AskerId) { State = question.State, Holder = question.HolderId, Opening = question.Opening };
}
