using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Teams;

internal enum Fault
{
    /// <summary>Discord does not take the request now.</summary>
    Unavailable,

    /// <summary>It is done, but nobody hears of it.</summary>
    AnswerLost,

    /// <summary>It is done, and the program dies.</summary>
    Crash,
}

/// <summary>
/// A server with a channel for teams, and Discord as far as teams need it, which can fail at any call. Ada is on the backend track, Bo
/// and Cy on the frontend track, Mia mentors. It is Monday 23 November 2026, 09:00 UTC.
/// </summary>
internal sealed class TeamsWorld : IAsyncDisposable
{
    private const ulong BackendRole = 910, FrontendRole = 911;

    public static Snowflake Place { get; } = new(600);

    public static Snowflake Log { get; } = new(700);

    /// <summary>Where people are mentioned whose DMs are closed.</summary>
    public static Snowflake Elsewhere { get; } = new(750);

    public static TestPerson Ada { get; } = TestPerson.Ada with { Roles = [BackendRole] };

    public static TestPerson Bo { get; } = TestPerson.Bo with { Roles = [FrontendRole] };

    public static TestPerson Cy { get; } = new(103, "cy") { Roles = [FrontendRole] };

    public static TestPerson Mia { get; } = TestPerson.Mentor;

    /// <summary>The other mentor.</summary>
    public static TestPerson Noor { get; } = Mia with { Number = 202, Name = "noor" };

    // Messages to several places are sent side by side.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Snowflake> _nonces = [];
    private ulong _last;

    private TeamsWorld(string provider) => Slice = new SliceWorld(configure: services => services.AddSingleton<IIdeaNews>(new HeardNews(Heard)), provider: provider);

    /// <summary>What ideas were told of their teams.</summary>
    public List<string> Heard { get; } = [];

    public SliceWorld Slice { get; }

    /// <summary>Threads by id, those that were deleted left out.</summary>
    public Dictionary<Snowflake, TeamThread> Threads { get; } = [];

    /// <summary>Everything that was posted: where, by id, what it says now, and whom it pinged.</summary>
    public List<Posted> Messages { get; } = [];

    /// <summary>What was asked of Discord, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Who takes no direct messages.</summary>
    public HashSet<Snowflake> Closed { get; } = [];

    /// <summary>Who has left the server.</summary>
    public HashSet<Snowflake> Away { get; } = [];

    /// <summary>Discord's code on every new thread.</summary>
    public int? NoThreads { get; set; }

    /// <summary>The call, counted from 1, at which it fails once.</summary>
    public (int Call, Fault Fault)? Fails { get; set; }

    public static async Task<TeamsWorld> StartAsync(string provider = DatabaseOptions.Sqlite, bool hasPlace = true)
    {
        var world = new TeamsWorld(provider);
        await world.ChooseAsync(hasPlace);
        world.PlayDiscord();
        return world;
    }

    public Task ChooseAsync(bool hasPlace) => Slice.ConfigureAsync(it =>
    {
        (it.BackendRoleId, it.FrontendRoleId, it.LogChannelId, it.ReminderChannelId) = (new Snowflake(BackendRole), new Snowflake(FrontendRole), Log, Elsewhere);
        it.TeamChannelId = hasPlace ? Place : null;
    });

    public async Task<string> RunAsync(TestPerson who, string command, object? options = null) => ReplyText.Of(await Slice.RunAsync(who, command, options));

    public async Task<Team> CreateAsync(TestPerson who, string name)
    {
        await Slice.RunAsync(who, "team create", new { name });
        await SettleAsync();
        return await TeamAsync(name);
    }

    /// <summary>Somebody comes by an invitation.</summary>
    public async Task BringAsync(TestPerson by, TestPerson who)
    {
        await Slice.RunAsync(by, "team invite", new { person = who });
        await PressInDmAsync(who, "I'd like to");
        await SettleAsync();
    }

    /// <summary>Presses a button of the last message that the bot sent them.</summary>
    public Task<Reply> PressInDmAsync(TestPerson who, string label) => PressAsync(who, Dm(who), label, inDm: true);

    public Task<Reply> PressAsync(TestPerson who, Snowflake channel, string label, bool inDm = false) => PressLastAsync(who, channel, label, inDm);

