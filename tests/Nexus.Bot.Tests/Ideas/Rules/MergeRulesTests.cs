using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class MergeRulesTests
{
    private static readonly Snowflake Ada = new(101), Bo = new(102);
    private static readonly IdeaActor Mentor = new(new Snowflake(201), IsMentor: true);

    [Fact]
    public void An_idea_goes_on_as_another_and_what_is_merged_later_goes_on_where_that_one_does()
    {
        var links = MergeLinks.None.With(15, 12);

        Assert.Equal(new MergeStep.Done(12, TakesPeople: true), Merge(20, 15, links));
        Assert.Equal(new MergeStep.Done(9, TakesPeople: true), Merge(12, 9, links));
        Assert.Equal([9, 12, 15, 20], links.With(20, 12).With(12, 9).GroupOf(9));
    }

    [Fact]
    public void Merging_into_itself_twice_or_in_a_circle_is_refused()
    {
        var links = MergeLinks.None.With(15, 12).With(12, 9);

        Assert.Equal(new MergeStep.Same(), Merge(12, 12, MergeLinks.None));
        Assert.Equal(new MergeStep.Already(9), Merge(15, 9, links));
        Assert.Equal(new MergeStep.Already(9), Merge(15, 12, links));
        Assert.Equal(new MergeStep.OtherWayRound(), Merge(9, 15, links));
        Assert.Equal(new MergeStep.OtherWayRound(), Merge(9, 12, links));
        Assert.Equal(new MergeStep.GoesOnElsewhere(9), Merge(15, 30, links));
    }

    [Fact]
    public void Two_that_were_merged_into_each_other_at_once_go_on_as_the_older_one()
    {
        var links = MergeLinks.None.With(15, 12).With(12, 15).With(20, 15);

        Assert.Equal([12, 12, 12], new long[] { 12, 15, 20 }.Select(links.RootOf));
        Assert.Equal([12, 15, 20], links.GroupOf(12));
    }

    [Fact]
    public void Which_statuses_can_be_merged_into_which()
    {
        var statuses = Enum.GetValues<IdeaStatus>();

        var sources = statuses.Where(status => Merge(15, 12, MergeLinks.None, status) is MergeStep.Done);
        var targets = statuses.Where(status => Merge(15, 12, MergeLinks.None, target: status) is MergeStep.Done);
        var withPeople = statuses.Where(status => Merge(15, 12, MergeLinks.None, target: status) is MergeStep.Done { TakesPeople: true });

        Assert.Equal("Proposed, Shaping, Ready, Parked", string.Join(", ", sources));
        Assert.Equal("Proposed, Shaping, Ready, Building, Shipped", string.Join(", ", targets));
        Assert.Equal("Proposed, Shaping, Ready", string.Join(", ", withPeople));
    }

    [Fact]
    public void Mentors_merge_any_and_an_author_only_gives_up_their_own()
    {
        Assert.IsType<MergeStep.Done>(Merge(15, 12, MergeLinks.None, by: new IdeaActor(Ada, IsMentor: false)));
        Assert.Equal(new MergeStep.NotYours(), Merge(15, 12, MergeLinks.None, by: new IdeaActor(Bo, IsMentor: false)));
        Assert.Equal(new MergeStep.NotYours(), Merge(15, 12, MergeLinks.None, by: IdeaActor.Clock));
    }

    [Fact]
    public void A_merge_is_taken_back_by_mentors_until_there_is_a_team_of_both()
    {
        var merged = new IdeaFacts(15, Ada) { Status = IdeaStatus.Merged };
        var root = new IdeaFacts(12, Bo) { Status = IdeaStatus.Shaping };

        var done = Assert.IsType<UnmergeStep.Done>(MergeRules.TakeBack(merged, root, Mentor));

        Assert.Equal((IdeaStatus.Proposed, MoveEffects.TellFollowers | MoveEffects.OpenThread), (done.Now.Status, done.Effects));
        Assert.Equal(new UnmergeStep.NotYours(), MergeRules.TakeBack(merged, root, new IdeaActor(Ada, IsMentor: false)));
        Assert.Equal(new UnmergeStep.NotMerged(IdeaStatus.Proposed), MergeRules.TakeBack(done.Now, root, Mentor));
        Assert.Equal(new UnmergeStep.HasTeam(12), MergeRules.TakeBack(merged, root with { Status = IdeaStatus.Building }, Mentor));
    }

    [Fact]
    public void What_was_merged_into_an_idea_goes_with_it_when_its_own_merge_is_taken_back()
    {
        var links = MergeLinks.None.With(20, 15).With(15, 12).With(30, 12).Without(15);

        Assert.Equal([12, 30], links.GroupOf(12));
        Assert.Equal([15, 20], links.GroupOf(15));
    }

    // Ada's idea into Bo's.
    private static MergeStep Merge(long source, long named, MergeLinks links, IdeaStatus status = IdeaStatus.Proposed, IdeaStatus target = IdeaStatus.Proposed, IdeaActor? by = null) => MergeRules.Take(
        new IdeaFacts(source, Ada) { Status = status }, new IdeaFacts(named, Bo) { Status = target }, new IdeaFacts(links.RootOf(named), Bo) { Status = target }, by ?? Mentor, links);
}
