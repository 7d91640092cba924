using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>Turns an accepted answer into a draft for the topic hub, with credit to who asked and who answered; one for a question.</summary>
internal sealed class PageDesk(NexusDb db, PageSuggestions suggestions, PageRevisions revisions, GuildHubs hubs, TimeProvider clock)
{
    // A page's card shows so much of a section, and a button so much of a title.
    private const int MostFix = 3300;
    private const int MostTitle = 70;

    /// <param name="words">The answer, when it had to be asked for.</param>
    public async Task<Reply> MakeAsync(Question question, QuestionActor by, string? words, CancellationToken ct)
    {
        var guild = question.GuildId;
        var origin = QuestionPage.OriginOf(question.Id);
        if (await db.In<PageSuggestion>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Origin == origin, ct) is { } made)
        {
            return PromotionViews.MadeBefore(question, made);
        }

        var answers = await db.In<QuestionAnswer>(guild).AsNoTracking()
            .Where(it => it.QuestionId == question.Id && it.AcceptedAt != null)
            .OrderBy(it => it.AcceptedAt).ThenBy(it => it.Id)
            .ToListAsync(ct);
        if (answers.Count == 0)
        {
            return PromotionViews.NotSolved(question);
        }

        if (!answers.Exists(answer => MakePageButton.MayMake(answer, by)))
        {
            return PromotionViews.NotYours(question);
        }

        // An asker who wants no name gets none in the hub either, nor as who found the answer.
        var credits = answers.Select(answer => answer.AuthorId).Append(question.AskerId).Where(person => !question.IsAnonymous || person != question.AskerId).Distinct().ToList();
        if (credits.Count == 0 && !by.IsMentor)
        {
            return PromotionViews.WouldName(question);
        }

        var fix = words is null ? string.Join("\n\n", answers.Select(answer => answer.Text).Where(text => text.Length > 0)) : Secrets.Mask(words).Trim();
        if (!fix.Any(char.IsLetterOrDigit))
        {
            return words is null ? PromotionViews.AskWords(question, answers[0]) : PromotionViews.NoWords();
        }

        var hub = await hubs.OfAsync(guild, ct);
        var draft = ChallengeDraft.Of(Md.Cut(question.Title, MostTitle), question.Text, "", Md.Cut(fix, MostFix), "")
            with { Related = [.. question.Topics.Where(topic => hub.BySlug(topic) is not null)] };
        var waiting = await db.In<PageSuggestion>(guild).Where(it => it.State == SuggestionState.Waiting).Select(it => it.Slug).ToListAsync(ct);
        var (slug, markdown) = ChallengePage.Make(draft, hub, waiting.ToHashSet(), (ulong)question.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (await revisions.FaultAsync(guild, slug, markdown, ct) is { } fault)
        {
            return PromotionViews.CannotBeAPage(fault, markdown);
        }

        var added = await suggestions.AddAsync(
            new NewSuggestion(guild, credits.Count > 0 ? credits[0] : by.Id, slug, markdown, BaseMarkdown: null)
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"Made from question #{question.Number}"),
                CoAuthor = credits.Count > 1 ? credits[1] : null,
                Origin = origin,
                OriginUrl = AnswerViews.LinkTo(answers[0]),
            },
            ct);
        return PromotionViews.Made(question, added).Afterwards<TellOfSuggestion>(added.Number.ToString(CultureInfo.InvariantCulture));
    }
}
