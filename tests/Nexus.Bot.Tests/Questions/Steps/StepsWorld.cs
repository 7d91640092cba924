using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Steps;

/// <summary>A server with a question of Bo's in its forum, Mia who mentors, and Cy who helps. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class StepsWorld : IAsyncDisposable
{
    public static Snowflake Forum { get; } = new(800);

    public static Snowflake Log { get; } = new(700);

    public static TestPerson Cy { get; } = new(103, "cy");

    private StepsWorld() => Slice = new SliceWorld();

    public SliceWorld Slice { get; }

    public long Id { get; private set; }

    public Snowflake Thread { get; private set; }

    /// <summary>The post as Discord has it; null when it was deleted.</summary>
    public Channel? Post { get; set; }

    public DiscordApiException? EditFails { get; set; }

    /// <summary>What was asked of Discord, in order.</summary>
    public List<string> Calls { get; } = [];

    public string? Card { get; private set; }

    public static async Task<StepsWorld> StartAsync(Action<Question>? change = null, string? answer = null)
    {
        var world = new StepsWorld();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = Log);
        world.Id = await Archive.AddAsync(world.Slice, 12, "Celery runs my task twice", "It sends *two* mails.", answer, change: change);
        world.Thread = (await world.QuestionAsync()).ThreadId!.Value;
        world.Post = new Channel { Id = world.Thread, ParentId = Forum, Name = "Celery runs my task twice", Type = ChannelType.PublicThread, ThreadMetadata = new ThreadMetadata(), AppliedTags = [new Snowflake(1)] };
        await using var db = world.Slice.Db();
        db.Add(new AnswererProfile { GuildId = Interactions.Guild, PersonId = Cy.Id, UpdatedAt = world.Slice.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        world.PlayDiscord();
        return world;
    }

    public Task<Reply> PressAsync(TestPerson who, ControlSpec spec) => Slice.PressAsync(who, spec.For(Id));

    public Task<Reply> HandToAsync(TestPerson who, string customId, TestPerson whom, bool isBot = false)
    {
        var select = Interactions.Select(who, customId, ComponentType.UserSelect, whom.Id.ToString());
        var resolved = new ResolvedData
        {
            Users = new Dictionary<Snowflake, User> { [whom.Id] = new() { Id = whom.Id, Username = whom.Name, Bot = isBot } },
            Members = new Dictionary<Snowflake, Member> { [whom.Id] = new() { Roles = [.. whom.Roles.Select(role => new Snowflake(role))] } },
        };
        return Slice.HandleAsync(select with { Data = select.Data! with { Resolved = resolved } });
    }

    /// <summary>Cy says that an answer is there.</summary>
    public async Task AnswerAsync()
    {
        await using var db = Slice.Db();
        var question = (await QuestionLife.FindAsync(db, Interactions.Guild, Id, CancellationToken.None))!;
        var cy = new QuestionActor(Cy.Id, IsMentor: false, IsHelping: true);
        await Slice.Services.GetRequiredService<QuestionLife>().TakeAsync(db, question, QuestionAct.Answer, cy, new Snowflake(6000), CancellationToken.None);
    }

    public async Task<Question> QuestionAsync()
    {
        await using var db = Slice.Db();
        return await db.In<Question>(Interactions.Guild).SingleAsync(question => question.Id == Id);
    }

    public async Task ChangeAsync(Action<Question> change)
    {
        await using var db = Slice.Db();
        change(await db.In<Question>(Interactions.Guild).SingleAsync(question => question.Id == Id));
        await db.SaveChangesAsync();
    }

    /// <summary>Deliveries of one kind that still wait, as their card would read now.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string kind)
    {
        await using var db = Slice.Db();
        var source = Slice.Services.GetServices<IDeliverySource>().Single(it => it.Kind == kind);
        var texts = new List<string>();
        foreach (var row in await db.In<Delivery>(Interactions.Guild).Where(row => row.Kind == kind && row.State == DeliveryState.Waiting).OrderBy(row => row.Id).ToListAsync())
        {
            var content = await source.ComposeAsync(db, row, null, CancellationToken.None);
            texts.Add(content is null || content == DeliveryContent.NotNeeded ? "" : ReplyText.Of(content.Card));
        }

        return texts;
    }

    public async Task DrawAsync()
    {
        Slice.Clock.Advance(TimeSpan.FromSeconds(6));
        await Slice.RunJobAsync<DrawQuestionsJob>();
    }

    public async Task HappenAsync<TEvent, THandler>(TEvent happened) where TEvent : GatewayEvent where THandler : class, IEventHandler<TEvent>
    {
        await using var scope = Slice.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(happened, CancellationToken.None);
    }

    public static DiscordApiException Refusal(int status, int code) => new("PATCH /channels/{channel}", status, code, "no");

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private void PlayDiscord()
    {
        var discord = Slice.Discord;
        discord.Setup(it => it.GetChannelAsync(Thread, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => Post is { } post ? Task.FromResult(post) : throw Refusal(404, DiscordErrorCode.UnknownChannel));
        discord.Setup(it => it.GetChannelAsync(Forum, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Channel
        {
            Id = Forum,
            Type = ChannelType.GuildForum,
            AvailableTags = [new ForumTag { Id = new Snowflake(1), Name = "open" }, new ForumTag { Id = new Snowflake(2), Name = "claimed" }, new ForumTag { Id = new Snowflake(3), Name = "exam" }],
        });
        discord.Setup(it => it.GetActiveThreadsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new ThreadList { Threads = Post is { ThreadMetadata.Archived: false } post ? [post] : [] });
        discord.Setup(it => it.EditChannelAsync(Thread, It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ChannelEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                Calls.Add(edit switch
                {
                    { Archived: false } => "unarchive",
                    { Archived: true } => "archive",
                    { AppliedTags: { } tags } => $"tags {string.Join(' ', tags)}",
                    { Name: { } name } => $"name {name}",
                    _ => "nothing",
                });
                Post = Post! with { ThreadMetadata = new ThreadMetadata { Archived = edit.Archived ?? Post.ThreadMetadata!.Archived }, AppliedTags = edit.AppliedTags ?? Post.AppliedTags, Name = edit.Name ?? Post.Name };
                return Task.FromResult(Post);
            });
        discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake message, MessageEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                Calls.Add($"edit {message}");
                if (EditFails is { } failure)
                {
                    throw failure;
                }

                Card = ReplyText.Of(edit.Components.Value!.Single());
                return Task.FromResult(new Message { Id = message });
            });
        discord.Setup(it => it.CreateMessageAsync(Thread, It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, MessageCreate create, RequestOptions? _, CancellationToken _) =>
            {
                Calls.Add("create");
                Card = create.Content ?? ReplyText.Of(create.Components!.Single());
                return Task.FromResult(new Message { Id = new Snowflake(99_000), ChannelId = Thread });
            });
    }
}
