using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Search;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>Chooses a post's tags among those the forum offers: the status, whether it looks for people, the tracks, then the topics.</summary>
internal static class IdeaTags
{
    /// <summary>Names of a tag that servers use; "looking for people" is no status, and stands beside it.</summary>
    private static readonly string[] s_looking = ["looking for team", "looking for people", "needs people", "help wanted"];

    /// <param name="forum">With the tags it offers.</param>
    /// <param name="idea">To be posted.</param>
    /// <param name="card">The idea as it is shown.</param>
    /// <returns>The first of the forum when it insists on one and none fits.</returns>
    public static IReadOnlyList<Snowflake> Of(Channel forum, Idea idea, IdeaCard card)
    {
        var free = PostTags.Free(forum);
        var topics = idea.Tags.Select(slug => SearchText.Normalise(slug.Replace('-', ' '))).ToList();
        var tracks = card.Roles.Where(role => role.Role != IdeaRole.Mentor && role.Slots > 0).Select(role => IdeaText.Role(role.Role)).ToList();
        return PostTags.Fitting(forum, [.. State(free, card), .. Named(free, tracks), .. Named(free, topics)]);
    }

    /// <summary>Those a post has, with status and "looking for team" brought up to date: what people added by hand stays.</summary>
    public static IReadOnlyList<Snowflake> Restated(Channel forum, IReadOnlyList<Snowflake> applied, IdeaCard card)
    {
        // People may not set those of moderators, the bot may: a post is only begun without them.
        var all = (forum.AvailableTags ?? []).Where(tag => tag.Id is not null).ToList();
        var now = State(all, card);
        return applied.Count == 0 && now.Count == 0
            ? applied
            : PostTags.Fitting(forum, [.. now, .. all.Where(tag => applied.Contains(tag.Id!.Value) && !IsState(tag))]);
    }

    private static List<ForumTag> State(List<ForumTag> tags, IdeaCard card) =>
    [
        .. Named(tags, Names(card.Status)).Take(1),
        .. card.NeedsPeople ? Named(tags, s_looking).Take(1) : [],
    ];

    /// <summary>In the order of the names.</summary>
    private static IEnumerable<ForumTag> Named(List<ForumTag> tags, IEnumerable<string> names) =>
        names.SelectMany(name => tags.Where(tag => SearchText.Normalise(tag.Name) == name));

    private static bool IsState(ForumTag tag)
    {
        var name = SearchText.Normalise(tag.Name);
        return s_looking.Contains(name, StringComparer.Ordinal) || Enum.GetValues<IdeaStatus>().Any(status => Names(status).Contains(name, StringComparer.Ordinal));
    }

    /// <summary>The one that says it best first.</summary>
    private static string[] Names(IdeaStatus status) => status switch
    {
        IdeaStatus.InReview => [],
        IdeaStatus.Proposed => ["proposed", "new", "open"],
        IdeaStatus.Shaping => ["shaping", "open"],
        IdeaStatus.Ready => ["ready", "open"],
        IdeaStatus.Building => ["building", "in progress"],
        IdeaStatus.Shipped => ["shipped", "done"],
        IdeaStatus.Parked => ["parked", "on hold", "closed"],
        IdeaStatus.Declined => ["declined", "closed"],
        IdeaStatus.Withdrawn => ["withdrawn", "closed"],
        IdeaStatus.Merged => ["merged", "duplicate", "closed"],
    };
}
