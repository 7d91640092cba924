using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing.Places;

/// <summary>Posts an idea again whose post was deleted; for its author, and for mentors.</summary>
internal sealed class PostAgainButton(IdeaDesk desk, IdeaLife life) : IButton
{
    /// <summary>The argument is an <see cref="IdeaReference"/>.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "repost");

    /// <summary>Whether it can be offered.</summary>
    public static bool Fits(Idea idea) => idea is { CardMessageId: null, Number: not null, WasPublished: true } && IdeaBook.BelongsOnTheBoard(idea.Status);

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is null || await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var actor = await desk.ActorAsync(call, idea, ct);
        if (idea.AuthorId != actor.Id && !actor.IsMentor)
        {
            return Reply.Private($"Only who wrote {IdeaNameViews.Name(idea)}, and mentors, put it up again.");
        }

        if (!Fits(idea))
        {
            return Reply.Private(idea.CardMessageId is not null ? $"It is there already: {IdeaNameViews.Linked(idea)}" : $"{IdeaNameViews.Name(idea)} is {Board.IdeaText.Status(idea.Status).ToLowerInvariant()}, so it has no post.");
        }

        IdeaBook.Want(idea);
        await life.SaveAsync(desk.Db, idea, ct);
        return ProposingViews.BeingPosted(idea, changes: false).Afterwards<PostIdeaFollowUp>(IdeaReference.InServer(idea));
    }
}
