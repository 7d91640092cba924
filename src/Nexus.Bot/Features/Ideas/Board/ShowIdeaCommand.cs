using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary><c>/idea show</c> shows one idea with how it came to where it is.</summary>
internal sealed class ShowIdeaCommand(NexusDb db, IdeaNames names, IdeaCards cards) : ICommand
{
    private const string Named = "idea";

    public static CommandSpec Spec { get; } = new("idea", "show", "See one idea with its votes, places and how it came there")
    {
        Options = [IdeaNames.Option(Named, "Its number, its title or a few words of it")],
        Visibility = Visibility.Private,
        Example = "/idea show idea:12",
        Details = "Its card, to vote and take a place right there, the steps it took with their reasons, and what was merged into it. Only you see it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var found = await names.FindAsync(call.Guild, call.Text(Named), ct);
        return found.Meant is { } idea
            ? ShowViews.Shown(idea, await cards.OfAsync(idea, ct), await IdeaSteps.OfAsync(db, idea, ct))
            : ShowViews.WhichOne(call.Text(Named), found.Near);
    }
}

/// <summary>"Open…" under a list of ideas.</summary>
internal sealed class OpenIdeaSelect(IdeaDesk desk, IdeaCards cards) : ISelect
{
    public static ControlSpec Spec { get; } = new("idea", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return BoardViews.OnlyInAServer();
        }

        return call.Values is [var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await IdeaLife.FindAsync(desk.Db, guild, id, ct) is { } idea && await MaySeeAsync(call, idea, ct)
            ? ShowViews.Shown(idea, await cards.OfAsync(idea, ct), await IdeaSteps.OfAsync(desk.Db, idea, ct))
            : IdeaNameViews.Gone();
    }

    // Anyone can send any id.
    private async Task<bool> MaySeeAsync(SelectCall call, Idea idea, CancellationToken ct) =>
        (idea.WasPublished && idea.Status is not (IdeaStatus.InReview or IdeaStatus.Withdrawn))
        || idea.AuthorId == call.User
        || (idea.Status == IdeaStatus.InReview && (await desk.ActorAsync(call, idea, ct)).IsMentor);
}
