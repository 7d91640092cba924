using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>The form of a new idea. Its id is the press that opened it, so sending it twice makes one idea.</summary>
internal sealed class WriteIdeaModal(IdeaBook book, ProposingDesk desk, TimeProvider clock) : IModal
{
    /// <summary>The argument is a <see cref="ProposalStart"/>.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return ProposingViews.OnlyInAServer();
        }

        // An id that somebody made up still has words behind it.
        var start = ProposalStart.Of(call.Argument) ?? new ProposalStart(call.Id, null);
        if (await book.OfPressAsync(guild, start.Press, ct) is { } earlier)
        {
            return earlier.AuthorId == call.User ? await desk.AgainAsync(earlier, call, changes: false, ct) : ProposingViews.NotYours();
        }

        var now = clock.GetUtcNow();
        var draft = new Idea
        {
            GuildId = guild,
            AuthorId = call.User,
            PressId = start.Press,
            Title = "",
            Problem = "",
            ForWhom = "",
            Solution = "",
            Tags = start.Tag is { } slug ? [slug] : [],
            CreatedAt = now,
            TouchedAt = now,
        };
        book.Db.Add(draft);
        return await desk.WriteAsync(draft, call, changes: false, ct);
    }
}

/// <summary>The form behind "Edit" while an idea is not posted.</summary>
internal sealed class RewriteDraftModal(IdeaBook book, ProposingDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("proposing", "rewrite") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        return idea is null ? refusal! : await desk.AgainAsync(idea, call, changes: true, ct);
    }
}
