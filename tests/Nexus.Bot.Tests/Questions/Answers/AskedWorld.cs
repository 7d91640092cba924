using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Answers;

/// <summary>A server on which Ada has asked question 12 in the channel of the interactions; keeps what the bot sends.</summary>
internal sealed class AskedWorld : IAsyncDisposable
{
    public static readonly TestPerson Cy = new(103, "cy");

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Message> _said = [];
    private int _next;

    private AskedWorld()
    {
    }

    public SliceWorld World { get; } = new();

    public Snowflake Thread => Interactions.Channel;

    public long Id { get; private set; }

    /// <summary>Where the bot wrote and what; a direct message has the person's id.</summary>
    public List<(Snowflake Channel, MessageCreate Message)> Sent { get; } = [];

    public static async Task<AskedWorld> StartAsync(bool isAnonymous = false, Action<Question>? change = null, ulong? origin = null, params TestPerson[] followers)
    {
        var asked = new AskedWorld();
        await asked.World.ConfigureAsync();
        asked.HearDiscord();
        await using var db = asked.World.Db();
        var question = new Question
        {
            GuildId = Interactions.Guild,
            Number = 12,
            AskerId = TestPerson.Ada.Id,
            IsAnonymous = isAnonymous,
            PressId = new Snowflake(1),
            Title = "Celery never *runs* my task",
            Text = "The worker starts and nothing happens.\n\n```\nkombu.exceptions.OperationalError: [Errno 111] Connection refused\n```",
            Tried = "",
            OriginMessageId = origin is { } id ? new Snowflake(id) : null,
            Topics = ["celery", "no-such-topic"],
            CreatedAt = Start,
            ActiveAt = Start,
            PostedAt = Start,
            OpenedAt = Start,
            Opening = 1,
            ThreadId = asked.Thread,
            CardChannelId = asked.Thread,
            CardMessageId = asked.Thread,
        };
        change?.Invoke(question);
        db.Add(question);
        await db.SaveChangesAsync();
        foreach (var follower in followers)
        {
            db.Add(new QuestionFollower { GuildId = Interactions.Guild, QuestionId = question.Id, PersonId = follower.Id, Since = Start });
        }

        await db.SaveChangesAsync();
        asked.Id = question.Id;
        return asked;
    }

    /// <summary>Somebody writes in the thread.</summary>
    public Message Says(TestPerson who, string text, Func<Message, Message>? change = null)
    {
        var message = new Message
        {
            Id = Snowflake.At(Start.AddMinutes(++_next)),
            ChannelId = Thread,
            GuildId = Interactions.Guild,
            Author = new User { Id = who.Id, Username = who.Name, Bot = who.IsBot },
            Content = text,
        };
        message = change?.Invoke(message) ?? message;
        _said.Add(message);
        return message;
    }

    public void Deletes(Message message) => _said.Remove(message);

    public Task<Reply> MarkAsync(TestPerson who, Message message) => World.HandleAsync(Interactions.MessageCommand(who, "Mark as answer", message));

    public Task<Reply> PressAsync(TestPerson who, ControlSpec control) => World.PressAsync(who, control.For(Id));

    public async Task<Question> QuestionAsync()
    {
        await using var db = World.Db();
        return await db.In<Question>(Interactions.Guild).AsNoTracking().SingleAsync(it => it.Id == Id);
    }

    public async Task<List<QuestionAnswer>> AnswersAsync()
    {
        await using var db = World.Db();
        return await db.In<QuestionAnswer>(Interactions.Guild).AsNoTracking().OrderBy(it => it.Id).ToListAsync();
    }

    public async Task StepAsync(QuestionAct act, TestPerson by)
    {
        await using var db = World.Db();
        var question = (await QuestionLife.FindAsync(db, Interactions.Guild, Id, CancellationToken.None))!;
        var actor = new QuestionActor(by.Id, IsMentor: by == TestPerson.Mentor, IsHelping: true);
        var life = (QuestionLife)World.Services.GetService(typeof(QuestionLife))!;
        Assert.IsType<QuestionStep.Done>(await life.TakeAsync(db, question, act, actor, default, CancellationToken.None));
    }

    /// <summary>Everything that is due goes out.</summary>
    public Task SendAsync() => World.RunJobAsync<SendDueDeliveriesJob>();

    /// <summary>What was sent to this place that speaks of answers; who was pinged stands before it.</summary>
    public IReadOnlyList<string> News(Snowflake place) =>
    [
        .. Sent.Where(sent => sent.Channel == place && sent.Message.Components is { Count: > 0 })
            .Select(sent => $"[{string.Join(',', sent.Message.AllowedMentions.Users ?? [])}] {string.Join('\n', sent.Message.Components!.Select(ReplyText.Of))}")
            .Where(text => text.Contains("🙏", StringComparison.Ordinal) || text.Contains("✅ ", StringComparison.Ordinal) || text.Contains("💬 ", StringComparison.Ordinal) || text.Contains("🔁 ", StringComparison.Ordinal)),
    ];

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private void HearDiscord()
    {
        var discord = World.Discord;
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) =>
            {
                lock (Sent) // messages to several places are sent side by side
                {
                    Sent.Add((channel, message));
                    return new Message { Id = Snowflake.At(World.Clock.GetUtcNow().AddSeconds(Sent.Count)), ChannelId = channel };
                }
            });
        discord.Setup(it => it.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake person, RequestOptions? _, CancellationToken _) => new Channel { Id = person, Type = ChannelType.Dm });
        discord.Setup(it => it.GetMessagesAsync(Thread, It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => [.. _said.OrderByDescending(message => message.Id)]);
        discord.Setup(it => it.GetMessageAsync(Thread, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, Snowflake id, RequestOptions? _, CancellationToken _) => _said.Find(message => message.Id == id)
                ?? throw new DiscordApiException("GET /channels/{channel}/messages/{message}", 404, DiscordErrorCode.UnknownMessage, "Unknown Message"));
    }
}
