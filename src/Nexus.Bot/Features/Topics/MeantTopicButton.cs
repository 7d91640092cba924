using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons under "did you mean": what was meant is remembered with the question, so that mentors can add the name.</summary>
internal sealed class MeantTopicButton(GuildHubs hubs, TopicDesk desk, LookupLog log) : IButton
{
    private const char Between = '|';

    public static ControlSpec Spec { get; } = new("topics", "meant");

    public static Button For(HubPage page, string question) => Control.Button(page.Title, Spec.Fitting($"{page.Slug}{Between}{question}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        if (call.Argument.Split(Between, 2) is not [var slug, var question] || hub.BySlug(slug) is not { } page)
        {
            return TopicViews.Gone();
        }

        log.Picked(call.GuildOrNull, question, slug);
        return Reply.PrivateCard(await desk.CardAsync(call, page, hub, ct));
    }
}
