using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>"Was this helpful?": one vote a person and page, which can be changed.</summary>
internal sealed class RateTopicButton(GuildHubs hubs, NexusDb db, TimeProvider clock) : IButton
{
    public const string Yes = "yes";
    public const string No = "no";

    public static ControlSpec Spec { get; } = new("topics", "rate");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return TopicViews.OnlyInTheServer();
        }

        var hub = await hubs.OfAsync(guild, ct);
        if (call.Argument.Split('/') is not [(Yes or No) and var vote, var slug] || hub.BySlug(slug) is not { } page)
        {
            return TopicViews.Gone();
        }

        var isHelpful = vote == Yes;
        var feedback = await db.In<PageFeedback>(guild).SingleOrDefaultAsync(it => it.Slug == slug && it.UserId == call.User, ct);
        var changed = feedback is not null && feedback.IsHelpful != isHelpful;
        if (feedback is null)
        {
            feedback = new PageFeedback { GuildId = guild, Slug = slug, UserId = call.User };
            db.Add(feedback);
        }

        (feedback.IsHelpful, feedback.At) = (isHelpful, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return isHelpful ? TopicViews.WasHelpful(changed) : TopicViews.WasNotHelpful(page, changed);
    }
}
