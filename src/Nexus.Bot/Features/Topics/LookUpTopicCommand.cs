using System.Diagnostics;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary><c>/topic lookup</c> shows the page of the hub that answers a name, an abbreviation or a question.</summary>
internal sealed class LookUpTopicCommand(GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "lookup", "Look a topic up in the program's documentation hub")
    {
        Options = [Option.Text("query", "A name, an abbreviation or a question", min: 1).SuggestedBy<TopicSuggestions>(), Option.Private],
        Places = Places.Anywhere,
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/topic lookup query:drf",
        Details = "Names, abbreviations (`drf`, `ci/cd`), misspellings and plain questions all work. In a channel everyone sees the answer unless you set `private`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var index = await hubs.OfAsync(call.GuildOrNull, ct);
        var query = call.Text("query");
        return index.Find(query) switch
        {
            HubAnswer.Found found => TopicViews.Answer(found, index).OnlyForMe(call.WantsPrivate),
            HubAnswer.NotInTheHub none => TopicViews.NotInTheHub(query, none, index),
            _ => throw new UnreachableException(),
        };
    }
}
