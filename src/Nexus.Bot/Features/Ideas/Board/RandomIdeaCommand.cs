using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary><c>/idea random</c> shows an open idea of somebody else, one with a free place first.</summary>
internal sealed class RandomIdeaCommand(RandomIdeas ideas) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "random", "See an idea by chance, one with a free place for you first")
    {
        Visibility = Visibility.Private,
        Example = "/idea random",
        Details = "Open ideas of others: first those with a free place for your track, then those with any free place, then the rest. “Another one” repeats none before all were shown. Only you see it.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => ideas.NextAsync(call, RandomWalk.From(call.Id.Value), ct);
}

/// <summary>"Another one" under an idea that came by chance.</summary>
internal sealed class AnotherIdeaButton(RandomIdeas ideas) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "another") { ChangesMessage = true };

    public static string For(RandomWalk walk) => Spec.For(walk.ToString());

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.GuildOrNull is null
        ? BoardViews.OnlyInAServer()
        : await ideas.NextAsync(call, RandomWalk.Parse(call.Argument) ?? RandomWalk.From(call.Id.Value), ct);
}
