using CsCheck;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions.Rules;

public sealed class QuestionRulesTests
{
    private static readonly Snowflake Ada = new(101), Bo = new(102), Mia = new(201), Noor = new(202);
    private static readonly QuestionActor Asker = new(Ada, IsMentor: false, IsHelping: false);
    private static readonly QuestionActor Stranger = new(Bo, IsMentor: false, IsHelping: false);
    private static readonly QuestionActor Mentor = new(Mia, IsMentor: true, IsHelping: true);
    private static readonly QuestionActor OtherMentor = new(Noor, IsMentor: true, IsHelping: true);
    private static readonly QuestionFacts New = new(Ada);

    [Fact]
    public void Every_act_on_every_state_is_decided()
    {
        var table = string.Join('\n', Enum.GetValues<QuestionAct>().Select(act =>
            $"{act,-14}{string.Concat(Enum.GetValues<QuestionState>().Select(state => $"{Text(QuestionRules.At(act, state)),-11}"))}".TrimEnd()));

        // "=" changes nothing and is no fault; "-" is refused.
        Assert.Equal(
            """
            Claim         Claimed    =          -          -          -          -          -
            Release       =          Open       -          -          -          -          -
            HandOver      Claimed    Claimed    -          -          -          -          -
            Answer        Answered   Answered   =          =          Answered   -          -
            Accept        Accepted   Accepted   Accepted   Accepted   Accepted   -          -
            TakeBack      =          =          =          Answered   =          =          =
            MarkDuplicate Duplicate  Duplicate  Duplicate  -          Duplicate  -          =
            Withdraw      Withdrawn  Withdrawn  Withdrawn  -          Withdrawn  =          -
            Reopen        =          =          Open       Open       Open       Open       Open
            KeepOpen      =          =          Answered   =          Answered   -          -
            FallSilent    =          =          Stale      =          =          =          =
            LetClaimLapse =          Open       =          =          =          =          =
            """,
            table);
    }

    [Fact]
    public void The_ladder_runs_exactly_while_a_question_is_open()
    {
        foreach (var act in Enum.GetValues<QuestionAct>())
        {
            foreach (var state in Enum.GetValues<QuestionState>())
            {
                if (QuestionRules.At(act, state) is { To: { } to, Effects: var effects })
                {
                    Assert.Equal(to == QuestionState.Open, effects.HasFlag(QuestionEffects.StartLadder));
                    Assert.True(state != QuestionState.Open || effects.HasFlag(QuestionEffects.StopLadder), $"{act} of an open question lets its ladder run");
                }
            }
        }
    }

    [Fact]
    public void Of_two_who_claim_at_once_the_second_is_told_who_has_it()
    {
        var claimed = Done(New, QuestionAct.Claim, Mentor).Now;

        Assert.Equal((QuestionState.Claimed, Mia), (claimed.State, claimed.Holder));
        Assert.Equal(new QuestionStep.Taken(Mia), QuestionRules.Take(claimed, QuestionAct.Claim, OtherMentor));
        Assert.Equal(new QuestionStep.Already(QuestionState.Claimed), QuestionRules.Take(claimed, QuestionAct.Claim, Mentor));
    }

    [Fact]
    public void Accepting_twice_is_one_acceptance_and_two_messages_may_both_have_helped()
    {
        var first = Done(New, QuestionAct.Accept, Asker, new Snowflake(7));
        var second = Done(first.Now, QuestionAct.Accept, Mentor, new Snowflake(8));

        Assert.Equal(new QuestionStep.Already(QuestionState.Accepted), QuestionRules.Take(first.Now, QuestionAct.Accept, Asker, new Snowflake(7)));
        Assert.Equal([new Snowflake(7), new Snowflake(8)], second.Now.Accepted.ToArray());
        Assert.True(first.Effects.HasFlag(QuestionEffects.TellSubscribers));
        Assert.Equal(QuestionEffects.Thank, second.Effects);
    }

    [Fact]
    public void When_a_mark_is_taken_back_the_question_stays_accepted_as_long_as_another_answer_helped()
    {
        var both = Done(Done(New, QuestionAct.Accept, Asker, new Snowflake(7)).Now, QuestionAct.Accept, Asker, new Snowflake(8)).Now;

        var one = Done(both, QuestionAct.TakeBack, Asker, new Snowflake(7)).Now;
        var none = Done(one, QuestionAct.TakeBack, Asker, new Snowflake(8)).Now;

        Assert.Equal(QuestionState.Accepted, one.State);
        Assert.Equal(QuestionState.Answered, none.State);
        Assert.Equal(new QuestionStep.Already(QuestionState.Accepted), QuestionRules.Take(both, QuestionAct.TakeBack, Asker, new Snowflake(9)));
    }

