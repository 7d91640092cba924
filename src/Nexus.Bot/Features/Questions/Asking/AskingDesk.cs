using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Takes a question from the form to its post, whichever control it is about.</summary>
internal sealed class AskingDesk(
    NexusDb db, QuestionBook book, QuestionLife life, EarlierQuestions earlier, GuildHubs hubs, GuildConfigurations configurations, UploadedLog logs, TimeProvider clock)
{
    private const int MostPages = 3;
    private const int MostOthers = 1;

    /// <summary>A question whose form was sent before is sent again, perhaps with other words.</summary>
    public async Task<Reply> AgainAsync(Question question, ModalCall call, bool changes, CancellationToken ct)
    {
        if (question.Number is not null)
        {
            return changes ? await CorrectAsync(question, call, ct) : await PostedAsync(question, changes, ct);
        }

        return IsUnderWay(question) ? Posting(question, changes) : await WriteAsync(question, call, changes, ct);
    }

    /// <summary>Keeps what the form says, then shows what is like it, or posts it when there is nothing to show.</summary>
    /// <param name="draft">Tracked, or added.</param>
    /// <param name="changes">The answer changes a card that is there.</param>
    public async Task<Reply> WriteAsync(Question draft, ModalCall call, bool changes, CancellationToken ct)
    {
        var words = await ReadAsync(call, ct);
        var hub = await hubs.OfAsync(draft.GuildId, ct);
        var configuration = await configurations.OfAsync(draft.GuildId, ct);
        var wasGuessed = draft.Topics.Count == 0 || draft.Topics.SequenceEqual(Guess(hub, draft), StringComparer.Ordinal);
        (draft.Title, draft.Text, draft.Tried, draft.IsAnonymous) = (words.Title, words.Text, words.Tried, call.Checked(AskingViews.AnonymousField));
        draft.Topics = wasGuessed ? Guess(hub, draft) : draft.Topics;
        draft.Track ??= TrackOf(call, configuration);
        await book.SaveAsync(draft, ct);
        if (!words.IsComplete || words.Whole is not null)
        {
            return AskingViews.Unfinished(draft, words, changes);
        }

        if (configuration.QuestionForumId is null)
        {
            return AskingViews.NoForum(draft, changes);
        }

        var preview = await PreviewAsync(draft, hub, ct);
        return preview.IsEmpty && PreviewViews.Warning(words).Length == 0 ? Posting(draft, changes) : PreviewViews.Card(draft, preview, words, changes);
    }

    /// <summary>What a control of a draft answers when it is one no more; null while it is.</summary>
    public async Task<Reply?> StandsAsync(Question question, CancellationToken ct) =>
        question.Number is not null ? await PostedAsync(question, changes: true, ct)
        : IsUnderWay(question) ? Posting(question, changes: true)
        : null;

    /// <summary>What is like a draft, looked at again.</summary>
    public async Task<Reply> ShowAsync(Question draft, CancellationToken ct) =>
        PreviewViews.Card(draft, await PreviewAsync(draft, await hubs.OfAsync(draft.GuildId, ct), ct), words: null, changes: true);

    public async Task<Reply> PostAsync(Question draft, bool changes, CancellationToken ct)
    {
        var words = QuestionWords.Of(draft.Title, draft.Text, draft.Tried);
        if (!words.IsComplete)
        {
            return AskingViews.Unfinished(draft, words, changes);
        }

        if (draft.DeflectedAt is not null)
        {
            (draft.DeflectedAt, draft.DeflectedBy) = (null, null);
            await book.SaveAsync(draft, ct);
        }

        return Posting(draft, changes);
    }

    /// <summary>Something that was offered solved it.</summary>
    /// <param name="source">A <see cref="HelpSource"/> from a control: checked.</param>
    public async Task<Reply> HelpedAsync(Question draft, string source, CancellationToken ct)
    {
        var isThere = HelpSource.QuestionIn(source) is { } id ? await earlier.OfIdAsync(draft.GuildId, id, draft.AskerId, ct) is not null
            : HelpSource.PageIn(source) is { } slug && (await hubs.OfAsync(draft.GuildId, ct)).BySlug(slug) is not null;
        if (!isThere)
        {
            return await ShowAsync(draft, ct);
        }

        (draft.DeflectedAt, draft.DeflectedBy) = (clock.GetUtcNow(), source);
        await book.SaveAsync(draft, ct);
        return PreviewViews.Helped(draft);
    }

    /// <summary>Waits for the answer to somebody's open question instead.</summary>
    public async Task<Reply> JoinAsync(Question draft, long id, CancellationToken ct)
    {
        if (await QuestionLife.FindAsync(db, draft.GuildId, id, ct) is not { State: Rules.QuestionState.Open or Rules.QuestionState.Claimed } other || other.AskerId == draft.AskerId)
        {
            return PreviewViews.NoLongerWaits();
        }

        (draft.DeflectedAt, draft.DeflectedBy) = (clock.GetUtcNow(), HelpSource.Of(other.Id));
        draft.Revision++;
        if (!await db.In<QuestionFollower>(draft.GuildId).AnyAsync(follower => follower.QuestionId == other.Id && follower.PersonId == draft.AskerId, ct))
        {
            db.Add(new QuestionFollower { GuildId = draft.GuildId, QuestionId = other.Id, PersonId = draft.AskerId, Since = clock.GetUtcNow() });
        }

        await life.SaveAsync(db, other, ct);
        return PreviewViews.Joined(draft, other);
    }

    /// <summary>Where a posted question stands.</summary>
    public async Task<Reply> PostedAsync(Question question, bool changes, CancellationToken ct) =>
        AskingViews.Posted(question, [.. (await hubs.OfAsync(question.GuildId, ct)).Among(question.Topics)], changes);

    private async Task<Reply> CorrectAsync(Question question, ModalCall call, CancellationToken ct)
    {
        var words = await ReadAsync(call, ct);
        if (!words.IsComplete || words.Whole is not null)
        {
            return AskingViews.Unfinished(question, words, changes: true);
        }

        (question.Title, question.Text, question.Tried, question.EditedAt) = (words.Title, words.Text, words.Tried, clock.GetUtcNow());
        await life.SaveAsync(db, question, ct);
        return AskingViews.Corrected(question, words);
    }

    private async Task<QuestionWords> ReadAsync(ModalCall call, CancellationToken ct)
    {
        var file = call.Files(AskingViews.LogField) is [var first, ..] ? first : null;
        var log = file is null ? null : await logs.ReadAsync(file, ct);
        return QuestionWords.Of(call.Text(AskingViews.TitleField), call.Text(AskingViews.TextField), call.Text(AskingViews.TriedField), log) with
        {
            LogIsUnreadable = file is not null && log is null,
        };
    }

    private async Task<Preview> PreviewAsync(Question draft, HubIndex hub, CancellationToken ct)
    {
        var pages = new List<HubPage>();
        if (hub.FindError($"{draft.Title}\n{draft.Text}") is ErrorAnswer.Known known)
        {
            pages.Add(known.Page);
        }

        if (hub.Find(draft.Title) is HubAnswer.Found found)
        {
            pages.AddRange([found.Page, .. found.Others.Take(MostOthers)]);
        }

        return new Preview(await earlier.LikeAsync(draft, ct), [.. pages.DistinctBy(page => page.Slug).Take(MostPages)]);
    }

    private bool IsUnderWay(Question draft) => draft.LeaseUntil > clock.GetUtcNow();

    private static Reply Posting(Question draft, bool changes) => AskingViews.BeingPosted(draft, changes).Afterwards<PostQuestionFollowUp>(AskingViews.Key(draft));

    private static IReadOnlyList<string> Guess(HubIndex hub, Question draft) =>
        draft.Title.Length + draft.Text.Length == 0 ? [] : TopicGuess.Of(hub, draft.Title, draft.Text);

    // Who has both roles, or none, does not tell by them.
    private static string? TrackOf(Call call, GuildConfiguration configuration)
    {
        var isBackend = configuration.BackendRoleId is { } backend && call.Roles.Contains(backend);
        var isFrontend = configuration.FrontendRoleId is { } frontend && call.Roles.Contains(frontend);
        return isBackend == isFrontend ? null : isBackend ? "backend" : "frontend";
    }
}