    /// <summary>Jobs run and time passes until nothing is left to do.</summary>
    public async Task SettleAsync(int rounds = 2, int seconds = 25)
    {
        for (var i = 0; i < rounds; i++)
        {
            await RunJobsAsync();
            Slice.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await RunJobsAsync();
    }

    public async Task<Team> TeamAsync(string name)
    {
        await using var db = Slice.Db();
        return await db.In<Team>(Interactions.Guild).AsNoTracking().SingleAsync(team => team.Name == name);
    }

    public async Task<IReadOnlyList<TestPerson>> OnAsync(Team team)
    {
        await using var db = Slice.Db();
        return [.. (await TeamLife.MembersAsync(db, team, CancellationToken.None)).Select(member => new[] { Ada, Bo, Cy, Mia, Noor }.Single(who => who.Id == member.PersonId))];
    }

    public static Snowflake Dm(TestPerson who) => new(5000 + who.Number);

    public IReadOnlyList<string> Texts(Snowflake channel) => [.. Messages.Where(message => message.Channel == channel).Select(message => message.Text)];

    public string Last(Snowflake channel) => Texts(channel)[^1];

    public async Task HappenAsync<TEvent, THandler>(TEvent happened) where TEvent : Nexus.Discord.Gateway.GatewayEvent where THandler : class, IEventHandler<TEvent>
    {
        await using var scope = Slice.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(happened, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private async Task<Reply> PressLastAsync(TestPerson who, Snowflake channel, string label, bool inDm)
    {
        await SettleAsync();
        var card = Messages.Last(message => message.Channel == channel && message.Text.Contains($"[{label}]", StringComparison.Ordinal)).Card;
        var id = ReplyText.ButtonId(Reply.PrivateCard(card), label);
        return await Slice.HandleAsync(inDm ? Interactions.PressInDm(who, id) : Interactions.Press(who, id));
    }

    private async Task RunJobsAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            try
            {
                await Slice.RunJobAsync<PlaceTeamsJob>();
                await Slice.RunJobAsync<SendDueDeliveriesJob>();
            }
            catch (Exception dead) when (dead.GetBaseException() is InvalidOperationException { Message: "The program dies." })
            {
                await Slice.RestartAsync();
            }
        }
    }

    private void PlayDiscord()
    {
        var discord = Slice.Discord;
        discord.Setup(it => it.GetCurrentApplicationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Application { Id = new Snowflake(77) });
        discord.Setup(it => it.GetActiveThreadsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => CallAsync("threads", () => new ThreadList { Threads = [.. Threads.Values.Where(thread => !thread.IsArchived).Select(thread => thread.Channel)] }));
        discord.Setup(it => it.StartThreadAsync(Place, It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ThreadCreate create, RequestOptions? _, CancellationToken _) => CallAsync($"open {create.Name}", () =>
            {
                if (NoThreads is { } code)
                {
                    throw new DiscordApiException("POST /channels/{channel}/threads", 403, code, "refused");
                }

                var thread = new TeamThread(NewId(), create.Name, create.Type);
                Threads.Add(thread.Id, thread);
                return thread.Channel;
            }));
        discord.Setup(it => it.AddThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake who, RequestOptions? _, CancellationToken _) => CallAsync($"let in {who}", () =>
            {
                _ = Away.Contains(who) ? throw new DiscordApiException("PUT", 404, DiscordErrorCode.UnknownMember, "Unknown Member") : Writable(thread).People.Add(who);
                return true;
            }));
        discord.Setup(it => it.RemoveThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake who, RequestOptions? _, CancellationToken _) => CallAsync($"put out {who}", () =>
                Writable(thread).People.Remove(who) ? true : throw new DiscordApiException("DELETE", 404, DiscordErrorCode.UnknownMember, "Unknown Member")));
        discord.Setup(it => it.EditChannelAsync(It.IsAny<Snowflake>(), It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, ChannelEdit edit, RequestOptions? _, CancellationToken _) => CallAsync($"edit {edit.Name}{edit.Archived}", () =>
            {
                var thread = edit.Archived is null ? Writable(id) : Known(id);
                (thread.IsArchived, thread.Name) = (edit.Archived ?? thread.IsArchived, edit.Name ?? thread.Name);
                return thread.Channel;
            }));
        discord.Setup(it => it.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake person, RequestOptions? _, CancellationToken _) => new Channel { Id = new Snowflake(5000 + person.Value) });
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate create, RequestOptions? _, CancellationToken _) => CallAsync("post", () => Post(channel, create)));
        discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake id, MessageEdit edit, RequestOptions? _, CancellationToken _) => CallAsync("redraw", () =>
            {
                Writable(channel);
                Messages.Single(message => message.Id == id).Card = (Container)edit.Components.Value![0];
                return new Message { Id = id, ChannelId = channel };
            }));
        discord.Setup(it => it.GetMessagesAsync(It.IsAny<Snowflake>(), It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, int _, Snowflake? _, Snowflake? _, RequestOptions? _, CancellationToken _) =>
                [.. Messages.Where(message => message.Channel == channel).Select(message => new Message { Id = message.Id, ChannelId = channel, Components = [message.Card] })]);
        discord.Setup(it => it.GetMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => Away.Contains(person)
                ? throw new DiscordApiException("GET", 404, DiscordErrorCode.UnknownMember, "Unknown Member")
                : Task.FromResult(new Member { Roles = [.. new[] { Mia, Noor }.Where(one => one.Id == person).SelectMany(one => one.Roles).Select(role => new Snowflake(role))] }));
    }

    private Message Post(Snowflake channel, MessageCreate create)
    {
        if (Closed.Any(person => channel.Value == 5000 + person.Value))
        {
            throw new DiscordApiException("POST", 403, DiscordErrorCode.CannotSendToUser, "closed");
        }

        if (!_nonces.TryGetValue(create.Nonce!, out var id))
        {
            if (channel.Value > 1_000_000)
            {
                Known(channel).IsArchived = false;
            }

            id = _nonces[create.Nonce!] = NewId();
            Messages.Add(new Posted(channel, id, create.AllowedMentions?.Users ?? [], create.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications)) { Card = (Container)create.Components![0] });
        }

        return new Message { Id = id, ChannelId = channel };
    }

    private async Task<T> CallAsync<T>(string name, Func<T> effect)
    {
        Fault? fault;
        lock (_gate)
        {
            Calls.Add(name);
            fault = Fails is var (call, kind) && call == Calls.Count ? kind : null;
        }

        if (fault == Fault.Unavailable)
        {
            throw new DiscordApiException(name, 503, 0, "unavailable");
        }

        await Task.Yield();
        T result;
        lock (_gate)
        {
            result = effect();
        }

        return fault switch
        {
            null => result,
            Fault.AnswerLost => throw new DiscordApiException(name, 0, 0, "no answer"),
            _ => throw new InvalidOperationException("The program dies."),
        };
    }

    private TeamThread Writable(Snowflake id) => Known(id) is { IsArchived: false } open ? open : throw new DiscordApiException("PATCH", 400, DiscordErrorCode.ThreadArchived, "archived");

    private TeamThread Known(Snowflake id) => Threads.GetValueOrDefault(id) ?? throw new DiscordApiException("PATCH", 404, DiscordErrorCode.UnknownChannel, "Unknown Channel");

    private Snowflake NewId() => new(Snowflake.At(Slice.Clock.GetUtcNow()).Value + ++_last);
}

internal sealed class HeardNews(List<string> heard) : IIdeaNews
{
    public Task TeamChangedAsync(NexusDb db, Snowflake guild, long ideaId, TeamNews news, CancellationToken ct)
    {
        heard.Add($"{ideaId}: {news.Name ?? "ended"}, {news.Repository ?? "no repository"}");
        return Task.CompletedTask;
    }
}

internal sealed class TeamThread(Snowflake id, string name, ChannelType type)
{
    public Snowflake Id => id;

    public string Name { get; set; } = name;

    public bool IsArchived { get; set; }

    public HashSet<Snowflake> People { get; } = [];

    public Channel Channel => new() { Id = id, Name = Name, Type = type, ParentId = TeamsWorld.Place, OwnerId = new Snowflake(77) };
}

internal sealed record Posted(Snowflake Channel, Snowflake Id, IReadOnlyList<Snowflake> Pings, bool IsQuiet)
{
    public required Container Card { get; set; }

    public string Text => ReplyText.Of(Card);
}
