using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary><c>/idea status</c> moves an idea on, for a reason.</summary>
internal sealed class SetIdeaStatusCommand(IdeaNames names, IdeaMover mover) : ICommand
{
    // Only what somebody's word can bring about.
    private static readonly IdeaStatus[] ByWord =
        [IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked, IdeaStatus.Declined, IdeaStatus.Withdrawn];

    public static CommandSpec Spec { get; } = new("idea", "status", "Say where an idea stands now, and why")
    {
        Options =
        [
            IdeaNames.Option("idea", "Which idea: its number, or words of its title"),
            Option.Choice("to", "Where it stands now", [.. ByWord.Select(status => (Label: MoveViews.Choice(status), Value: status.ToString()))]),
            Option.Text("reason", "Why: whoever follows it reads this", min: 1, max: MoveRules.MostReason),
        ],
        Visibility = Visibility.Private,
        Example = "/idea status idea:#12 to:Shaping reason:We wrote down what the first version has",
        Details = "For who proposed it and for mentors, each where it is theirs to say; the team says when it is shipped. "
            + "Whoever follows it is told in its thread, quietly, with the reason. **More…** on the card of an idea shows what you can do with it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("idea");
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is not { } idea ? IdeaNameViews.WhichOne(typed, named.Near)
            : Enum.TryParse<IdeaStatus>(call.Text("to"), out var to) ? await mover.MoveAsync(call, idea, to, call.Text("reason"), ct)
            : MoveViews.NotOpen(idea, idea.Status);
    }
}
