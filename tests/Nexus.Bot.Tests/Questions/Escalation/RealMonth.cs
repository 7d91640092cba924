using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.People;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Questions.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Tests.Questions.Escalation;

/// <summary>
/// A month of questions against the real database, jobs and delivery queue. Jobs run when they asked to be woken, and at a start. The
/// program ends at random instants, most of them in the middle of something, and is down for a while.
/// </summary>
internal sealed class RealMonth : IAsyncDisposable
{
    public const int Restarts = 20;

    private static readonly DateTimeOffset Start = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly SliceWorld _world;
    private readonly Random _random;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Turn)> _events = new();
    private readonly PriorityQueue<(MonthPerson Person, bool IsOn), DateTimeOffset> _duties = new();
    private readonly Dictionary<Snowflake, long> _questionOf = [];
    private readonly Dictionary<long, (QuestionState State, int Opening, Snowflake? Holder)> _facts = [];
    private readonly HashSet<(long Question, int Opening, Snowflake Person)> _declined = [];
    private bool _diesWhileClimbing;
    private int _turn;
    private int _seen;

    public RealMonth(int seed, int mentors)
    {
        _random = new Random(seed);
        _world = new SliceWorld(at: Start, isLong: true);
        Channel = new ChannelOnDiscord(_world);
        People = [.. Enumerable.Range(0, mentors).Select(number => MonthPerson.Make(number, _random, Start))];
        _world.Discord
            .Setup(discord => discord.GetMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => MemberAsync(person));
    }

    public ChannelOnDiscord Channel { get; }

    public IReadOnlyList<MonthPerson> People { get; }

    /// <summary>Every ping that left the bot, with how much they had to do when it came.</summary>
    public List<(long Question, int Opening, Snowflake Person, DateTimeOffset At, int Load)> Pings { get; } = [];

    public HashSet<long> Claimed { get; } = [];

    public int DiedSending { get; private set; }

    public int DiedClimbing { get; private set; }

    public NexusDbSnapshot End { get; private set; } = new([], [], [], Start);

    public async Task RunAsync(int questions)
    {
        await PrepareAsync();
        for (var i = 0; i < questions; i++)
        {
            var number = i + 1;
            At(Start.AddDays(_random.Next(Month.Days)).AddMinutes((int)((_random.NextDouble() + _random.NextDouble()) * 12 * 60)), () => AskAsync(number));
        }

        for (var i = 0; i < Restarts; i++)
        {
            var kind = i % 4;
            At(Start.AddMinutes(_random.Next(Month.Days * 24 * 60)), () => EndProgramAsync(kind));
        }

        await RunJobsAsync(all: true);
        var end = Start.AddDays(Month.Days + 1);
        while (_world.Clock.GetUtcNow() is var now && now < end)
        {
            _world.Schedule.WakeUps.RemoveAll(wake => wake.At <= now);
            var next = _world.Schedule.WakeUps.Select(wake => wake.At).Append(end)
                .Append(_events.TryPeek(out _, out var coming) ? coming.At : end)
                .Append(_duties.TryPeek(out _, out var duty) ? duty : end)
                .Min();
            if (next > now)
            {
                _world.Clock.Advance(next - now);
            }

            await ChangeDutiesAsync();
            while (_events.TryPeek(out _, out var due) && due.At <= _world.Clock.GetUtcNow())
            {
                await _events.Dequeue()();
            }

            await RunJobsAsync(all: false);
        }

        await using var db = _world.Db();
        End = new NexusDbSnapshot(
            await db.AcrossGuilds<Question>().AsNoTracking().ToListAsync(),
            await db.AcrossGuilds<AskedAnswerer>().AsNoTracking().ToListAsync(),
            await db.AcrossGuilds<Delivery>().AsNoTracking().ToListAsync(),
            end);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task PrepareAsync()
    {
        await _world.ConfigureAsync(configuration => configuration.TimeZone = "Africa/Nairobi");
        await using var db = _world.Db();
        db.Add(new QuestionSettings { GuildId = Interactions.Guild, LeadRoleId = new Snowflake(LadderWorld.LeadRole), WorkDays = 0b0111111 });
        foreach (var person in People)
        {
            db.Add(new PersonSettings { UserId = person.Id, TimeZone = person.Hours.Zone.Id });
            db.Add(new AnswererProfile
            {
                GuildId = Interactions.Guild,
                PersonId = person.Id,
                Rank = person.Rank,
                Topics = [.. person.Topics],
                Tracks = [.. person.Tracks],
                Capacity = person.Capacity,
                From = person.Hours.From,
                Until = person.Hours.Until,
                Days = person.Hours.Days.Aggregate(0, (days, day) => days | (1 << ((int)day - 1))),
                UpdatedAt = Start,
            });
            _duties.Enqueue((person, false), person.OffFrom);
            _duties.Enqueue((person, true), person.OffUntil);
        }

        await db.SaveChangesAsync();
    }

    private void At(DateTimeOffset at, Func<Task> what) => _events.Enqueue(what, (at, _turn++));

    private void In(int minutes, Func<Task> what) => At(_world.Clock.GetUtcNow().AddMinutes(minutes), what);

    private Task<Member> MemberAsync(Snowflake person)
    {
        if (_diesWhileClimbing)
        {
            _diesWhileClimbing = false;
            throw new ChannelOnDiscord.Crash();
        }

        Snowflake[] roles = People.Single(one => one.Id == person).Rank switch
        {
            AnswererRank.Lead => [new(LadderWorld.LeadRole), new(TestPerson.MentorRole)],
            AnswererRank.Mentor => [new(TestPerson.MentorRole)],
            _ => [],
        };
        return Task.FromResult(new Member { User = new User { Id = person }, Roles = roles });
    }

    private async Task ChangeDutiesAsync()
    {
        await using var db = _world.Db();
        while (_duties.TryPeek(out var duty, out var at) && at <= _world.Clock.GetUtcNow())
        {
            (await db.In<AnswererProfile>(Interactions.Guild).SingleAsync(profile => profile.PersonId == duty.Person.Id)).IsOnDuty = duty.IsOn;
            await db.SaveChangesAsync();
            _duties.Dequeue();
        }
    }

    private async Task AskAsync(int number)
    {
        await using var db = _world.Db();
        var (track, topics) = MonthPerson.SomeTopics(_random);
        var now = _world.Clock.GetUtcNow();
        var question = new Question
        {
            GuildId = Interactions.Guild,
            AskerId = new Snowflake(10_000 + (ulong)_random.Next(400)),
            PressId = new Snowflake((ulong)number),
            Title = $"Question {number}",
            Text = "How?",
            Tried = "",
            Topics = topics,
            Track = track,
            CreatedAt = now,
            ActiveAt = now,
        };
        db.Add(question);
        await db.SaveChangesAsync();
        var thread = new Snowflake(1_000_000 + (ulong)number);
        _questionOf[thread] = question.Id;
        await _world.Services.GetRequiredService<QuestionLife>().OpenAsync(db, question, thread, thread, thread, CancellationToken.None);
        Remember(question);
    }

    private async Task EndProgramAsync(int kind)
    {
        switch (kind)
        {
            case 0:
                Channel.Fail(ChannelOnDiscord.CrashBefore);
                break;
            case 1:
                Channel.Fail(ChannelOnDiscord.CrashAfter);
                break;
            case 2:
                _diesWhileClimbing = true;
                break;
            default:
                await RestartAsync();
                break;
        }
    }

    // Long enough for those who were chosen to go to bed meanwhile.
    private async Task RestartAsync(int longest = 120)
    {
        await _world.RestartAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(_random.Next(5, longest)));

        // Nobody is blamed for not knowing what nobody could tell: who left their duty meanwhile is heard before the first job.
        await ChangeDutiesAsync();
        await RunJobsAsync(all: true);
    }

    private async Task RunJobsAsync(bool all)
    {
        for (var isFirst = true; isFirst || IsWoken<ClimbLaddersJob>() || IsWoken<CheckClaimsJob>() || IsWoken<SendDueDeliveriesJob>(); isFirst = false)
        {
            try
            {
                await RunAsync<CheckClaimsJob>(all && isFirst);
                await RunAsync<ClimbLaddersJob>(all && isFirst);
            }
            catch (ChannelOnDiscord.Crash)
            {
                DiedClimbing++;
                await RestartAsync();
                return;
            }

            try
            {
                await RunAsync<SendDueDeliveriesJob>(all && isFirst);
                await LookAsync();
            }
            catch (ChannelOnDiscord.Crash)
            {
                DiedSending++;
                await LookAsync();
                await RestartAsync(longest: 24 * 60);
                return;
            }
        }
    }

    private bool IsWoken<T>() => _world.Schedule.WakeUps.Exists(wake => wake.Job == typeof(T) && wake.At <= _world.Clock.GetUtcNow());

    private async Task RunAsync<T>(bool always) where T : IJob
    {
        if (always || IsWoken<T>())
        {
            _world.Schedule.WakeUps.RemoveAll(wake => wake.Job == typeof(T) && wake.At <= _world.Clock.GetUtcNow());
            await _world.RunJobAsync<T>();
        }
    }

    // What has come to stand in threads: people read it.
    private async Task LookAsync()
    {
        await using var db = _world.Db();
        foreach (var question in await db.In<Question>(Interactions.Guild).AsNoTracking().Where(question => question.State == QuestionState.Open).ToListAsync())
        {
            Remember(question);
        }

        var posts = Channel.Posts.Skip(_seen).Where(post => ReplyText.Of(post.Message.Components[0]).Contains("[Not now]", StringComparison.Ordinal)).OrderBy(post => post.Message.ChannelId).ToList();
        _seen = Channel.Posts.Count;
        foreach (var (message, sent) in posts)
        {
            var id = _questionOf[message.ChannelId];
            foreach (var person in sent.AllowedMentions!.Users!)
            {
                var opening = _facts[id].Opening;
                Pings.Add((id, opening, person, message.Id.CreatedAt, LoadOf(person, id)));
                Respond(id, opening, person);
            }
        }
    }

    // As people would count it: what they hold, and what they were pinged for lately and nobody has taken.
    private int LoadOf(Snowflake person, long except) =>
        _facts.Values.Count(facts => facts.State == QuestionState.Claimed && facts.Holder == person)
        + Pings.Count(ping => ping.Person == person && ping.Question != except && ping.At > _world.Clock.GetUtcNow() - Ladder.AskCounts
            && _facts[ping.Question] is { State: QuestionState.Open } facts && facts.Opening == ping.Opening && !_declined.Contains((ping.Question, ping.Opening, person)));

    private void Respond(long id, int opening, Snowflake person)
    {
        switch (_random.Next(100))
        {
            case < 60:
                In(_random.Next(2, 50), async () =>
                {
                    if (await TakeAsync(id, QuestionAct.Claim, person) is QuestionStep.Done)
                    {
                        Claimed.Add(id);
                        Work(id, person);
                    }
                });
                break;
            case < 75:
                In(_random.Next(1, 30), async () =>
                {
                    await _world.PressAsync(new TestPerson(person.Value, "helper"), $"questions.notnow.v1:{id}");
                    _declined.Add((id, opening, person));
                });
                break;
        }
    }

    private void Work(long id, Snowflake holder)
    {
        if (_random.Next(100) < 90)
        {
            In(_random.Next(10, 150), async () =>
            {
                if (await TakeAsync(id, QuestionAct.Answer, holder) is QuestionStep.Done)
                {
                    In(_random.Next(5, 1440), () => TakeAsync(id, QuestionAct.Reopen, null));
                }
            });
        }
    }

    /// <param name="by">The asker when null: they reopen one in ten, and do nothing else.</param>
    private async Task<QuestionStep?> TakeAsync(long id, QuestionAct act, Snowflake? by)
    {
        if (by is null && _random.Next(10) > 0)
        {
            return null;
        }

        await using var db = _world.Db();
        var question = (await QuestionLife.FindAsync(db, Interactions.Guild, id, CancellationToken.None))!;
        var step = await _world.Services.GetRequiredService<QuestionLife>().TakeAsync(
            db, question, act, new QuestionActor(by ?? question.AskerId, IsMentor: false, IsHelping: true), default, CancellationToken.None);
        Remember(question);
        return step;
    }

    private void Remember(Question question) => _facts[question.Id] = (question.State, question.Opening, question.HolderId);

    /// <summary>What is in the database at the end.</summary>
    internal sealed record NexusDbSnapshot(IReadOnlyList<Question> Questions, IReadOnlyList<AskedAnswerer> Asks, IReadOnlyList<Delivery> Deliveries, DateTimeOffset At);
}
