using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>
/// A server whose people pair up in rounds, and Discord as far as that needs it, which can fail at any call. All have time in the
/// evening; those with an odd number are on the backend track, the others on the frontend track. It is Monday 23 November 2026, 09:00 UTC.
/// </summary>
internal sealed class RoundsWorld : IAsyncDisposable
{
    public static Snowflake Place { get; } = new(600);

    public static Snowflake Log { get; } = new(700);

    public static Snowflake Town { get; } = new(710);

    /// <summary>Where people are mentioned whose DMs are closed.</summary>
    public static Snowflake Elsewhere { get; } = new(750);

    public static TestPerson Mia { get; } = TestPerson.Mentor;

    private readonly Dictionary<string, Snowflake> _nonces = [];
    private ulong _last;

    private RoundsWorld(string provider, bool isLong) => Slice = new SliceWorld(provider: provider, isLong: isLong);

    public SliceWorld Slice { get; }

    /// <summary>Who is on the server, by number.</summary>
    public HashSet<ulong> Members { get; } = [];

    /// <summary>Discord tells who is there only with the privileged intent.</summary>
    public bool HasMembersIntent { get; set; } = true;

    public HashSet<Snowflake> Closed { get; } = [];

    /// <summary>Who turns out to have left when they are let into a thread.</summary>
    public HashSet<Snowflake> Gone { get; } = [];

    /// <summary>Private threads by id: who is in them.</summary>
    public Dictionary<Snowflake, HashSet<Snowflake>> Threads { get; } = [];

    private readonly Dictionary<Snowflake, string> _names = [];

    public HashSet<Snowflake> Archived { get; } = [];

