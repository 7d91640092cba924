using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Escalation;

/// <summary>A server with people who answer, and the clock. It is Monday 23 November 2026, 09:00 UTC; the server is on UTC.</summary>
internal sealed class LadderWorld : IAsyncDisposable
{
    public const ulong LeadRole = 901;

    public static Snowflake Log { get; } = new(49);

    public static Snowflake Thread { get; } = new(7001);

    public static TestPerson Cy { get; } = new(103, "cy");

    public static TestPerson Lea { get; } = new(202, "lea", Permissions.SendMessages, LeadRole, TestPerson.MentorRole);

    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(6);

    private LadderWorld()
    {
        Slice = new SliceWorld();
        Channel = new ChannelOnDiscord(Slice);
        Slice.Discord
            .Setup(discord => discord.GetMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => Members.TryGetValue(person, out var roles)
                ? Task.FromResult(new Member { User = new User { Id = person }, Roles = roles })
                : throw new DiscordApiException("GET /guilds/{guild}/members/{user}", 404, DiscordErrorCode.UnknownMember, "no"));
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public Dictionary<Snowflake, IReadOnlyList<Snowflake>> Members { get; } = [];

    public DateTimeOffset Now => Slice.Clock.GetUtcNow();

    public static async Task<LadderWorld> StartAsync(Action<QuestionSettings>? settings = null)
    {
        var world = new LadderWorld();
        await world.Slice.ConfigureAsync(configuration => (configuration.TimeZone, configuration.LogChannelId) = ("UTC", Log));
        var chosen = new QuestionSettings { GuildId = Interactions.Guild, LeadRoleId = new Snowflake(LeadRole) };
        settings?.Invoke(chosen);
        await using var db = world.Slice.Db();
        db.Add(chosen);
        await db.SaveChangesAsync();
        return world;
    }

    /// <summary>Says with <c>/helper set</c> what they know.</summary>
    public async Task<Reply> HelpsAsync(TestPerson who, string topics, string hours = "any time", int capacity = 2, string tracks = "backend")
    {
        Members[who.Id] = [.. who.Roles.Select(role => new Snowflake(role))];
        return await Slice.RunAsync(who, "helper set", new { topics, tracks, capacity, hours });
    }

    /// <summary>A question that ada asks, posted now.</summary>
    public async Task<long> AskAsync(string topic = "celery", string? track = "backend", bool anonymous = false, int number = 1)
    {
        await using var db = Slice.Db();
        var question = new Question
        {
            GuildId = Interactions.Guild,
            AskerId = TestPerson.Ada.Id,
            PressId = new Snowflake(9000 + (ulong)number),
            Title = "Tasks never run",
            Text = "They stay in the queue.",
            Tried = "",
            Topics = topic.Length == 0 ? [] : [topic],
            Track = track,
            IsAnonymous = anonymous,
            CreatedAt = Now,
            ActiveAt = Now,
        };
        db.Add(question);
        await db.SaveChangesAsync();
        await Life.OpenAsync(db, question, new Snowflake(Thread.Value + (ulong)number - 1), Thread, Thread, CancellationToken.None);
        await RunJobsAsync();
        return question.Id;
    }

    public async Task<QuestionStep> TakeAsync(long id, QuestionAct act, TestPerson? by, TestPerson? about = null, bool isMentor = false)
    {
        await using var db = Slice.Db();
        var question = (await QuestionLife.FindAsync(db, Interactions.Guild, id, CancellationToken.None))!;
        var step = await Life.TakeAsync(
            db, question, act, by is null ? QuestionActor.Clock : new QuestionActor(by.Id, isMentor, IsHelping: true), about?.Id ?? default, CancellationToken.None);
        await RunJobsAsync();
        return step;
    }

    public async Task<Question> QuestionAsync(long id)
    {
        await using var db = Slice.Db();
        return await db.In<Question>(Interactions.Guild).AsNoTracking().SingleAsync(question => question.Id == id);
    }

    public async Task<IReadOnlyList<AskedAnswerer>> AsksAsync()
    {
        await using var db = Slice.Db();
        return await db.In<AskedAnswerer>(Interactions.Guild).AsNoTracking().OrderBy(one => one.Id).ToListAsync();
    }

    /// <summary>What stands in the thread, without its buttons.</summary>
    public IReadOnlyList<string> Said => [.. Channel.TextsIn(Thread).Select(text => text.Split("\n[")[0])];

    public IReadOnlyList<string> DmsOf(TestPerson who) => Channel.TextsIn(ChannelOnDiscord.DmOf(who.Id));

    /// <summary>Whom messages pinged, one list a message.</summary>
    public IReadOnlyList<string> Pings => [.. Channel.Sent.Select(message => string.Join(' ', message.AllowedMentions?.Users ?? [])).Where(people => people.Length > 0)];

    public Task<Reply> PressAsync(TestPerson who, string key, long id) => Slice.PressAsync(who, $"questions.{key}.v1:{id}");

    public async Task<Reply> PressInDmAsync(TestPerson who, string key, long id)
    {
        var reply = await Slice.HandleAsync(Interactions.PressInDm(who, $"questions.{key}.v1:{Interactions.Guild}/{id}"));
        await RunJobsAsync();
        return reply;
    }

    public async Task PassAsync(TimeSpan time)
    {
        var moment = Now + time;
        await RunJobsAsync();
        while (Now < moment)
        {
            var next = Slice.Schedule.WakeUps.Select(wake => wake.At).Where(at => at > Now).Append(Now + LongestStep).Append(moment).Min();
            Slice.Clock.Advance(next - Now);
            await RunJobsAsync();
        }
    }

    public Task PassUntilAsync(int day, int hour, int minute = 0) => PassAsync(new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.Zero) - Now);

    public async Task RunJobsAsync()
    {
        await Slice.RunJobAsync<ClimbLaddersJob>();
        await Slice.RunJobAsync<CheckClaimsJob>();
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
    }

    public QuestionLife Life => Slice.Services.GetRequiredService<QuestionLife>();

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
