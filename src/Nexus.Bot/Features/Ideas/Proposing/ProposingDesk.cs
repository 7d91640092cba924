using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Proposing.Review;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Takes an idea from the form to its post, whichever control it is about.</summary>
internal sealed class ProposingDesk(
    IdeaBook book, IdeaLife life, IdeaIndex index, IdeaCards cards, IdeaSettingsStore settings, ReviewRequests reviews, GuildHubs hubs, GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>An idea whose form was sent before is sent again, perhaps with other words.</summary>
    public async Task<Reply> AgainAsync(Idea idea, ModalCall call, bool changes, CancellationToken ct) =>
        idea.Number is not null ? ProposingViews.Stands(idea, (await IdeaCrews.OfAsync(book.Db, idea, ct)).Needs, changes)
        : IsUnderWay(idea) ? ProposingViews.BeingPosted(idea, changes).Afterwards<PostIdeaFollowUp>(IdeaReference.InServer(idea))
        : await WriteAsync(idea, call, changes, ct);

    /// <summary>Keeps what the form says, then shows what is like it, or posts it when there is nothing to show.</summary>
    /// <param name="draft">Tracked, or added.</param>
    /// <param name="changes">The answer changes a card that is there.</param>
    public async Task<Reply> WriteAsync(Idea draft, ModalCall call, bool changes, CancellationToken ct)
    {
        var words = ProposedWords.Of(call);
        var hub = await hubs.OfAsync(draft.GuildId, ct);
        var wasGuessed = draft.Tags.Count == 0 || draft.Tags.SequenceEqual(Guess(hub, draft), StringComparer.Ordinal);
        (draft.Title, draft.Problem, draft.ForWhom, draft.Solution, draft.TouchedAt) = (words.Title, words.Problem, words.ForWhom, words.Solution, clock.GetUtcNow());
        draft.Tags = wasGuessed ? Guess(hub, draft) : draft.Tags;
        await book.SaveAsync(draft, ct);
        if (words.Needs is not NeedsReading.Read needs)
        {
            return ProposingViews.NeedsUnclear(draft, words, changes);
        }

        await IdeaCrews.SetAsync(book.Db, draft, IdeaCrew.Of([.. needs.Needs]), ct);
        await book.SaveAsync(draft, ct);
        if (!words.IsComplete || words.Whole is not null)
        {
            return ProposingViews.Unfinished(draft, words, changes);
        }

        if ((await configurations.OfAsync(draft.GuildId, ct)).IdeaForumId is null)
        {
            return ProposingViews.NoForum(draft, changes);
        }

        var alike = await AlikeAsync(draft, ct);
        return alike.Count == 0 && words.Hidden.Count == 0 ? await PostAsync(draft, call, changes, ct) : AlikeViews.Preview(draft, needs.Needs, alike, words, changes);
    }

    /// <summary>What a control of a draft answers when it is one no more; null while it is.</summary>
    public async Task<Reply?> StandsAsync(Idea idea, CancellationToken ct) =>
        IsUnderWay(idea) ? ProposingViews.BeingPosted(idea, changes: true).Afterwards<PostIdeaFollowUp>(IdeaReference.InServer(idea))
        : idea.Number is not null ? ProposingViews.Stands(idea, (await IdeaCrews.OfAsync(book.Db, idea, ct)).Needs, changes: true)
        : null;

    /// <summary>What is like a draft, looked at again.</summary>
    public async Task<Reply> ShowAsync(Idea draft, CancellationToken ct) =>
        AlikeViews.Preview(draft, (await IdeaCrews.OfAsync(book.Db, draft, ct)).Needs, await AlikeAsync(draft, ct), words: null, changes: true);

    /// <summary>On the board, or to the mentors first.</summary>
    public async Task<Reply> PostAsync(Idea draft, Call call, bool changes, CancellationToken ct)
    {
        var words = ProposedWords.Of(draft.Title, draft.Problem, draft.ForWhom, draft.Solution);
        if (!words.IsComplete)
        {
            return ProposingViews.Unfinished(draft, words, changes);
        }

        await FollowIdea.AfterAsync(book.Db, draft, draft.AuthorId, FollowReason.Author, clock.GetUtcNow(), ct);
        if ((await settings.OfAsync(draft.GuildId, ct)).NeedsReview && !AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(draft.GuildId, ct)))
        {
            draft.Status = IdeaStatus.InReview;
            await reviews.AskAsync(book.Db, draft, ct);
            await life.NumberAsync(book.Db, draft, ct);
            return ProposingViews.Stands(draft, (await IdeaCrews.OfAsync(book.Db, draft, ct)).Needs, changes);
        }

        IdeaBook.Want(draft);
        await book.SaveAsync(draft, ct);
        return ProposingViews.BeingPosted(draft, changes).Afterwards<PostIdeaFollowUp>(IdeaReference.InServer(draft));
    }

    private async Task<IReadOnlyList<AlikeShown>> AlikeAsync(Idea draft, CancellationToken ct)
    {
        var alike = await index.AlikeAsync(draft.GuildId, draft.Title, draft.Problem, ct);
        var ids = alike.Select(it => it.Number).ToList();
        var ideas = (await book.Db.In<Idea>(draft.GuildId).AsNoTracking().Where(it => ids.Contains(it.Id) && it.Number != null && it.Id != draft.Id).ToListAsync(ct)).ToDictionary(it => it.Id);
        List<AlikeShown> shown = [];
        foreach (var one in alike.Where(it => ideas.ContainsKey(it.Number)))
        {
            shown.Add(new AlikeShown(ideas[one.Number], await cards.OfAsync(ideas[one.Number], ct), one.IsSure));
        }

        return shown;
    }

    private bool IsUnderWay(Idea idea) => idea.CardMessageId is null && idea.LeaseUntil is not null;

    private static IReadOnlyList<string> Guess(HubIndex hub, Idea draft) =>
        draft.Title.Length + draft.Problem.Length == 0 ? [] : [.. TopicGuess.Of(hub, draft.Title, $"{draft.Problem}\n{draft.Solution}").Take(Idea.MostTags)];
}
