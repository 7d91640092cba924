using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary><c>/questions board</c> puts the mentors' board into a channel, moves it, or tells where it is.</summary>
internal sealed class SetBoardCommand(BoardBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("questions", "board", "Keep a board of unanswered questions in a channel")
    {
        Options = [Option.Channel("channel", "Where it is to stand; left out, I say where it stands", ChannelType.GuildText, ChannelType.GuildAnnouncement).Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/questions board channel:#mentors",
        Details = "One message that shows what waits, the oldest first, and who looks after what. It is brought up to date when something changes, at most once a minute. "
            + "Whoever reads the channel sees it; who asked is not on it. Run it again to move the board; without `channel` you can take it down.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.IdOf("channel") is not { } channel)
        {
            return await book.PlaceAsync(call.Guild, ct) is { } place ? BoardViews.Where(call.Guild, place.Channel, place.Message) : BoardViews.Nowhere();
        }

        if (call.ChannelOption("channel") is { Permissions: { } may } && !may.HasFlag(Permissions.SendMessages))
        {
            return BoardViews.YouMayNotWriteThere(channel);
        }

        var before = await book.PutAsync(call.Guild, channel, call.User, ct);
        return BoardViews.Placing(channel).Afterwards<PlaceBoardFollowUp>(before?.ToString() ?? "");
    }
}