    public List<RoundPost> Posts { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>The call, counted from 1, at which the program dies once, after it is done.</summary>
    public int? DiesAt { get; set; }

    /// <summary>The call, counted from 1, that Discord does not take.</summary>
    public int? FailsAt { get; set; }

    /// <summary>Discord answers nothing.</summary>
    public bool IsDown { get; set; }

    public static async Task<RoundsWorld> StartAsync(int people, string provider = DatabaseOptions.Sqlite, bool isLong = false)
    {
        var world = new RoundsWorld(provider, isLong);
        await world.Slice.ConfigureAsync(it =>
        {
            (it.LogChannelId, it.ReminderChannelId, it.TeamChannelId) = (Log, Elsewhere, Place);
        });
        world.PlayDiscord();
        await world.ComeAsync([.. Enumerable.Range(1, people)]);
        return world;
    }

    public static TestPerson Of(int number) => new(100 + (ulong)number, $"p{number}");

    /// <summary>They come to the server and say who they are.</summary>
    public async Task ComeAsync(params int[] numbers)
    {
        await using var db = Slice.Db();
        foreach (var number in numbers)
        {
            Members.Add(Of(number).Number);
            var profile = new Profile { GuildId = Interactions.Guild, PersonId = Of(number).Id };
            profile.Take(new ProfileValues { Track = number % 2 == 1 ? Tracks.Backend : Tracks.Frontend, Hours = WeekHours.Of(WeekHours.EveryDay, 18, 21) }, null, Slice.Clock.GetUtcNow());
            db.Add(profile);
        }

        await db.SaveChangesAsync();
    }

    public async Task AvoidAsync(int one, params int[] others)
    {
        await using var db = Slice.Db();
        var profile = await db.In<Profile>(Interactions.Guild).SingleAsync(it => it.PersonId == Of(one).Id);
        profile.Take(profile.Values with { Avoids = [.. others.Select(other => Of(other).Id)] }, null, Slice.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    public async Task JoinAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            await Slice.RunAsync(Of(number), "pair join");
        }
    }

    public async Task<string> RunAsync(TestPerson who, string command, object? options = null) => ReplyText.Of(await Slice.RunAsync(who, command, options));

    /// <summary>The card, a look, and Draw.</summary>
    public async Task<Reply> DrawAsync()
    {
        var look = await LookAsync();
        var drawing = await Slice.PressAsync(Mia, look, "Draw");
        return (await Slice.FollowUpAsync(Mia, drawing))!;
    }

    public async Task<Reply> LookAsync()
    {
        var card = await Slice.RunAsync(Mia, "pair round");
        return (await Slice.FollowUpAsync(Mia, await Slice.PressAsync(Mia, card, "Start a round now…")))!;
    }

    public async Task<Reply> ScheduleAsync(string when)
    {
        var form = await Slice.PressAsync(Mia, await Slice.RunAsync(Mia, "pair round"), "Schedule…");
        return await Slice.SubmitAsync(Mia, form, new { when });
    }

    /// <summary>Jobs run until what is due is done.</summary>
    public async Task SettleAsync(int rounds = 2)
    {
        for (var i = 0; i < rounds; i++)
        {
            await RunJobsAsync();
            Slice.Clock.Advance(TimeSpan.FromSeconds(25));
        }

        await RunJobsAsync();
    }

    public async Task PassAsync(TimeSpan time)
    {
        Slice.Clock.Advance(time);
        await SettleAsync();
    }

    /// <summary>Somebody deletes a thread.</summary>
    public void Delete(Snowflake thread) => Threads.Remove(thread);

    /// <summary>The pairs of a round, each as the numbers of its people.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<int>>> PairsAsync(int round)
    {
        await using var db = Slice.Db();
        var id = (await db.In<Round>(Interactions.Guild).SingleAsync(it => it.Number == round)).Id;
        var people = await db.In<Pair>(Interactions.Guild).Where(pair => pair.RoundId == id)
            .Join(db.In<PairMember>(Interactions.Guild), pair => pair.Id, member => member.PairId, (_, member) => new { member.PairId, member.PersonId }).ToListAsync();
        return [.. people.GroupBy(one => one.PairId, one => (int)(one.PersonId.Value - 100)).Select(pair => pair.Order().ToList()).OrderBy(pair => pair[0])];
    }

    public async Task<Pair> PairOfAsync(int round, int person)
    {
        await using var db = Slice.Db();
        var id = (await db.In<Round>(Interactions.Guild).SingleAsync(it => it.Number == round)).Id;
        return await db.In<Pair>(Interactions.Guild).AsNoTracking()
            .SingleAsync(pair => pair.RoundId == id && db.In<PairMember>(Interactions.Guild).Any(member => member.PairId == pair.Id && member.PersonId == Of(person).Id));
    }

    public async Task<IReadOnlyList<Round>> RoundsAsync()
    {
        await using var db = Slice.Db();
        return await db.In<Round>(Interactions.Guild).AsNoTracking().OrderBy(round => round.Number).ToListAsync();
    }

    public static Snowflake Dm(int number) => new(5000 + Of(number).Number);

    public IReadOnlyList<string> Texts(Snowflake channel) => [.. Posts.Where(post => post.Channel == channel).Select(post => post.Text)];

    public RoundPost Last(Snowflake channel, string word) => Posts.Last(post => post.Channel == channel && post.Text.Contains(word, StringComparison.Ordinal));

    public async Task<Reply> PressAsync(int who, RoundPost on, string label, bool inDm = false)
    {
        var id = ReplyText.ButtonId(Reply.PrivateCard(on.Card), label);
        return await Slice.HandleAsync(inDm ? Interactions.PressInDm(Of(who), id) : Interactions.Press(Of(who), id));
    }

    public async Task HappenAsync<TEvent, THandler>(TEvent happened) where TEvent : Nexus.Discord.Gateway.GatewayEvent where THandler : class, IEventHandler<TEvent>
    {
        await using var scope = Slice.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(happened, CancellationToken.None);
    }

    public Task WriteAsync(int who, Snowflake thread) => HappenAsync<Nexus.Discord.Gateway.MessageCreateEvent, HearsRoundPairs>(
        new(new Message { Id = NewId(), GuildId = Interactions.Guild, ChannelId = thread, Author = new User { Id = Of(who).Id } }));

    public async Task RunJobsAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            try
            {
                await Slice.RunJobAsync<RunRoundsJob>();
                await Slice.RunJobAsync<PlacePairsJob>();
                await Slice.RunJobAsync<SendDueDeliveriesJob>();
            }
            catch (Exception dead) when (dead.GetBaseException() is InvalidOperationException { Message: "The program dies." })
            {
                await Slice.RestartAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private void PlayDiscord()
    {
        var discord = Slice.Discord;
        var town = new Channel { Id = Town, GuildId = Interactions.Guild, Type = ChannelType.GuildText };
        discord.Setup(it => it.GetCurrentApplicationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Application { Id = new Snowflake(77) });
        discord.Setup(it => it.GetChannelAsync(Town, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(town);
        discord.Setup(it => it.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(() => CallAsync("guild", () => new Guild
        {
            Id = Interactions.Guild, OwnerId = new Snowflake(999), Roles = [new Role { Id = Interactions.Guild, Permissions = Permissions.ViewChannel | Permissions.SendMessages }],
        }));
        discord.Setup(it => it.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => CallAsync<IReadOnlyList<Member>>("members", () => HasMembersIntent
                ? [.. Members.Select(number => new Member { User = new User { Id = new Snowflake(number) }, Roles = [] })]
                : throw new DiscordApiException("GET", 403, DiscordErrorCode.MissingAccess, "no intent")));
        discord.Setup(it => it.GetMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => CallAsync("member", () => Members.Contains(person.Value) || person.Value == 77
                ? new Member { User = new User { Id = person }, Roles = [] }
                : throw new DiscordApiException("GET", 404, DiscordErrorCode.UnknownMember, "Unknown Member")));
        discord.Setup(it => it.GetActiveThreadsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => CallAsync("threads", () => new ThreadList { Threads = [.. Threads.Keys.Select(Thread)] }));
        discord.Setup(it => it.StartThreadAsync(Place, It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ThreadCreate create, RequestOptions? _, CancellationToken _) => CallAsync("open", () =>
            {
                var id = NewId();
                (Threads[id], _names[id]) = ([], create.Name);
                return Thread(id);
            }));
        discord.Setup(it => it.AddThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake who, RequestOptions? _, CancellationToken _) => CallAsync("let in", () =>
                Gone.Contains(who) ? throw new DiscordApiException("PUT", 404, DiscordErrorCode.UnknownMember, "Unknown Member")
                    : Threads.TryGetValue(thread, out var people) ? people.Add(who)
                    : throw new DiscordApiException("PUT", 404, DiscordErrorCode.UnknownChannel, "Unknown Channel")));
        discord.Setup(it => it.EditChannelAsync(It.IsAny<Snowflake>(), It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, ChannelEdit edit, RequestOptions? _, CancellationToken _) => CallAsync("edit", () =>
            {
                if (edit.Archived is not false && Archived.Contains(id))
                {
                    throw new DiscordApiException("PATCH", 400, DiscordErrorCode.ThreadArchived, "archived");
                }

                _ = edit.Archived is true ? Archived.Add(id) : Archived.Remove(id);
                _names[id] = edit.Name ?? _names[id];
                return Thread(id);
            }));
        discord.Setup(it => it.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake person, RequestOptions? _, CancellationToken _) => new Channel { Id = new Snowflake(5000 + person.Value) });
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate create, RequestOptions? _, CancellationToken _) => CallAsync("post", () => Post(channel, create)));
        discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake id, MessageEdit edit, RequestOptions? _, CancellationToken _) => CallAsync("redraw", () =>
            {
                Posts.Single(post => post.Id == id).Card = (Container)edit.Components.Value![0];
                return new Message { Id = id, ChannelId = channel };
            }));
        discord.Setup(it => it.GetMessagesAsync(It.IsAny<Snowflake>(), It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, int _, Snowflake? _, Snowflake? _, RequestOptions? _, CancellationToken _) =>
                [.. Posts.Where(post => post.Channel == channel).Select(post => new Message { Id = post.Id, ChannelId = channel, Author = new User { Bot = true }, Components = [post.Card] })]);
    }

    private Channel Thread(Snowflake id) => new() { Id = id, Name = _names[id], Type = ChannelType.PrivateThread, ParentId = Place, OwnerId = new Snowflake(77), GuildId = Interactions.Guild };

    private Message Post(Snowflake channel, MessageCreate create)
    {
        if (Closed.Any(person => channel.Value == 5000 + person.Value))
        {
            throw new DiscordApiException("POST", 403, DiscordErrorCode.CannotSendToUser, "closed");
        }

        if (!_nonces.TryGetValue(create.Nonce!, out var id))
        {
            id = _nonces[create.Nonce!] = NewId();
            Posts.Add(new RoundPost(channel, id, create.AllowedMentions?.Users ?? [], create.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications)) { Card = (Container)create.Components![0] });
        }

        return new Message { Id = id, ChannelId = channel };
    }

    private async Task<T> CallAsync<T>(string name, Func<T> effect)
    {
        int number;
        lock (Calls)
        {
            Calls.Add(name);
            number = Calls.Count;
        }

        if (IsDown || FailsAt == number)
        {
            throw new DiscordApiException(name, 503, 0, "unavailable");
        }

        var dies = DiesAt == number;
        await Task.Yield();
        T result;
        lock (Calls)
        {
            // Messages are sent several at once.
            result = effect();
        }

        return dies ? throw new InvalidOperationException("The program dies.") : result;
    }

    private Snowflake NewId() => new(Snowflake.At(Slice.Clock.GetUtcNow()).Value + ++_last);
}

internal sealed record RoundPost(Snowflake Channel, Snowflake Id, IReadOnlyList<Snowflake> Pings, bool IsQuiet)
{
    public required Container Card { get; set; }

    public string Text => ReplyText.Of(Card);
}
