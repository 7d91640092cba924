using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Hand it to…: asks to whom.</summary>
internal sealed class ChooseHolderButton(QuestionDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "hand");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is { } question ? MoreViews.ChooseHolder(question, call.Argument) : QuestionStepViews.Gone();
}

/// <summary>Hands a question to the one who was chosen, if they answer questions at all.</summary>
internal sealed class HandQuestionSelect(QuestionDesk desk, QuestionSteps steps, GuildConfigurations configurations) : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "handto");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question || call.Ids.FirstOrDefault() is not { Value: > 0 } chosen)
        {
            return QuestionStepViews.Gone();
        }

        if (call.Interaction.Data?.Resolved?.Users?.GetValueOrDefault(chosen)?.Bot == true)
        {
            return MoreViews.HolderIsBot();
        }

        // What is answered to a guess must not tell who asks without their name.
        return (chosen == question.AskerId && !question.IsAnonymous) || await AnswersAsync(call, question, chosen, ct)
            ? await steps.TakeAsync(call, question, QuestionAct.HandOver, chosen, ct)
            : MoreViews.HolderDoesNotHelp(chosen);
    }

    private async Task<bool> AnswersAsync(SelectCall call, Question question, Snowflake person, CancellationToken ct) =>
        ((await configurations.OfAsync(question.GuildId, ct)).MentorRoleId is { } mentor
            && call.Interaction.Data?.Resolved?.Members?.GetValueOrDefault(person)?.Roles.Contains(mentor) == true)
        || await desk.Db.In<AnswererProfile>(question.GuildId).AnyAsync(profile => profile.PersonId == person && profile.LeftAt == null, ct);
}
