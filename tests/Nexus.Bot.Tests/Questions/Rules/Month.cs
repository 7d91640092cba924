using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Questions.Rules;

/// <summary>
/// A month of questions against the rules alone, minute by minute. What the bot would keep in its database is in rows; a restart
/// forgets everything else, and half of them come between deciding on a step and sending it.
/// </summary>
internal sealed class Month
{
    public const int Days = 30;

    private const int Restarts = 20;
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClaimLives = TimeSpan.FromHours(24);
    private static readonly TimeSpan SilenceLives = TimeSpan.FromDays(5);

    private readonly Random _random;
    private readonly Ladder _ladder = Ladder.Usual(new DutyHours(
        Zones.Named("Africa/Nairobi"), 8 * 60, 20 * 60, Enum.GetValues<IsoDayOfWeek>().Where(day => day is not (IsoDayOfWeek.None or IsoDayOfWeek.Sunday)).ToHashSet()));

    private readonly Dictionary<DateTimeOffset, int> _arrivals = [];
    private readonly HashSet<DateTimeOffset> _restarts;
    private readonly List<MonthQuestion> _unsettled = [];
    private DateTimeOffset _downUntil;

    public Month(int seed, int mentors, int questions)
    {
        _random = new Random(seed);
        People = [.. Enumerable.Range(0, mentors).Select(number => MonthPerson.Make(number, _random, Start))];
        for (var i = 0; i < questions; i++)
        {
            // Learners ask in the evening and at the weekend too.
            var at = Start.AddDays(_random.Next(Days)).AddMinutes((int)((_random.NextDouble() + _random.NextDouble()) * 12 * 60));
            _arrivals[at] = _arrivals.GetValueOrDefault(at) + 1;
        }

        _restarts = [.. Enumerable.Range(0, Restarts).Select(i => Start.AddMinutes((i + 1) * Days * 24 * 60 / (Restarts + 1)))];
    }

    public IReadOnlyList<MonthPerson> People { get; }

    public List<MonthQuestion> Questions { get; } = [];

    /// <summary>Every ping that left the bot.</summary>
    public List<MonthPing> Pings { get; } = [];

    public int Steps => _ladder.Steps.Count;

    public int CrashedWhileSending { get; private set; }

    public int Resumed { get; private set; }

    public void Run()
    {
        var crashes = 0;
        for (var minute = 0; minute < Days * 24 * 60; minute++)
        {
            var now = Start.AddMinutes(minute);
            Arrive(now);
            Live(now);
            _unsettled.RemoveAll(question => question.IsOver);
            crashes += _restarts.Contains(now) ? 1 : 0;
            if (now >= _downUntil && Send(now, crash: crashes > 0))
            {
                crashes--;
                CrashedWhileSending++;
                _downUntil = now.AddMinutes(_random.Next(5, 120));
            }
        }
    }

    private void Arrive(DateTimeOffset now)
    {
        for (var i = 0; i < _arrivals.GetValueOrDefault(now); i++)
        {
            var question = new MonthQuestion(Questions.Count + 1, MonthPerson.SomeTopics(_random), new QuestionFacts(new Snowflake(10_000 + (ulong)_random.Next(400))), now);
            Questions.Add(question);
            _unsettled.Add(question);
            Plan(question, 0);
        }
    }

    // What is due. A crash comes between writing a decision and sending it; true when there was one to cut off.
    private bool Send(DateTimeOffset now, bool crash)
    {
        foreach (var question in _unsettled.Where(question => question.NextStepAt <= now))
        {
            foreach (var step in question.Steps.Where(step => step.IsDue(now)).ToList())
            {
                if (step.Decided is null ? !Decide(question, step, now) : !Resume(question, step, now))
                {
                    continue;
                }

                if (crash)
                {
                    return true;
                }

                foreach (var chosen in step.Decided!)
                {
                    Pings.Add(new MonthPing(question, step.Occurrence, chosen.Id, now));
                }

                step.IsSent = true;
            }
        }

        return false;
    }

