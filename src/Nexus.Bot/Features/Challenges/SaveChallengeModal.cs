using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Challenges;

/// <summary>The form behind "Save as challenge": puts the page into the mentors' queue, one for a message.</summary>
internal sealed class SaveChallengeModal(SourceThreads threads, PageSuggestions suggestions, PageRevisions revisions, GuildHubs hubs, NexusDb db, TimeProvider clock) : IModal
{
    /// <summary>The argument is <c>message/author</c>; the author is 0 when it is no person.</summary>
    public static ControlSpec Spec { get; } = new("challenges", "save");

    public static string OriginOf(Snowflake message) => $"message:{message}";

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Argument.Split('/') is not [var id, var by] || !Snowflake.TryParse(id, out var message))
        {
            return SaveChallengeViews.MessageGone();
        }

        if (await threads.SavedFromAsync(guild, OriginOf(message), ct) is { } saved)
        {
            return SaveChallengeViews.AlreadySaved(saved);
        }

        var draft = ChallengeDraft.Of(
            call.Text(SaveChallengeViews.TitleField), call.Text(SaveChallengeViews.SymptomField), call.Text(SaveChallengeViews.CauseField),
            call.Text(SaveChallengeViews.FixField), call.Text(SaveChallengeViews.AliasesField));
        if (!draft.IsComplete)
        {
            return SaveChallengeViews.Incomplete(draft);
        }

        var waiting = await db.In<PageSuggestion>(guild).Where(it => it.State == SuggestionState.Waiting).Select(it => it.Slug).ToListAsync(ct);
        var (slug, markdown) = ChallengePage.Make(
            draft, await hubs.OfAsync(guild, ct), waiting.ToHashSet(), message.Value, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (await revisions.FaultAsync(guild, slug, markdown, ct) is { } fault)
        {
            return SaveChallengeViews.CannotBeAPage(fault, markdown);
        }

        var url = Md.MessageUrl(guild, call.Channel, message);
        var added = await suggestions.AddAsync(
            new NewSuggestion(guild, call.User, slug, markdown, BaseMarkdown: null)
            {
                Note = "Saved from a message",
                CoAuthor = Snowflake.TryParse(by, out var author) && author != default ? author : null,
                Origin = OriginOf(message),
                OriginUrl = url,
            },
            ct);
        return SaveChallengeViews.Saved(added, draft.Title, url).Afterwards<TellOfSuggestion>(added.Number.ToString(CultureInfo.InvariantCulture));
    }
}
