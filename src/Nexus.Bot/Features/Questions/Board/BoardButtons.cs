using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>"Refresh" on the board: draws it where it is pressed.</summary>
internal sealed class RefreshBoardButton(BoardBook book, NexusDb db, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "board-refresh") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionListViews.OnlyInAServer();
        }

        var place = await book.PlaceAsync(guild, ct);
        if (place?.Message is not { } message || message != call.Message?.Id)
        {
            return BoardViews.StandsElsewhere(guild, place?.Channel, place?.Message);
        }

        var facts = await BoardFacts.OfAsync(db, guild, clock.GetUtcNow(), ct);
        return Reply.ChangeCard(BoardViews.Card(facts, BoardViews.Words(facts)));
    }
}

/// <summary>"Take it down", after <c>/questions board</c>.</summary>
internal sealed class RemoveBoardButton(BoardBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "board-remove") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionListViews.OnlyInAServer();
        }

        return await book.RemoveAsync(guild, call.User, ct) is { } before
            ? BoardViews.Removed().Afterwards<DeleteBoardFollowUp>(before.ToString())
            : BoardViews.Removed();
    }
}
