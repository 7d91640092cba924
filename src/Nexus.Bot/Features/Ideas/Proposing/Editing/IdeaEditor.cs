using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Ideas.Proposing.Editing;

/// <summary>Changes ideas that are no drafts any more, and keeps what they said before.</summary>
internal sealed class IdeaEditor(IdeaDesk desk, IdeaLife life, CrewBook crews, LogBook log, TimeProvider clock)
{
    /// <summary>Null when they may; else what they read.</summary>
    public async Task<Reply?> RefusalAsync(Call call, Idea idea, CancellationToken ct)
    {
        var actor = await desk.ActorAsync(call, idea, ct);
        return idea.AuthorId != actor.Id && !actor.IsMentor ? EditViews.NotYours(idea)
            : IsClosed(idea) ? EditViews.Closed(idea)
            : null;
    }

    public async Task<Reply> OpenAsync(Call call, Idea idea, string? needsTyped, CancellationToken ct) =>
        await RefusalAsync(call, idea, ct)
        ?? FormViews.Edit(RewriteIdeaModal.Spec.For(Reference(call, idea)), idea, needsTyped ?? NeedsText.Write((await IdeaCrews.OfAsync(desk.Db, idea, ct)).Needs));

    public async Task<Reply> RewriteAsync(ModalCall call, Idea idea, CancellationToken ct)
    {
        if (await RefusalAsync(call, idea, ct) is { } refusal)
        {
            return refusal;
        }

        var words = ProposedWords.Of(call);
        if (!words.IsComplete || words.Whole is not null)
        {
            return EditViews.Unfinished(Reference(call, idea), words);
        }

        var hasNewWords = (idea.Title, idea.Problem, idea.ForWhom, idea.Solution) != (words.Title, words.Problem, words.ForWhom, words.Solution);
        var needs = words.Needs is NeedsReading.Read read ? await ResizeAsync(idea, read.Needs, call, ct) : new NeedsOutcome(FormViews.NotUnderstood(words.Needs));
        if (!hasNewWords && !needs.HasChanged)
        {
            return EditViews.Changed(idea, Reference(call, idea), words, needs, hasChanged: false);
        }

        var now = clock.GetUtcNow();
        if (hasNewWords)
        {
            Keep(idea, call, now);
            (idea.Title, idea.Problem, idea.ForWhom, idea.Solution) = (words.Title, words.Problem, words.ForWhom, words.Solution);
            idea.EditedAt = now;
        }

        IdeaLife.Touch(idea, now);
        if (call.User != idea.AuthorId)
        {
            await log.AddAsync(desk.Db, idea.GuildId, call.User, $"edited {IdeaNameViews.Name(idea)} of {Md.User(idea.AuthorId)}", IdeaCards.Url(idea), ct);
            var earlier = await desk.Db.In<Delivery>(idea.GuildId).CountAsync(it => it.Kind == EditedSource.DeliveryKind && it.SubjectId == idea.Id, ct);
            desk.Db.Add(Delivery.Plan(idea.GuildId, EditedSource.DeliveryKind, idea.Id, DeliveryTarget.DmOf(idea.AuthorId), now, earlier));
        }

        await life.SaveAsync(desk.Db, idea, ct);
        return EditViews.Changed(idea, Reference(call, idea), words, needs, hasChanged: true);
    }

    private void Keep(Idea idea, Call call, DateTimeOffset now) => desk.Db.Add(new IdeaWording
    {
        GuildId = idea.GuildId,
        IdeaId = idea.Id,
        Until = now,
        By = call.User,
        Title = idea.Title,
        Problem = idea.Problem,
        ForWhom = idea.ForWhom,
        Solution = idea.Solution,
    });

    // Nobody is put out of their place.
    private async Task<NeedsOutcome> ResizeAsync(Idea idea, IReadOnlyList<RoleNeed> wanted, Call call, CancellationToken ct)
    {
        var crew = await CrewBook.OfAsync(desk.Db, idea, ct);
        if (crew.Needs.SequenceEqual(wanted))
        {
            return new NeedsOutcome("");
        }

        if (idea.Status is IdeaStatus.Building or IdeaStatus.Shipped)
        {
            return new NeedsOutcome("Its team is formed, so who is needed stays as it was.");
        }

        if (wanted.Count == 0 && crew.Interests.IsEmpty)
        {
            await IdeaCrews.SetAsync(desk.Db, idea, crew with { Needs = [] }, ct);
            return new NeedsOutcome("", HasChanged: true);
        }

        switch (await crews.ResizeAsync(desk.Db, idea, wanted, call.User, ct))
        {
            case ResizeStep.Done done:
                return new NeedsOutcome(EditViews.Resized(done, call.User), HasChanged: true);
            case ResizeStep.PlacesTaken taken:
                return new NeedsOutcome(EditViews.PlacesTaken(taken.Role, [.. crew.Seated.Where(one => one.Role == taken.Role).Select(one => one.Person)]));
            default:
                return new NeedsOutcome(EditViews.SomebodyWants([.. crew.Interests.Select(one => one.Person)]));
        }
    }

    internal static bool IsClosed(Idea idea) => idea.Status is IdeaStatus.Withdrawn or IdeaStatus.Merged || (idea.Status == IdeaStatus.Declined && idea.WasPublished);

    private static string Reference(Call call, Idea idea) => call.GuildOrNull is null ? IdeaReference.InDm(idea) : IdeaReference.InServer(idea);
}

/// <summary>What became of the line about who is needed.</summary>
/// <param name="Words">What has to be said of it; empty when nothing has.</param>
internal sealed record NeedsOutcome(string Words, bool HasChanged = false);
