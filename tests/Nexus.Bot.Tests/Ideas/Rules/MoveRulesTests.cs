using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class MoveRulesTests
{
    private static readonly Snowflake Ada = new(101), Bo = new(102), Mia = new(201);
    private static readonly IdeaActor Author = new(Ada, IsMentor: false);
    private static readonly IdeaActor Stranger = new(Bo, IsMentor: false);
    private static readonly IdeaActor Member = new(Bo, IsMentor: false, IsOnTeam: true);
    private static readonly IdeaActor Mentor = new(Mia, IsMentor: true);
    private static readonly IdeaFacts New = new(12, Ada);

    [Fact]
    public void Every_move_from_every_status_to_every_other_is_decided()
    {
        var statuses = Enum.GetValues<IdeaStatus>();
        var table = $"{"",-11}{string.Concat(statuses.Select(to => $"{to,-10}"))}".TrimEnd() + "\n" + string.Join('\n', statuses.Select(from =>
            $"{from,-11}{string.Concat(statuses.Select(to => $"{Text(MoveRules.Who(from, to)),-10}"))}".TrimEnd()));

        // a author, m mentors, t who is on its team, c the clock; F by forming the team, G by merging; "=" is there already, "-" never.
        Assert.Equal(
            """
                       InReview  Proposed  Shaping   Ready     Building  Shipped   Parked    Declined  Withdrawn Merged
            InReview   =         m         -         -         -         -         -         m         a         -
            Proposed   -         =         am        m         F         -         amc       m         a         G
            Shaping    -         am        =         am        F         -         amc       m         a         G
            Ready      -         m         am        =         F         -         amc       m         a         G
            Building   -         -         -         m         =         amt       m         -         -         -
            Shipped    -         -         -         -         amt       =         -         -         -         -
            Parked     -         am        am        m         -         -         =         m         a         G
            Declined   a         m         -         -         -         -         -         =         -         -
            Withdrawn  a         a         -         -         -         -         -         -         =         -
            Merged     -         -         -         -         -         -         -         -         -         =
            """,
            table);
    }

    [Fact]
    public void Nobody_moves_an_idea_without_a_word_and_the_word_is_told_without_spaces_around_it()
    {
        Assert.Equal(new MoveStep.NeedsReason(), Move(New, IdeaStatus.Shaping, Author, " \n "));
        Assert.Equal("We begin with the API", Assert.IsType<MoveStep.Done>(Move(New, IdeaStatus.Shaping, Author, " We begin with the API ")).Reason);
        Assert.Equal(MoveRules.MostReason, Assert.IsType<MoveStep.Done>(Move(New, IdeaStatus.Shaping, Author, new string('x', 900))).Reason.Length);
    }

    [Theory]
    [InlineData(nameof(IdeaStatus.Proposed), nameof(IdeaStatus.Shaping), "author, mentor")]
    [InlineData(nameof(IdeaStatus.Proposed), nameof(IdeaStatus.Declined), "mentor")]
    [InlineData(nameof(IdeaStatus.Proposed), nameof(IdeaStatus.Parked), "author, mentor, clock")]
    [InlineData(nameof(IdeaStatus.Proposed), nameof(IdeaStatus.Withdrawn), "author")]
    [InlineData(nameof(IdeaStatus.Building), nameof(IdeaStatus.Shipped), "author, mentor, member")]
    [InlineData(nameof(IdeaStatus.Building), nameof(IdeaStatus.Ready), "mentor")]
    [InlineData(nameof(IdeaStatus.Building), nameof(IdeaStatus.Withdrawn), "")]
    public void Only_those_of_the_table_may(string from, string to, string may)
    {
        var actors = new[] { (Author, "author"), (Stranger, "stranger"), (Mentor, "mentor"), (Member, "member"), (IdeaActor.Clock, "clock") };

        var could = actors.Where(actor => Move(New with { Status = Enum.Parse<IdeaStatus>(from) }, Enum.Parse<IdeaStatus>(to), actor.Item1) is MoveStep.Done).Select(actor => actor.Item2);

        Assert.Equal(may, string.Join(", ", could));
    }

    [Fact]
    public void Building_is_reached_by_forming_the_team_and_merged_by_merging_never_by_a_word()
    {
        Assert.Equal(new MoveStep.OtherWay(Movers.ByForming), Move(New, IdeaStatus.Building, Mentor));
        Assert.Equal(new MoveStep.OtherWay(Movers.ByMerging), Move(New, IdeaStatus.Merged, Mentor));
        Assert.Equal(new MoveStep.NotNow(IdeaStatus.Declined), Move(New with { Status = IdeaStatus.Declined }, IdeaStatus.Building, Mentor));
    }

    [Fact]
    public void A_second_press_is_no_move_and_what_is_for_others_names_who()
    {
        Assert.Equal(new MoveStep.Already(IdeaStatus.Parked), Move(New with { Status = IdeaStatus.Parked }, IdeaStatus.Parked, Stranger));
        Assert.Equal(new MoveStep.NotYours(Movers.Mentors), Move(New, IdeaStatus.Declined, Author));
    }

    [Fact]
    public void Before_review_nobody_but_its_author_hears_of_it_and_approval_puts_it_on_the_board()
    {
        var waiting = New with { Status = IdeaStatus.InReview, WasPublished = false };

        var approved = Assert.IsType<MoveStep.Done>(Move(waiting, IdeaStatus.Proposed, Mentor));
        var declined = Assert.IsType<MoveStep.Done>(Move(waiting, IdeaStatus.Declined, Mentor));
        var withdrawn = Assert.IsType<MoveStep.Done>(Move(waiting, IdeaStatus.Withdrawn, Author));

        Assert.Equal((MoveEffects.Publish | MoveEffects.TellAuthor, true), (approved.Effects, approved.Now.WasPublished));
        Assert.Equal((MoveEffects.TellAuthor, false), (declined.Effects, declined.Now.WasPublished));
        Assert.Equal(MoveEffects.None, withdrawn.Effects);
    }

    [Fact]
    public void Who_takes_an_idea_back_before_review_cannot_get_around_the_review()
    {
        var policy = new IdeaPolicy { NeedsReview = true };
        var never = New with { Status = IdeaStatus.Withdrawn, WasPublished = false };

        Assert.Equal(new MoveStep.NeedsReview(), MoveRules.Take(never, IdeaStatus.Proposed, Author, "again", policy));
        Assert.IsType<MoveStep.Done>(MoveRules.Take(never, IdeaStatus.InReview, Author, "again", policy));
        Assert.IsType<MoveStep.Done>(MoveRules.Take(never with { WasPublished = true }, IdeaStatus.Proposed, Author, "again", policy));
        Assert.IsType<MoveStep.Done>(MoveRules.Take(never, IdeaStatus.Proposed, Author, "again", IdeaPolicy.Usual));
    }

    [Fact]
    public void What_mentors_declined_before_others_saw_it_may_be_reviewed_again_and_what_they_declined_on_the_board_may_not()
    {
        var declined = New with { Status = IdeaStatus.Declined, WasPublished = false };

        Assert.IsType<MoveStep.Done>(Move(declined, IdeaStatus.InReview, Author));
        Assert.Equal(new MoveStep.NotNow(IdeaStatus.Declined), Move(declined with { WasPublished = true }, IdeaStatus.InReview, Author));
    }

    [Fact]
    public void A_thread_is_closed_exactly_while_the_idea_is_declined_withdrawn_or_merged()
    {
        foreach (var from in Enum.GetValues<IdeaStatus>())
        {
            foreach (var to in Enum.GetValues<IdeaStatus>().Where(to => MoveRules.Who(from, to) is not (Movers.None or Movers.Same)))
            {
                var effects = MoveRules.Effects(New with { Status = from }, to);
                var (was, willBe) = (IsClosed(from), IsClosed(to));

                Assert.Equal(willBe && !was, effects.HasFlag(MoveEffects.CloseThread));
                Assert.Equal(was && !willBe, effects.HasFlag(MoveEffects.OpenThread));
                Assert.True(effects.HasFlag(MoveEffects.TellFollowers), $"{from} to {to} is silent");
            }
        }

        static bool IsClosed(IdeaStatus status) => status is IdeaStatus.Declined or IdeaStatus.Withdrawn or IdeaStatus.Merged;
    }

    [Fact]
    public void Whatever_is_tried_a_stranger_moves_nothing_and_the_clock_only_parks_what_is_open()
    {
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Bool, Gen.Bool).Sample(
            (from, to, review, published) =>
            {
                var facts = New with { Status = (IdeaStatus)from, WasPublished = published };
                var policy = new IdeaPolicy { NeedsReview = review };
                Assert.IsNotType<MoveStep.Done>(MoveRules.Take(facts, (IdeaStatus)to, Stranger, "because", policy));
                Assert.True(
                    MoveRules.Take(facts, (IdeaStatus)to, IdeaActor.Clock, "because", policy) is not MoveStep.Done { Now: var now } || (now.Status == IdeaStatus.Parked && facts.Status.IsOpen()));
            },
            iter: 1000);
    }

    private static MoveStep Move(IdeaFacts facts, IdeaStatus to, IdeaActor by, string reason = "because") => MoveRules.Take(facts, to, by, reason, IdeaPolicy.Usual);

    private static string Text(Movers who) => who switch
    {
        Movers.None => "-",
        Movers.Same => "=",
        Movers.ByForming => "F",
        Movers.ByMerging => "G",
        _ => string.Concat(new[] { (Movers.Author, 'a'), (Movers.Mentors, 'm'), (Movers.Team, 't'), (Movers.Clock, 'c') }.Where(one => who.HasFlag(one.Item1)).Select(one => one.Item2)),
    };
}
