using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary><c>/idea search</c> finds ideas by their words.</summary>
internal sealed class SearchIdeasCommand(IdeaBoard board, IdeaIndex index) : ICommand
{
    private const int Most = 5;
    private const int MostNear = 3;
    private const string Words = "words";

    public static CommandSpec Spec { get; } = new("idea", "search", "Find ideas by their words")
    {
        Options = [Option.Text(Words, "A few words of what you look for", min: 1, max: 200)],
        Visibility = Visibility.Private,
        Example = "/idea search words:study group",
        Details = "Looks through titles, problems, solutions and tags, typing mistakes forgiven. Ideas that were shipped or parked are found, too. Only you see it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (guild, words) = (call.Guild, call.Text(Words));
        var found = await index.SearchAsync(guild, words, Most, ct);
        if (await board.ListedAsync(guild, found.Keys, ct) is { Count: > 0 } ideas)
        {
            return SearchViews.Found(words, ideas, found.Corrected);
        }

        // What begins like it, then what means something like it in other words.
        var alike = await index.AlikeAsync(guild, words, "", ct);
        var near = (await index.CompleteAsync(guild, words, MostNear, ct)).Concat(alike.Select(idea => idea.Number)).Distinct().Take(MostNear);
        return SearchViews.NothingFound(words, await board.ListedAsync(guild, [.. near], ct));
    }
}
