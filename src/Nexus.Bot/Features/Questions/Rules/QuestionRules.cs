using Nexus.Discord;
using static Nexus.Bot.Features.Questions.Rules.QuestionEffects;
using static Nexus.Bot.Features.Questions.Rules.QuestionState;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>A question's life. Pure: the same facts and the same act give the same step.</summary>
internal static class QuestionRules
{
    // Nothing to do, and nothing wrong: pressed twice, or the clock came too late.
    private static readonly Cell Same = new(null, None);

    private static readonly Cell Never = new(null, None) { IsRefused = true };

    /// <param name="facts">The question as it was read; who saves checks that it still is so.</param>
    /// <param name="act">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="about">Who it is handed to, or which message helped.</param>
    public static QuestionStep Take(QuestionFacts facts, QuestionAct act, QuestionActor by, Snowflake about = default)
    {
        if (!May(facts, act, by))
        {
            return new QuestionStep.NotYours(act);
        }

        var cell = At(act, facts.State);
        return (act, cell) switch
        {
            (_, { IsRefused: true }) => new QuestionStep.NotNow(facts.State),
            (QuestionAct.Claim, _) when facts.Holder is { } holder && holder != by.Id => new QuestionStep.Taken(holder),
            (_, { To: null }) => new QuestionStep.Already(facts.State),
            (QuestionAct.HandOver, _) when facts.Holder == about => new QuestionStep.Already(facts.State),
            (QuestionAct.HandOver, _) when about == facts.Asker => new QuestionStep.NotYours(act),
            (QuestionAct.Accept, _) when facts.Accepted.Contains(about) => new QuestionStep.Already(facts.State),
            (QuestionAct.TakeBack, _) when !facts.Accepted.Contains(about) => new QuestionStep.Already(facts.State),
            (_, { To: { } to }) => Done(facts, act, by, about, to, cell.Effects),
        };
    }

    /// <summary>The whole table: what each act makes of a question in each state.</summary>
    internal static Cell At(QuestionAct act, QuestionState state) => act switch
    {
        QuestionAct.Claim => Row(
            open: new(Claimed, StopLadder),
            claimed: Same,
            answered: Never,
            accepted: Never,
            stale: Never,
            withdrawn: Never,
            duplicate: Never)[state],
        QuestionAct.Release => Row(
            open: Same,
            claimed: new(Open, StartLadder),
            answered: Never,
            accepted: Never,
            stale: Never,
            withdrawn: Never,
            duplicate: Never)[state],
        QuestionAct.HandOver => Row(
            open: new(Claimed, StopLadder | TellHolder),
            claimed: new(Claimed, TellHolder),
            answered: Never,
            accepted: Never,
            stale: Never,
            withdrawn: Never,
            duplicate: Never)[state],
        QuestionAct.Answer => Row(
            open: new(Answered, StopLadder | WatchSilence | TellSubscribers),
            claimed: new(Answered, StopLadder | WatchSilence | TellSubscribers),
            answered: Same,
            accepted: Same,
            stale: new(Answered, WatchSilence | TellSubscribers),
            withdrawn: Never,
            duplicate: Never)[state],
        QuestionAct.Accept => Row(
            open: new(Accepted, StopLadder | TellSubscribers | Thank),
            claimed: new(Accepted, StopLadder | TellSubscribers | Thank),
            answered: new(Accepted, TellSubscribers | Thank),
            accepted: new(Accepted, Thank),
            stale: new(Accepted, TellSubscribers | Thank),
            withdrawn: Never,
            duplicate: Never)[state],
        QuestionAct.TakeBack => Row(
            open: Same,
            claimed: Same,
            answered: Same,
            accepted: new(Answered, WatchSilence),
            stale: Same,
            withdrawn: Same,
            duplicate: Same)[state],
        QuestionAct.MarkDuplicate => Row(
            open: new(Duplicate, StopLadder | TellSubscribers),
            claimed: new(Duplicate, StopLadder | TellSubscribers | TellHolder),
            answered: new(Duplicate, TellSubscribers),
            accepted: Never,
            stale: new(Duplicate, TellSubscribers),
            withdrawn: Never,
            duplicate: Same)[state],
        QuestionAct.Withdraw => Row(
            open: new(Withdrawn, StopLadder),
            claimed: new(Withdrawn, StopLadder | TellHolder),
            answered: new(Withdrawn, None),
            accepted: Never,
            stale: new(Withdrawn, None),
            withdrawn: Same,
            duplicate: Never)[state],
        QuestionAct.Reopen => Row(
            open: Same,
            claimed: Same,
            answered: new(Open, StartLadder),
            accepted: new(Open, StartLadder),
            stale: new(Open, StartLadder),
            withdrawn: new(Open, StartLadder),
            duplicate: new(Open, StartLadder))[state],
        QuestionAct.KeepOpen => Row(
            open: Same,
            claimed: Same,
            answered: new(Answered, WatchSilence),
            accepted: Same,
            stale: new(Answered, WatchSilence),
            withdrawn: Never,
            duplicate: Never)[state],

        // What nobody answered is never closed by a timer.
        QuestionAct.FallSilent => Row(
            open: Same,
            claimed: Same,
            answered: new(Stale, None),
            accepted: Same,
            stale: Same,
            withdrawn: Same,
            duplicate: Same)[state],
        QuestionAct.LetClaimLapse => Row(
            open: Same,
            claimed: new(Open, StartLadder | TellHolder),
            answered: Same,
            accepted: Same,
            stale: Same,
            withdrawn: Same,
            duplicate: Same)[state],
    };

