using System.Text.Json;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Begins and ends the ladder and the time of a claim, and tells who holds a question what others did to it.</summary>
internal sealed class LadderConsequence(QuestionSettingsStore settings, GuildConfigurations configurations) : IQuestionConsequence
{
    public QuestionEffects Of => QuestionEffects.StartLadder | QuestionEffects.StopLadder | QuestionEffects.TellHolder;

    public async Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct)
    {
        var chosen = await settings.OfAsync(question.GuildId, ct);
        if (change.Effects.HasFlag(QuestionEffects.StartLadder))
        {
            var ladder = QuestionLadders.Of(chosen, await configurations.OfAsync(question.GuildId, ct));
            (question.NextStep, question.ClimbAt) = (0, ladder.DueAt(change.At, 0));
            if (change is { Act: QuestionAct.Release or QuestionAct.LetClaimLapse, Before.Holder: { } gaveBack })
            {
                db.Add(GaveItBack(question, gaveBack, change.At));
            }
        }
        else if (change.Effects.HasFlag(QuestionEffects.StopLadder))
        {
            question.ClimbAt = null;
        }

        question.HolderAskedAt = null;
        question.LapseAt = question is { State: QuestionState.Claimed, HolderId: not null } ? QuestionLadders.HolderIsAsked(chosen, change.At) : null;
        foreach (var (person, kind) in News(change))
        {
            // Two of a kind come from two changes at least: their numbers differ.
            db.Add(Delivery.Plan(question.GuildId, kind, question.Id, DeliveryTarget.DmOf(person, orIn: question.ThreadId), change.At, question.Revision));
        }
    }

    private static IEnumerable<(Snowflake Person, string Kind)> News(QuestionChange change)
    {
        var (before, now) = (change.Before.Holder, change.Now.Holder);
        if (change.Act == QuestionAct.HandOver && now is { } given && given != change.By.Id)
        {
            yield return (given, HolderNews.Given);
        }

        if (before is { } held && held != now && held != change.By.Id)
        {
            switch (change.Act)
            {
                case QuestionAct.HandOver or QuestionAct.Release:
                    yield return (held, HolderNews.Taken);
                    break;
                case QuestionAct.LetClaimLapse:
                    yield return (held, HolderNews.Lapsed);
                    break;
                case QuestionAct.Withdraw or QuestionAct.MarkDuplicate when change.Effects.HasFlag(QuestionEffects.TellHolder):
                    yield return (held, HolderNews.Ended);
                    break;
            }
        }
    }

    private static AskedAnswerer GaveItBack(Question question, Snowflake person, DateTimeOffset at) => new()
    {
        GuildId = question.GuildId,
        QuestionId = question.Id,
        Opening = question.Opening,
        Step = AskedAnswerer.GaveItBack,
        PersonId = person,
        Reason = JsonSerializer.Serialize(new Reason(AnswererRank.Peer, [], null, 0, 0)),
        AskedAt = at,
        DeclinedAt = at,
    };
}
