using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Search;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions;

/// <summary>Chooses a post's tags among those the forum offers: the state, the track, the topics, then what the words name.</summary>
internal static class QuestionTags
{
    /// <summary>Names of a state's tag that servers use.</summary>
    private static readonly Dictionary<QuestionState, string[]> Names = new()
    {
        [QuestionState.Open] = ["open", "unanswered", "needs help"],
        [QuestionState.Claimed] = ["claimed", "taken", "in progress"],
        [QuestionState.Answered] = ["answered"],
        [QuestionState.Accepted] = ["accepted", "solved", "resolved"],
        [QuestionState.Stale] = ["stale", "quiet"],
        [QuestionState.Withdrawn] = ["withdrawn", "closed"],
        [QuestionState.Duplicate] = ["duplicate"],
    };

    /// <param name="tracks">Names of the asker's tracks, for one that has none of its own.</param>
    /// <returns>The first of the forum when it insists on one and none fits.</returns>
    public static IReadOnlyList<Snowflake> Of(Channel forum, Question question, IReadOnlyList<string>? tracks = null)
    {
        var free = PostTags.Free(forum);
        var words = $" {SearchText.Normalise($"{question.Title} {question.Text}")} ";
        var topics = question.Topics.Select(slug => SearchText.Normalise(slug.Replace('-', ' '))).ToHashSet(StringComparer.Ordinal);
        var about = free.Where(tag => StateOf(tag) is null).ToList();
        var named = about.Where(tag => topics.Contains(SearchText.Normalise(tag.Name)))
            .Concat(about.Where(tag => words.Contains($" {SearchText.Normalise(tag.Name)} ", StringComparison.Ordinal)))
            .ToList();
        var track = about.Where(tag => question.Track is { } own
            ? tag.Name.Equals(own, StringComparison.OrdinalIgnoreCase)
            : named.Count == 0 && tracks?.Contains(tag.Name, StringComparer.OrdinalIgnoreCase) == true);
        return PostTags.Fitting(forum, [.. free.Where(tag => StateOf(tag) == question.State), .. track, .. named]);
    }

    /// <summary>Those a post has, with the state's brought up to date: what people added by hand stays.</summary>
    public static IReadOnlyList<Snowflake> Restated(Channel forum, IReadOnlyList<Snowflake> applied, Question question)
    {
        // People may not set those of moderators, the bot may: a post is only begun without them.
        var all = (forum.AvailableTags ?? []).Where(tag => tag.Id is not null).ToList();
        var now = all.Where(tag => StateOf(tag) == question.State).ToList();
        var states = all.Where(tag => StateOf(tag) is not null).Select(tag => tag.Id!.Value).ToHashSet();
        return applied.Count == 0 && now.Count == 0 ? applied
            : PostTags.Fitting(forum, [.. now, .. (forum.AvailableTags ?? []).Where(tag => tag.Id is { } id && applied.Contains(id) && !states.Contains(id))]);
    }

    private static QuestionState? StateOf(ForumTag tag)
    {
        var name = SearchText.Normalise(tag.Name);
        foreach (var (state, names) in Names)
        {
            if (names.Contains(name, StringComparer.Ordinal))
            {
                return state;
            }
        }

        return null;
    }
}
