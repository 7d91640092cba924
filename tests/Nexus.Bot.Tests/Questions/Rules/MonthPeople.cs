using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Questions.Rules;

/// <summary>Somebody who answers in a <see cref="Month"/>: from where, when, what about.</summary>
internal sealed record MonthPerson(Snowflake Id, AnswererRank Rank, int Capacity, DutyHours Hours, IReadOnlySet<string> Topics, IReadOnlySet<string> Tracks, DateTimeOffset OffFrom, DateTimeOffset OffUntil)
{
    private static readonly string[] Zones =
        ["Africa/Nairobi", "Africa/Lagos", "Africa/Accra", "Africa/Cairo", "Africa/Johannesburg", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata"];

    private static readonly string[] Backend =
    [
        "django", "django-rest-framework", "docker", "postgresql", "celery", "python", "rest-api", "jwt-authentication", "github-actions", "rabbitmq",
        "redis-caching", "migration-conflicts", "graphql", "database-indexing", "unit-testing", "deployment-failures",
    ];

    private static readonly string[] Frontend = ["working-with-backend", "cors-errors", "session-authentication", "openapi-swagger"];

    public static MonthPerson Make(int number, Random random, DateTimeOffset start)
    {
        var frontend = number % 5 == 0;
        var from = random.Next(6, 13) * 60;
        var off = start.AddDays(random.Next(Month.Days)).AddMinutes(random.Next(1440));
        return new MonthPerson(
            new Snowflake(1000 + (ulong)number),
            number < 3 ? AnswererRank.Lead : number % 3 == 0 ? AnswererRank.Mentor : AnswererRank.Peer,
            random.Next(1, 4),
            new DutyHours(
                Nexus.Bot.Times.Zones.Named(Zones[number % Zones.Length]),
                from,
                (from + (random.Next(6, 13) * 60)) % 1440,
                Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (random.Next(4) > 0 || day == IsoDayOfWeek.Wednesday)).ToHashSet()),
            (frontend ? Frontend : Backend).OrderBy(_ => random.Next()).Take(random.Next(3, 8)).ToHashSet(),
            new HashSet<string> { frontend ? "frontend" : "backend" },
            off,
            off.AddDays(random.Next(1, 5)));
    }

    /// <summary>One to two topics of one track; the first ones of the list come often.</summary>
    public static (string Track, IReadOnlyList<string> Topics) SomeTopics(Random random)
    {
        var (track, topics) = random.Next(5) == 0 ? ("frontend", Frontend) : ("backend", Backend);
        return (track, [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => topics[(int)(topics.Length * random.NextDouble() * random.NextDouble())]).Distinct()]);
    }

    /// <summary>When they were asked.</summary>
    public List<MonthAsk> Asks { get; } = [];

    /// <summary>What they ever claimed.</summary>
    public List<MonthQuestion> Claims { get; } = [];

    /// <summary>What the bot knows of them at a moment.</summary>
    public Answerer At(DateTimeOffset now) => new(Id, Rank, Capacity, Hours)
    {
        Topics = Topics,
        Tracks = Tracks,
        IsOnDuty = now < OffFrom || now >= OffUntil,
        Load = LoadOf(now),
        AskedLately = Asks.Count(ask => ask.At > now.AddDays(-7)),
    };

    public int LoadOf(DateTimeOffset now) =>
        Claims.Distinct().Count(question => question.Facts.State == QuestionState.Claimed && question.Facts.Holder == Id) + Asks.Count(ask => ask.IsOpen(now));

    /// <summary>When they press Claim; some never do.</summary>
    public static DateTimeOffset? Responds(DateTimeOffset now, Random random) => random.Next(100) < 60 ? now.AddMinutes(random.Next(2, 50)) : null;
}

internal sealed record MonthAsk(MonthQuestion Question, Snowflake Person, DateTimeOffset At, DateTimeOffset Until, int Opening)
{
    public DateTimeOffset? RespondsAt { get; init; }

    /// <summary>Until somebody claims the question, or it was long enough ago.</summary>
    public bool IsOpen(DateTimeOffset now) => now < Until && Question.Facts.State == QuestionState.Open && Question.Facts.Opening == Opening;
}

/// <summary>A row of the queue.</summary>
internal sealed class MonthStep(int occurrence, DateTimeOffset due)
{
    public int Occurrence => occurrence;

    public DateTimeOffset DueAt { get; set; } = due;

    public IReadOnlyList<Chosen>? Decided { get; set; }

    public bool IsSent { get; set; }

    public bool IsDue(DateTimeOffset now) => !IsSent && DueAt <= now;
}

/// <summary>Somebody was pinged.</summary>
internal sealed record MonthPing(MonthQuestion Question, int Occurrence, Snowflake Person, DateTimeOffset At);

internal sealed class MonthQuestion(long number, (string Track, IReadOnlyList<string> Topics) about, QuestionFacts facts, DateTimeOffset askedAt)
{
    public long Number => number;

    public DateTimeOffset AskedAt { get; } = askedAt;

    public QuestionFacts Facts { get; set; } = facts;

    public DateTimeOffset OpenedAt { get; set; } = askedAt;

    public DateTimeOffset? FirstClaimAt { get; set; }

    public int? ClaimedOnStep { get; set; }

    public DateTimeOffset ClaimedAt { get; set; }

    public DateTimeOffset? WorksUntil { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }

    public DateTimeOffset? ReactsAt { get; set; }

    public List<MonthStep> Steps { get; } = [];

    public List<MonthAsk> Asks { get; } = [];

    public HashSet<Snowflake> GaveBack { get; } = [];

    /// <summary>How much somebody had to do, and could, just before they were asked.</summary>
    public List<(int Load, int Capacity)> LoadsWhenAsked { get; } = [];

    public bool IsOver => Facts.State is QuestionState.Accepted or QuestionState.Stale;

    public DateTimeOffset? NextStepAt => Steps.Where(step => !step.IsSent).Min(step => (DateTimeOffset?)step.DueAt);

    public QuestionNeed Need => new(
        number, Facts.Asker, about.Topics, about.Track, Asks.Where(ask => ask.Opening == Facts.Opening).Select(ask => ask.Person).Concat(GaveBack).ToHashSet());
}
