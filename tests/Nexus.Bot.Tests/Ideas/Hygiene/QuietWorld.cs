using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Hygiene;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Ideas.Hygiene;

/// <summary>One idea of Ada's in its thread, mentors in their channel, and weeks in which nobody does anything.</summary>
internal sealed class QuietWorld : IAsyncDisposable
{
    public static Snowflake Thread { get; } = new(700);

    public static Snowflake Mentors { get; } = new(60);

    private QuietWorld()
    {
        Slice = new SliceWorld(isLong: true);
        Channel = new ChannelOnDiscord(Slice);
        Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake message, MessageEdit _, RequestOptions? _, CancellationToken _) => Task.FromResult(new Message { Id = message, ChannelId = channel }));
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public DateTimeOffset Start { get; private set; }

    public DateTimeOffset Now => Slice.Clock.GetUtcNow();

    public IReadOnlyList<string> InThread => Channel.TextsIn(Thread);

    public IReadOnlyList<string> ToMentors => Channel.TextsIn(Mentors);

    public static async Task<QuietWorld> StartAsync(bool isAnswered = true, IdeaStatus status = IdeaStatus.Shaping)
    {
        var world = new QuietWorld();
        await world.Slice.ConfigureAsync(it => it.LogChannelId = Mentors);
        world.Start = world.Now;
        await using var db = world.Slice.Db();
        var idea = new Idea
        {
            GuildId = Interactions.Guild,
            Number = 12,
            AuthorId = TestPerson.Ada.Id,
            PressId = new Snowflake(1),
            Title = "Bus times",
            Problem = "Nobody knows when the bus comes.",
            ForWhom = "Students",
            Solution = "",
            Status = status,
            WasPublished = true,
            CreatedAt = world.Now,
            PostedAt = world.Now,
            TouchedAt = world.Now,
            ThreadId = Thread,
            CardChannelId = Thread,
            CardMessageId = Thread,
            HasAnswer = isAnswered,
        };
        IdeaLife.Touch(idea, world.Now);
        db.Add(idea);
        await db.SaveChangesAsync();
        return world;
    }

    public async Task<Idea> IdeaAsync()
    {
        await using var db = Slice.Db();
        return await db.In<Idea>(Interactions.Guild).AsNoTracking().SingleAsync();
    }

    /// <summary>Days pass; the jobs run every six hours.</summary>
    public async Task PassAsync(double days)
    {
        for (var until = Now.AddDays(days); Now < until;)
        {
            Slice.Clock.Advance(TimeSpan.FromHours(6));
            await RunJobsAsync();
        }
    }

    public async Task RunJobsAsync()
    {
        await Slice.RunJobAsync<LookAfterIdeasJob>();
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
    }

    /// <summary>Somebody writes in the thread, as far as the idea notices.</summary>
    public async Task SayAsync(bool isOther = true)
    {
        await using var db = Slice.Db();
        var idea = await db.In<Idea>(Interactions.Guild).SingleAsync();
        IdeaLife.Touch(idea, Now);
        idea.HasAnswer |= isOther;
        await db.SaveChangesAsync();
    }

    public async Task VoteAsync(TestPerson who)
    {
        await using var db = Slice.Db();
        var idea = await db.In<Idea>(Interactions.Guild).SingleAsync();
        db.Add(new IdeaVote { GuildId = Interactions.Guild, IdeaId = idea.Id, PersonId = who.Id, Stance = Stance.For, At = Now });
        await db.SaveChangesAsync();
    }

    /// <summary>Presses a button of the last message in the thread.</summary>
    public Task<Reply> PressAsync(TestPerson who, string label)
    {
        var message = Channel.Posts.Last(post => post.Message.ChannelId == Thread).Message;
        var button = ReplyText.AllOf(message.Components).OfType<Button>().Single(it => it.Label == label);
        return Slice.HandleAsync(Interactions.Press(who, button.CustomId!, message));
    }

    /// <summary>"day 21: 💤 …", one a message in the thread.</summary>
    public IReadOnlyList<string> Diary() =>
    [
        .. Channel.Posts.Where(post => post.Message.ChannelId == Thread).Select(post => string.Create(
            CultureInfo.InvariantCulture, $"day {(int)(post.Message.Id.CreatedAt - Start).TotalDays}: {ReplyText.Of(post.Message.Components[0]).Split(' ')[0]}")),
    ];

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
