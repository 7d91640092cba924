using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary><c>/pair round</c>: everything about rounds, for mentors.</summary>
internal sealed class RoundCommand(RoundCards cards) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "round", "Rounds of pairs: who takes part, when they come, start one now")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/pair round",
        Details = "Who takes part has said so with `/pair join`, or with the button of a call that you post from here. **Start a round now…** first shows what it would be. "
            + "People meet who fit and have not met, both tracks together where it can be; of an odd number three are together. "
            + "Halfway I remind quietly those who have not met, and at the end ask everybody; you see how many met, not who said what.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => RoundMentorViews.Card(await cards.OfAsync(call.Guild, ct));
}
