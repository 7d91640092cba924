using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class FirstWeekTests
{
    private static readonly LocalDate Start = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101), Bo = new(102), Cy = new(103), Di = new(104);

    [Fact]
    public void On_day_three_mentors_see_by_track_who_has_neither_an_idea_nor_an_interest()
    {
        Learner[] learners = [Of(Di, IdeaRole.Frontend), Of(Cy, IdeaRole.Backend), Of(Ada, IdeaRole.Backend), Of(Bo, IdeaRole.Backend)];

        var without = FirstWeekRules.Without(learners, [new Part(Ada, IdeaStatus.Proposed), new Part(Bo, IdeaStatus.Declined)], Start, Start.PlusDays(2));

        Assert.Equal([(Bo, 3), (Cy, 3), (Di, 3)], without.Select(idle => (idle.Learner.Person, idle.Day)));
        Assert.Empty(FirstWeekRules.Without(learners, [], Start, Start.PlusDays(1)));
    }

    [Fact]
    public void Who_joined_later_has_as_many_days_as_the_others_had()
    {
        var late = Of(Ada, null) with { JoinedOn = Start.PlusDays(10) };

        Assert.Empty(FirstWeekRules.Without([late], [], Start, Start.PlusDays(11)));
        Assert.Equal(3, Assert.Single(FirstWeekRules.Without([late], [], Start, Start.PlusDays(12))).Day);
    }

    [Theory]
    [InlineData(nameof(IdeaStatus.InReview), true)]
    [InlineData(nameof(IdeaStatus.Shaping), true)]
    [InlineData(nameof(IdeaStatus.Building), true)]
    [InlineData(nameof(IdeaStatus.Shipped), true)]
    [InlineData(nameof(IdeaStatus.Parked), false)]
    [InlineData(nameof(IdeaStatus.Withdrawn), false)]
    public void Only_ideas_that_go_on_count(string status, bool counts)
    {
        Assert.Equal(counts, FirstWeekRules.Without([Of(Ada, null)], [new Part(Ada, Enum.Parse<IdeaStatus>(status))], Start, Start.PlusDays(2)).Count == 0);
    }

    [Fact]
    public void A_nudge_is_sent_once_in_a_while_never_often_and_not_to_who_wants_none()
    {
        var ada = Of(Ada, null);

        Assert.Equal(NudgeResult.Sent, FirstWeekRules.Nudge(ada, hasOne: false, Now));
        Assert.Equal(NudgeResult.JustNudged, FirstWeekRules.Nudge(ada with { NudgedAt = Now.AddHours(-35), Nudges = 1 }, hasOne: false, Now));
        Assert.Equal(NudgeResult.Sent, FirstWeekRules.Nudge(ada with { NudgedAt = Now.AddHours(-36), Nudges = 1 }, hasOne: false, Now));
        Assert.Equal(NudgeResult.Enough, FirstWeekRules.Nudge(ada with { NudgedAt = Now.AddDays(-9), Nudges = 3 }, hasOne: false, Now));
        Assert.Equal(NudgeResult.WantsNone, FirstWeekRules.Nudge(ada with { WantsNoNudge = true }, hasOne: false, Now));
        Assert.Equal(NudgeResult.HasOne, FirstWeekRules.Nudge(ada, hasOne: true, Now));
    }

    private static Learner Of(Snowflake person, IdeaRole? track) => new(person, track, Start.PlusDays(-5));
}