    private static bool May(QuestionFacts facts, QuestionAct act, QuestionActor by)
    {
        var isAsker = !by.IsClock && by.Id == facts.Asker;
        return act switch
        {
            QuestionAct.Claim => (by.IsHelping || by.IsMentor) && !isAsker,
            QuestionAct.Release or QuestionAct.HandOver => by.IsMentor || (!by.IsClock && by.Id == facts.Holder),

            // A reply that was noticed is the clock's: it is not the asker's own.
            QuestionAct.Answer => (by.IsHelping || by.IsMentor || by.IsClock) && !isAsker,
            QuestionAct.Accept or QuestionAct.TakeBack or QuestionAct.MarkDuplicate or QuestionAct.Withdraw or QuestionAct.Reopen or QuestionAct.KeepOpen => isAsker || by.IsMentor,
            QuestionAct.FallSilent or QuestionAct.LetClaimLapse => by.IsClock,
        };
    }

    private static QuestionStep.Done Done(QuestionFacts facts, QuestionAct act, QuestionActor by, Snowflake about, QuestionState to, QuestionEffects effects)
    {
        var now = facts with
        {
            State = to,
            Holder = (act, to) switch
            {
                (QuestionAct.Claim, _) => by.Id,
                (QuestionAct.HandOver, _) => about,
                (_, Open or Withdrawn or Duplicate) => null,
                _ => facts.Holder,
            },
            Accepted = act switch
            {
                QuestionAct.Accept => facts.Accepted.Add(about),
                QuestionAct.TakeBack => facts.Accepted.Remove(about),

                // What is open again was not solved by them; the same message may be marked anew.
                QuestionAct.Reopen => [],
                _ => facts.Accepted,
            },
            Opening = facts.Opening + (to == Open ? 1 : 0),
        };

        // Others helped as well: it stays accepted.
        return act == QuestionAct.TakeBack && now.Accepted.Length > 0
            ? new QuestionStep.Done(now with { State = Accepted }, None)
            : new QuestionStep.Done(now, effects);
    }

    private static Dictionary<QuestionState, Cell> Row(Cell open, Cell claimed, Cell answered, Cell accepted, Cell stale, Cell withdrawn, Cell duplicate) => new()
    {
        [Open] = open,
        [Claimed] = claimed,
        [Answered] = answered,
        [Accepted] = accepted,
        [Stale] = stale,
        [Withdrawn] = withdrawn,
        [Duplicate] = duplicate,
    };

    /// <summary>One field of the table.</summary>
    /// <param name="To">Null when nothing changes.</param>
    internal sealed record Cell(QuestionState? To, QuestionEffects Effects)
    {
        public bool IsRefused { get; init; }
    }
}
