using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class VoteTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101), Bo = new(102), Cy = new(103);
    private static readonly IdeaFacts Idea = new(12, Ada);

    [Theory]
    [InlineData(null, nameof(Stance.For), 0, "counted")]
    [InlineData(nameof(Stance.For), nameof(Stance.For), 0, "already")]
    [InlineData(nameof(Stance.NotYet), nameof(Stance.For), 0, "changed")]
    [InlineData(nameof(Stance.For), nameof(Stance.NotYet), 0, "changed")]
    [InlineData(null, nameof(Stance.For), 5, "enough: 5")]
    [InlineData(nameof(Stance.NotYet), nameof(Stance.For), 5, "enough: 5")]
    [InlineData(null, nameof(Stance.NotYet), 5, "counted")]
    [InlineData(nameof(Stance.For), nameof(Stance.For), 5, "already")]
    public void A_vote_counts_once_can_be_changed_and_is_capped_only_when_it_is_for_the_idea(string? mine, string stance, int openVotes, string result)
    {
        var step = VoteRules.Cast(Idea, new IdeaActor(Bo, IsMentor: false), Enum.Parse<Stance>(stance), mine is null ? null : Enum.Parse<Stance>(mine), openVotes, new IdeaPolicy { MostOpenVotes = 5 });

        Assert.Equal(result, step switch
        {
            VoteStep.Counted { Before: null } => "counted",
            VoteStep.Counted => "changed",
            VoteStep.Already => "already",
            VoteStep.Enough { Most: var most } => $"enough: {most}",
            _ => step.ToString(),
        });
    }

    [Fact]
    public void Whether_authors_vote_for_their_own_idea_is_the_servers_choice()
    {
        var author = new IdeaActor(Ada, IsMentor: true);

        Assert.Equal(new VoteStep.OwnIdea(), VoteRules.Cast(Idea, author, Stance.For, null, 0, IdeaPolicy.Usual));
        Assert.Equal(new VoteStep.Counted(null), VoteRules.Cast(Idea, author, Stance.For, null, 0, new IdeaPolicy { AuthorsMayVote = true }));
    }

    [Fact]
    public void Votes_are_given_while_an_idea_is_open_and_taken_back_at_any_time()
    {
        var votable = Enum.GetValues<IdeaStatus>().Where(status => VoteRules.Cast(Idea with { Status = status }, new IdeaActor(Bo, false), Stance.For, null, 0, IdeaPolicy.Usual) is VoteStep.Counted);

        Assert.Equal([IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready], votable);
        Assert.Equal(new VoteStep.TakenBack(Stance.For), VoteRules.TakeBack(Stance.For));
        Assert.Equal(new VoteStep.NothingToTakeBack(), VoteRules.TakeBack(null));
    }

    [Fact]
    public void After_a_merge_everybody_counts_once_with_what_they_said_last()
    {
        var tally = Tally.Of(
        [
            new Vote(12, Bo, Stance.For, Monday), new Vote(15, Bo, Stance.For, Monday.AddHours(1)),
            new Vote(12, Cy, Stance.For, Monday), new Vote(15, Cy, Stance.NotYet, Monday.AddHours(1)),
            new Vote(15, Ada, Stance.For, Monday.AddHours(2)),
        ]);

        Assert.Equal((2, 1), (tally.For, tally.NotYet));
        Assert.Equal([Bo, Cy, Ada], tally.Votes.Select(vote => vote.Person));
        Assert.Equal(Stance.NotYet, tally.Of(Cy));
    }

    [Fact]
    public void A_vote_is_free_again_when_its_idea_is_decided_and_a_merged_one_takes_no_second()
    {
        var links = MergeLinks.None.With(15, 12);
        var votes = new[] { 12L, 15, 20, 21, 22 }.Select(idea => new Vote(idea, Bo, Stance.For, Monday)).Append(new Vote(23, Bo, Stance.NotYet, Monday)).ToList();

        var open = Tally.OpenVotes(Bo, butNot: 20, votes, links, idea => idea == 21 ? IdeaStatus.Building : IdeaStatus.Shaping);

        Assert.Equal([12L, 22], open); // 12 (with 15) and 22; 20 is the one that is voted on, 21 has its team, 23 is no vote for it
    }

    [Fact]
    public void However_ideas_are_merged_no_voter_is_lost_and_nobody_counts_twice()
    {
        var votes = Gen.Select(Gen.Long[1, 8], Gen.ULong[100, 115], Gen.Bool, Gen.Int[0, 200]).Array[0, 60];
        var merges = Gen.Select(Gen.Long[1, 8], Gen.Long[1, 8]).Array[0, 14];
        Gen.Select(votes, merges).Sample(
            (cast, wanted) =>
            {
                var links = MergeLinks.None;
                foreach (var (source, target) in wanted)
                {
                    var step = MergeRules.Take(Facts(source), Facts(target), Facts(links.RootOf(target)), new IdeaActor(new Snowflake(7), IsMentor: true), links);
                    links = step is MergeStep.Done { Into: var into } ? links.With(source, into) : links;
                }

                var rows = cast.Select(vote => new Vote(vote.Item1, new Snowflake(vote.Item2), vote.Item3 ? Stance.For : Stance.NotYet, Monday.AddHours(vote.Item4))).ToList();
                var roots = Enumerable.Range(1, 8).Select(idea => links.RootOf(idea)).Distinct().ToList();

                // Every idea goes on as exactly one, and all that go on as one are found from there.
                Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], roots.SelectMany(links.GroupOf).Order());
                foreach (var root in roots)
                {
                    var group = links.GroupOf(root);
                    var tally = Tally.Of(rows.Where(vote => group.Contains(vote.Idea)));
                    var people = rows.Where(vote => group.Contains(vote.Idea)).Select(vote => vote.Person).Distinct().ToList();
                    Assert.Equal(people.Count, tally.For + tally.NotYet);
                    Assert.Equal(people.Order(), tally.Votes.Select(vote => vote.Person).Order());
                }
            },
            iter: 1000);

        static IdeaFacts Facts(long number) => new(number, new Snowflake(1));
    }

    [Fact]
    public void The_order_in_which_votes_are_read_does_not_matter()
    {
        Gen.Select(Gen.Long[1, 3], Gen.ULong[100, 104], Gen.Bool, Gen.Int[0, 3]).Array[1, 20].Sample(
            cast =>
            {
                var rows = cast.DistinctBy(vote => (vote.Item1, vote.Item2)).Select(vote => new Vote(vote.Item1, new Snowflake(vote.Item2), vote.Item3 ? Stance.For : Stance.NotYet, Monday.AddHours(vote.Item4))).ToList();

                Assert.Equal(Tally.Of(rows).Votes, Tally.Of(rows.AsEnumerable().Reverse()).Votes);
            },
            iter: 1000);
    }
}
