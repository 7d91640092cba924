using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class FollowersTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101), Bo = new(102);

    [Fact]
    public void A_vote_a_comment_and_an_interest_make_one_follower()
    {
        var voted = Followers.After(null, 12, Bo, FollowReason.Vote, Monday);

        Assert.Equal(new Follow(12, Bo, FollowReason.Comment, IsOn: true, Monday.AddHours(1)), Followers.After(voted, 12, Bo, FollowReason.Comment, Monday.AddHours(1)));
        Assert.Null(Followers.After(On(12, Bo) with { Reason = FollowReason.Comment }, 12, Bo, FollowReason.Vote, Monday.AddHours(1)));
        Assert.Equal([Bo], Followers.Of([voted!]));
    }

    [Fact]
    public void Who_wants_to_hear_nothing_is_not_made_a_follower_again_by_a_vote()
    {
        var off = Followers.Choose(Followers.After(null, 12, Bo, FollowReason.Vote, Monday), 12, Bo, isOn: false, Monday.AddHours(1));

        Assert.Null(Followers.After(off, 12, Bo, FollowReason.Interest, Monday.AddHours(2)));
        Assert.Null(Followers.Choose(off, 12, Bo, isOn: false, Monday.AddHours(2)));
        Assert.Empty(Followers.Of([off!]));
        Assert.Equal([Bo], Followers.Of([Followers.Choose(off, 12, Bo, isOn: true, Monday.AddHours(3))!]));
    }

    [Fact]
    public void After_a_merge_everybody_hears_once_and_what_somebody_chose_last_holds()
    {
        Assert.Equal([Ada, Bo], Followers.Of([On(12, Ada), On(15, Ada), On(15, Bo)]));
        Assert.Equal([Ada], Followers.Of([On(12, Ada), On(12, Bo, hour: 5), Chosen(15, Bo, isOn: false)]));
        Assert.Equal([Bo], Followers.Of([Chosen(12, Bo, isOn: false, hour: 1), Chosen(15, Bo, isOn: true, hour: 2)]));
        Assert.Equal([Bo], Followers.Of([On(12, Ada), On(12, Bo)], but: Ada));
    }

    private static Follow On(long idea, Snowflake person, int hour = 0) => new(idea, person, FollowReason.Vote, IsOn: true, Monday.AddHours(hour));

    private static Follow Chosen(long idea, Snowflake person, bool isOn, int hour = 0) => new(idea, person, FollowReason.Chosen, isOn, Monday.AddHours(hour));
}
