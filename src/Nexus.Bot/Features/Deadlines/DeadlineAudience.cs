using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Whom a deadline is for, now. For jobs and follow-ups: it asks Discord.</summary>
internal sealed class DeadlineAudience(GuildMembers members)
{
    /// <summary>Null when Discord does not tell.</summary>
    public async Task<IReadOnlyList<Snowflake>?> OfAsync(Deadline deadline, CancellationToken ct) =>
        await members.OfAsync(deadline.GuildId, RequestOptions.Batch, ct) is { } everyone
            ? [.. everyone.Where(member => deadline.IsFor(member.Roles)).Select(member => member.User!.Id)]
            : null;

    public async Task<DeadlineReach> ReachAsync(Deadline deadline, GuildConfiguration configuration, CancellationToken ct) =>
        new((await OfAsync(deadline, ct))?.Count, configuration.AnnouncementChannelId ?? deadline.ChannelId);
}
