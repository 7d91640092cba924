using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Ideas;

/// <summary>A server with ideas on its board, each with a thread. Ada proposes unless said otherwise, Mia mentors.</summary>
internal sealed class BoardWorld : IAsyncDisposable
{
    public static Snowflake Log { get; } = new(700);

    public static TestPerson Ada { get; } = TestPerson.Ada;

    public static TestPerson Bo { get; } = TestPerson.Bo;

    public static TestPerson Cy { get; } = new(103, "cy");

    public static TestPerson Mia { get; } = TestPerson.Mentor;

    private BoardWorld(string provider) => Slice = new SliceWorld(provider: provider);

    public SliceWorld Slice { get; }

    /// <summary>What was asked of Discord about threads and messages, in order.</summary>
    public List<string> Calls { get; } = [];

    public DiscordApiException? Refuses { get; set; }

    public static async Task<BoardWorld> StartAsync(string provider = DatabaseOptions.Sqlite)
    {
        var world = new BoardWorld(provider);
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = Log);
        world.PlayDiscord();
        return world;
    }

    /// <summary>An idea that stands on the board.</summary>
    public async Task<Idea> AddAsync(int number, string title, IdeaStatus status = IdeaStatus.Proposed, TestPerson? author = null, Action<Idea>? change = null)
    {
        var now = Slice.Clock.GetUtcNow();
        var idea = new Idea
        {
            GuildId = Interactions.Guild,
            Number = number,
            AuthorId = (author ?? Ada).Id,
            PressId = new Snowflake((ulong)(50_000 + number)),
            Title = title,
            Problem = "Nobody knows when the bus comes.",
            ForWhom = "",
            Solution = "",
            Status = status,
            WasPublished = true,
            CreatedAt = now,
            TouchedAt = now,
            PostedAt = now,
            ThreadId = new Snowflake((ulong)(9_000 + number)),
            CardChannelId = new Snowflake((ulong)(9_000 + number)),
            CardMessageId = new Snowflake((ulong)(9_000 + number)),
        };
        change?.Invoke(idea);
        await using var db = Slice.Db();
        db.Add(idea);
        await db.SaveChangesAsync();
        return idea;
    }

    public async Task VoteAsync(Idea idea, params TestPerson[] people) => await AddAsync([.. people.Select(person => new IdeaVote
    {
        GuildId = idea.GuildId,
        IdeaId = idea.Id,
        PersonId = person.Id,
        Stance = Stance.For,
        At = Slice.Clock.GetUtcNow(),
    })]);

    public async Task NeedAsync(Idea idea, IdeaRole role, int slots) =>
        await AddAsync(new IdeaNeed { GuildId = idea.GuildId, IdeaId = idea.Id, Role = role, Minimum = 1, Slots = slots });

    /// <param name="seat">Null: waits.</param>
    public async Task WantAsync(Idea idea, TestPerson person, IdeaRole role, int? seat) => await AddAsync(new IdeaInterest
    {
        GuildId = idea.GuildId,
        IdeaId = idea.Id,
        PersonId = person.Id,
        Role = role,
        Seat = seat,
        Since = Slice.Clock.GetUtcNow(),
    });

    public async Task FollowAsync(Idea idea, TestPerson person, FollowReason reason, bool isOn = true) => await AddAsync(new IdeaFollower
    {
        GuildId = idea.GuildId,
        IdeaId = idea.Id,
        PersonId = person.Id,
        Reason = reason,
        IsOn = isOn,
        At = Slice.Clock.GetUtcNow(),
    });

    public async Task AddAsync(params object[] rows)
    {
        await using var db = Slice.Db();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task SettleAsync(Action<IdeaSettings> change) =>
        await Slice.Services.GetRequiredService<IdeaSettingsStore>().ChangeAsync(Interactions.Guild, TestPerson.Admin.Id, "test", change, CancellationToken.None);

    public async Task<Idea> NowAsync(Idea idea)
    {
        await using var db = Slice.Db();
        return await db.In<Idea>(idea.GuildId).AsNoTracking().SingleAsync(it => it.Id == idea.Id);
    }

    /// <summary>How many are for it, over all that were merged into it.</summary>
    public async Task<int> VotesAsync(Idea idea)
    {
        await using var db = Slice.Db();
        return (await new IdeaCards(db).TallyAsync(idea, CancellationToken.None)).For;
    }

    public async Task<string> CrewAsync(Idea idea)
    {
        await using var db = Slice.Db();
        var crew = await IdeaCrews.OfAsync(db, idea, CancellationToken.None);
        return string.Join(", ", crew.Interests.Select(one => $"{one.Person} {one.Role} {one.Seat?.ToString() ?? "waits"}{(one.CameFrom is { } from ? $" from {from}" : "")}").Order());
    }

    /// <summary>Deliveries of one kind that still wait, as their card reads now.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string kind)
    {
        await using var db = Slice.Db();
        var source = Slice.Services.GetServices<IDeliverySource>().Single(it => it.Kind == kind);
        var texts = new List<string>();
        foreach (var row in await db.In<Delivery>(Interactions.Guild).Where(row => row.Kind == kind && row.State == DeliveryState.Waiting).OrderBy(row => row.Id).ToListAsync())
        {
            texts.Add((await source.ComposeAsync(db, row, null, CancellationToken.None)) is { } content && content != DeliveryContent.NotNeeded
                ? $"in {row.ChannelId}: {ReplyText.Of(content.Card)}"
                : "");
        }

        return texts;
    }

    public async Task HappenAsync<TEvent, THandler>(TEvent happened) where TEvent : GatewayEvent where THandler : class, IEventHandler<TEvent>
    {
        await using var scope = Slice.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(happened, CancellationToken.None);
    }

    public Task<Reply> PressAsync(TestPerson who, ControlSpec spec, Idea idea) => Slice.PressAsync(who, spec.For(IdeaReference.InServer(idea)));

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private void PlayDiscord()
    {
        var discord = Slice.Discord;
        discord.Setup(it => it.AddThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake person, RequestOptions? _, CancellationToken _) => Note($"{person} into {thread}"));
        discord.Setup(it => it.RemoveThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake person, RequestOptions? _, CancellationToken _) => Note($"{person} out of {thread}"));
        discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(async (Snowflake channel, Snowflake message, MessageEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                await Note($"edit {message} naming {edit.AllowedMentions?.Users?.Count ?? 0}");
                return new Message { Id = message, ChannelId = channel };
            });
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(async (Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) =>
            {
                await Note($"{(message.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications) ? "quiet" : "loud")} in {channel}, naming {message.AllowedMentions?.Users?.Count ?? 0}");
                return new Message { Id = Snowflake.At(Slice.Clock.GetUtcNow()), ChannelId = channel };
            });
    }

    private Task Note(string call)
    {
        lock (Calls)
        {
            Calls.Add(call);
        }

        return Refuses is { } refusal ? Task.FromException(refusal) : Task.CompletedTask;
    }
}
