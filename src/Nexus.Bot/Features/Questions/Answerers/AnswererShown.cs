using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>What is shown of somebody who answers.</summary>
/// <param name="Topics">As the hub calls them.</param>
internal sealed record AnswererShown(AnswererProfile Profile, IReadOnlyList<string> Topics, PersonZone Zone)
{
    public static AnswererShown Of(AnswererProfile profile, HubIndex hub, PersonZone zone) =>
        new(profile, [.. profile.Topics.Select(slug => hub.BySlug(slug)?.Title ?? slug)], zone);

    public bool IsReachable(DateTimeOffset now) => AnswererPool.Of(Profile, Zone.Zone).IsReachable(now);

    /// <summary>When they may be asked next, with nothing to do.</summary>
    public DateTimeOffset? FreeFrom(DateTimeOffset now) => AnswererPool.Of(Profile, Zone.Zone) is { } one && one.IsOnDuty ? one.FreeFrom(now) : null;
}

/// <summary>A topic, and who knows it.</summary>
internal sealed record TopicAnswerers(string Topic, IReadOnlyList<(Snowflake Person, AnswererRank Rank, bool IsReachable)> People);
