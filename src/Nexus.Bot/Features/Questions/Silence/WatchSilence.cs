using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;

namespace Nexus.Bot.Features.Questions.Silence;

/// <summary>Sets when the asker of an answered question is asked whether it is solved.</summary>
internal sealed class WatchSilence(QuestionSettingsStore settings) : IQuestionConsequence
{
    public QuestionEffects Of => QuestionEffects.WatchSilence;

    public async Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct)
    {
        question.SilenceAt = change.At + TimeSpan.FromDays((await settings.OfAsync(question.GuildId, ct)).QuietDays);
        question.SilenceAskedAt = null;
    }
}