    // The decision is a row before anything is sent: whoever was chosen is chosen still after a crash.
    private bool Decide(MonthQuestion question, MonthStep step, DateTimeOffset now)
    {
        var answerers = People.Select(person => person.At(now)).ToList();
        switch (_ladder.At(question.Facts, step.Occurrence, question.OpenedAt, question.Need, answerers, now))
        {
            case Climb.Ask ask:
                step.Decided = ask.Whom;
                foreach (var chosen in ask.Whom)
                {
                    var person = People.Single(one => one.Id == chosen.Id);
                    question.LoadsWhenAsked.Add((person.LoadOf(now), person.Capacity));
                    question.Asks.Add(new MonthAsk(question, person.Id, now, now + Ladder.AskCounts, question.Facts.Opening) { RespondsAt = MonthPerson.Responds(now, _random) });
                    person.Asks.Add(question.Asks[^1]);
                }

                PlanNext(question, step);
                return true;
            case Climb.WaitUntil wait:
                step.DueAt = wait.At;
                return false;
            case Climb.Nobody:
                step.IsSent = true;
                PlanNext(question, step);
                return false;
            default:
                step.IsSent = true;
                return false;
        }
    }

    private bool Resume(MonthQuestion question, MonthStep step, DateTimeOffset now)
    {
        Resumed++;
        switch (Ladder.Resume(question.Facts, step.Occurrence, step.Decided!, People.Select(person => person.At(now)), now))
        {
            case Climb.Ask ask:
                step.Decided = ask.Whom;
                return true;
            case Climb.WaitUntil wait:
                step.DueAt = wait.At;
                return false;
            default:
                step.IsSent = true;
                return false;
        }
    }

    private void Plan(MonthQuestion question, int number)
    {
        if (_ladder.DueAt(question.OpenedAt, number) is { } due)
        {
            question.Steps.Add(new MonthStep(Ladder.Occurrence(question.Facts.Opening, number), due));
        }
    }

    private void PlanNext(MonthQuestion question, MonthStep step) => Plan(question, Ladder.Of(step.Occurrence).Step + 1);

    // People, and the clock where the bot is up.
    private void Live(DateTimeOffset now)
    {
        foreach (var question in _unsettled)
        {
            switch (question.Facts.State)
            {
                case QuestionState.Open when question.Asks.Find(ask => ask.Opening == question.Facts.Opening && ask.RespondsAt == now) is { } ask:
                    Take(question, QuestionAct.Claim, new QuestionActor(ask.Person, IsMentor: true, IsHelping: true), now);
                    question.WorksUntil = _random.Next(100) < 90 ? now.AddMinutes(_random.Next(10, 150)) : null;
                    break;
                case QuestionState.Claimed when question.WorksUntil == now:
                    Take(question, QuestionAct.Answer, new QuestionActor(question.Facts.Holder!.Value, IsMentor: true, IsHelping: true), now);
                    question.ReactsAt = now.AddMinutes(_random.Next(5, 1440));
                    break;
                case QuestionState.Claimed when now - question.ClaimedAt >= ClaimLives && now >= _downUntil:
                    Take(question, QuestionAct.LetClaimLapse, QuestionActor.Clock, now);
                    break;
                case QuestionState.Answered when question.ReactsAt == now:
                    var asker = new QuestionActor(question.Facts.Asker, IsMentor: false, IsHelping: false);
                    var dice = _random.Next(100);
                    if (dice < 80)
                    {
                        Take(question, dice < 70 ? QuestionAct.Accept : QuestionAct.Reopen, asker, now, new Snowflake(1));
                    }

                    break;
                case QuestionState.Answered when now - question.AnsweredAt >= SilenceLives && now >= _downUntil:
                    Take(question, QuestionAct.FallSilent, QuestionActor.Clock, now);
                    break;
            }
        }
    }

    private void Take(MonthQuestion question, QuestionAct act, QuestionActor by, DateTimeOffset now, Snowflake about = default)
    {
        var done = Assert.IsType<QuestionStep.Done>(QuestionRules.Take(question.Facts, act, by, about));
        var before = question.Facts;
        question.Facts = done.Now;
        if (act == QuestionAct.Claim)
        {
            People.Single(person => person.Id == by.Id).Claims.Add(question);
        }

        if (done.Effects.HasFlag(QuestionEffects.StartLadder))
        {
            question.OpenedAt = now;
            question.GaveBack.UnionWith(before.Holder is { } holder ? [holder] : []);
            Plan(question, 0);
        }

        switch (act)
        {
            case QuestionAct.Claim:
                question.ClaimedAt = now;
                question.FirstClaimAt ??= now;
                question.ClaimedOnStep ??= Ladder.Of(question.Steps.Last(step => step.Decided is not null).Occurrence).Step;
                break;
            case QuestionAct.Answer:
                question.AnsweredAt = now;
                break;
        }
    }
}