    [Fact]
    public void What_is_for_others_to_do_is_refused_and_names_nobody()
    {
        var claimed = Done(New, QuestionAct.Claim, Mentor).Now;
        QuestionAct[] forAskerAndMentors = [QuestionAct.Accept, QuestionAct.TakeBack, QuestionAct.MarkDuplicate, QuestionAct.Withdraw, QuestionAct.Reopen, QuestionAct.KeepOpen];

        Assert.Equal(new QuestionStep.NotYours(QuestionAct.Claim), QuestionRules.Take(New, QuestionAct.Claim, Asker with { IsHelping = true }));
        Assert.Equal(new QuestionStep.NotYours(QuestionAct.Claim), QuestionRules.Take(New, QuestionAct.Claim, Stranger));
        Assert.Equal(new QuestionStep.NotYours(QuestionAct.Release), QuestionRules.Take(claimed, QuestionAct.Release, Stranger));
        Assert.Equal(new QuestionStep.NotYours(QuestionAct.FallSilent), QuestionRules.Take(New, QuestionAct.FallSilent, Mentor));
        Assert.All(forAskerAndMentors, act => Assert.Equal(new QuestionStep.NotYours(act), QuestionRules.Take(New, act, Stranger)));
        Assert.All(forAskerAndMentors, act => Assert.Equal(new QuestionStep.NotYours(act), QuestionRules.Take(New, act, QuestionActor.Clock)));
    }

    [Fact]
    public void A_question_is_handed_to_another_but_not_to_its_asker()
    {
        var claimed = Done(New, QuestionAct.Claim, Mentor).Now;

        Assert.Equal(Noor, Done(claimed, QuestionAct.HandOver, Mentor, Noor).Now.Holder);
        Assert.Equal(Noor, Done(New, QuestionAct.HandOver, Mentor, Noor).Now.Holder);
        Assert.Equal(new QuestionStep.Already(QuestionState.Claimed), QuestionRules.Take(claimed, QuestionAct.HandOver, Mentor, Mia));
        Assert.Equal(new QuestionStep.NotYours(QuestionAct.HandOver), QuestionRules.Take(claimed, QuestionAct.HandOver, Mentor, Ada));
    }

    [Fact]
    public void Whatever_people_and_the_clock_do_a_question_nobody_answered_is_never_closed_by_the_clock()
    {
        var actors = Gen.Int[0, 4].Select(i => new[] { Asker, Stranger, Mentor, OtherMentor, QuestionActor.Clock }[i]);
        var acts = Gen.Int[0, Enum.GetValues<QuestionAct>().Length - 1].Select(i => (QuestionAct)i);
        Gen.Select(acts, actors, Gen.ULong[1, 4]).Array[1, 60].Sample(
            steps =>
            {
                var facts = New;
                var answered = false;
                foreach (var (act, by, about) in steps)
                {
                    var step = QuestionRules.Take(facts, act, by, act == QuestionAct.HandOver ? new Snowflake(200 + about) : new Snowflake(about));
                    if (step is not QuestionStep.Done { Now: var now })
                    {
                        continue;
                    }

                    answered |= now.State is QuestionState.Answered or QuestionState.Accepted;
                    Assert.True(!by.IsClock || answered || now.State is QuestionState.Open, $"{act} closed what nobody answered");
                    Assert.True(now.State != QuestionState.Claimed || now.Holder is not null);
                    Assert.True(now.State != QuestionState.Open || now.Holder is null);
                    Assert.True(now.State != QuestionState.Accepted || now.Accepted.Length > 0);
                    Assert.Equal(facts.Opening + (now.State == QuestionState.Open ? 1 : 0), now.Opening);
                    Assert.NotEqual(facts.Asker, now.Holder);
                    facts = now;
                }
            },
            iter: 3000);
    }

    private static QuestionStep.Done Done(QuestionFacts facts, QuestionAct act, QuestionActor by, Snowflake about = default) =>
        Assert.IsType<QuestionStep.Done>(QuestionRules.Take(facts, act, by, about));

    private static string Text(QuestionRules.Cell cell) => cell switch
    {
        { IsRefused: true } => "-",
        { To: { } to } => to.ToString(),
        _ => "=",
    };
}
