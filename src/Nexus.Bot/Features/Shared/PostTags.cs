using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Which tags of a forum a post of the bot's takes.</summary>
internal static class PostTags
{
    private const int Most = 5;

    /// <summary>Those that are not kept for moderators: people may not set these, and the bot only where it is one.</summary>
    public static List<ForumTag> Free(Channel forum) => [.. (forum.AvailableTags ?? []).Where(tag => !tag.Moderated && tag.Id is not null)];

    /// <returns>As many as fit on a post; the first of the forum when it insists on one and there is none.</returns>
    public static IReadOnlyList<Snowflake> Fitting(Channel forum, IReadOnlyList<ForumTag> fitting)
    {
        var chosen = fitting.Count == 0 && forum.Flags.HasFlag(ChannelFlags.RequireTag) ? [.. Free(forum).Take(1)] : fitting;
        return [.. chosen.Select(tag => tag.Id!.Value).Distinct().Take(Most)];
    }
}
