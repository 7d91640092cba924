using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>How people name a question in an option.</summary>
internal sealed class QuestionNames(NexusDb db, QuestionIndex index) : NumberedNames<Question>
{
    /// <param name="description">At most 100 characters.</param>
    public static Option Option(string name, string description) => Routing.Option.Text(name, description, min: 1, max: 200).SuggestedBy<QuestionNames>();

    protected override IQueryable<Question> Known(Snowflake guild) => db.In<Question>(guild).Where(question => question.Number != null && question.EndedBecause != Question.TakenBack);

    protected override IOrderedQueryable<Question> InOrder(IQueryable<Question> known, Snowflake person) => known
        .OrderBy(question => question.AskerId == person ? 0 : 1)
        .ThenBy(question => question.State == QuestionState.Open || question.State == QuestionState.Claimed ? 0 : 1)
        .ThenByDescending(question => question.Number);

    protected override ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct) => index.CompleteAsync(guild, typed, most, ct);

    protected override async ValueTask<IReadOnlyList<long>> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct) => (await index.SearchAsync(guild, text, most, ct)).Keys;

    protected override string State(Question it) => QuestionCardViews.StateWord(it.State);
}
