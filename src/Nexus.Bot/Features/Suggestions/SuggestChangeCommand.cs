using Nexus.Bot.Hub;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary><c>/topic suggest</c> opens the form for a new page, or asks what to change on one.</summary>
internal sealed class SuggestChangeCommand(GuildHubs hubs, SuggestionDesk desk) : ICommand
{
    private const int MostGuesses = 3;

    public static CommandSpec Spec { get; } = new("topic", "suggest", "Suggest a change to a page of the hub, or a new page")
    {
        Options = [Option.Text("topic", "The page to change; leave it out for a new page", max: 100).SuggestedBy<PageNames>().Optional()],
        Visibility = Visibility.Private,
        Example = "/topic suggest topic:celery",
        Details = "You choose a part and change its words in a form. A mentor looks at it, and when it is approved everybody finds it, with your name. Your suggestions and what became of them: `/topic suggestions`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = Md.Line(call.TextOrNull("topic"));
        if (typed.Length == 0)
        {
            return SuggestionFormViews.NewPage("");
        }

        var hub = await hubs.OfAsync(call.Guild, ct);
        if (hub.Named(typed) is { } page)
        {
            return await desk.OpenAsync(call.Guild, page.Slug, ct) is { } work ? SuggestionFormViews.ChooseWhat(work) : SuggestionFormViews.NoSuchPage();
        }

        // A slip or a question leads to a page that may be meant; a name that is like none is a new page's.
        return hub.Find(typed) is HubAnswer.Found found
            ? SuggestionFormViews.DidYouMean(typed, [.. found.Others.Prepend(found.Page).Take(MostGuesses)])
            : SuggestionFormViews.NewPage(typed);
    }
}
