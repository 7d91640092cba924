using System.Diagnostics;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary><c>/topic lookup</c> shows the page of the hub that answers a name, an abbreviation or a question, or hands it to somebody.</summary>
internal sealed class LookUpTopicCommand(GuildHubs hubs, TopicDesk desk, LookupLog log, IEnumerable<ISolvedQuestions> solved) : ICommand
{
    private const string For = "for";
    private const int MostSolved = 3;

    public static CommandSpec Spec { get; } = new("topic", "lookup", "Look a topic up in the program's documentation hub")
    {
        Options =
        [
            Option.Text("query", "A name, an abbreviation or a question", min: 1).SuggestedBy<TopicSuggestions>(),
            Option.Private,
            Option.User(For, "Hand the page to this person").Optional(),
        ],
        Places = Places.Anywhere,
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/topic lookup query:drf",
        Details = "Names, abbreviations (`drf`, `ci/cd`), misspellings, plain questions and error lines all work. In a channel everyone sees the answer unless you set `private`.\nWith `for` the page is handed to a person: here, with a ping, or with `private` as a direct message from me.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (RefusalToHandOver(call) is { } refusal)
        {
            return refusal;
        }

        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        var query = call.Text("query");
        switch (hub.Find(query))
        {
            case HubAnswer.Found found when call.IdOf(For) is { } person && person != call.User:
                return call.WantsPrivate
                    ? HandOverViews.OnItsWay(found.Page, person).Afterwards<HandOverFollowUp>(HandOverFollowUp.ArgumentOf(found.Page, person))
                    : HandOverViews.Here(await desk.CardAsync(call, found, hub, ct), person, call.User);
            case HubAnswer.Found found:
                return Reply.PublicCard(await desk.CardAsync(call, found, hub, ct)).OnlyForMe(call.WantsPrivate);
            case HubAnswer.NotInTheHub none:
                log.Missed(call.GuildOrNull, query);
                return TopicViews.NotInTheHub(query, none, hub, canAsk: !call.IsDirectMessage, await SolvedAsync(call.GuildOrNull, query, ct));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IReadOnlyList<SolvedQuestion>> SolvedAsync(Snowflake? guild, string query, CancellationToken ct)
    {
        var found = new List<SolvedQuestion>();
        if (guild is { } server)
        {
            foreach (var questions in solved)
            {
                found.AddRange(await questions.FindAsync(server, query, MostSolved, ct));
            }
        }

        return found;
    }

    private static Reply? RefusalToHandOver(CommandCall call)
    {
        if (call.IdOf(For) is not { } person || person == call.User)
        {
            return null;
        }

        return call.IsDirectMessage ? HandOverViews.NobodyHere()
            : call.UserOption(For) is { Bot: true } ? HandOverViews.ToABot(person)
            : call.MemberOption(For) is not { } member ? HandOverViews.NotOnTheServer(person)
            : !call.WantsPrivate && member.Permissions is { } may && !may.HasFlag(Permissions.ViewChannel) ? HandOverViews.DoesNotSeeThis(person)
            : null;
    }
}
