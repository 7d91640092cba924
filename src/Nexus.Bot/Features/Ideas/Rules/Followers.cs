using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>Why somebody hears of an idea.</summary>
internal enum FollowReason
{
    /// <summary>They pressed "Follow" or "Don't tell me": this holds whatever they do later.</summary>
    Chosen,
    Author,
    Vote,
    Interest,
    Comment,
}

/// <summary>One row of one idea and one person. It stays with its idea when that is merged.</summary>
internal sealed record Follow(long Idea, Snowflake Person, FollowReason Reason, bool IsOn, DateTimeOffset At);

internal static class Followers
{
    /// <summary>What a vote, a comment or an interest makes of a row; null when it stays as it is. A vote is the loosest tie.</summary>
    public static Follow? After(Follow? known, long idea, Snowflake person, FollowReason reason, DateTimeOffset at) =>
        known is null || (known is { Reason: FollowReason.Vote, IsOn: true } && reason is FollowReason.Interest or FollowReason.Comment)
            ? new Follow(idea, person, reason, IsOn: true, at)
            : null;

    /// <summary>What a press makes of a row; null when they said so already.</summary>
    public static Follow? Choose(Follow? known, long idea, Snowflake person, bool isOn, DateTimeOffset at) =>
        known?.IsOn == isOn && known.Reason == FollowReason.Chosen ? null : new Follow(idea, person, FollowReason.Chosen, isOn, at);

    /// <summary>Who hears of an idea and of all that were merged into it. Of what somebody chose about several of them the last holds.</summary>
    /// <param name="follows">Of all of them, in any order.</param>
    /// <param name="but">Who did it, and knows.</param>
    public static IReadOnlyList<Snowflake> Of(IEnumerable<Follow> follows, Snowflake but = default) =>
    [
        .. follows.GroupBy(follow => follow.Person)
            .Where(person => person.Key != but && person.OrderByDescending(follow => follow.Reason == FollowReason.Chosen).ThenByDescending(follow => (follow.At, follow.Idea)).First().IsOn)
            .Select(person => person.Key)
            .Order(),
    ];
}
