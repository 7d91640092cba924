using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Suggestions;

/// <summary>A server with a hub of two pages in a folder of its own, and a log channel.</summary>
internal sealed class SuggestionWorld : IAsyncDisposable
{
    public const string Celery = """
        ---
        slug: celery
        title: Celery
        aliases: [celery worker]
        keywords: [background job]
        tags: [async]
        kind: topic
        level: intermediate
        related: [docker]
        owner: mentors
        last_reviewed: 2026-11-01
        sources:
          - title: Celery documentation
            url: https://docs.celeryq.dev/
        ---
        ## Summary
        Celery runs Python functions outside the request.

        ## Example
        ```python
        send_mail.delay(1)
        ```

        ## Common mistakes
        - Calling `.delay()` inside a transaction.

        ## When not to use it
        For work of a few milliseconds.

        """;

    public const string Docker = """
        ---
        slug: docker
        title: Docker
        kind: topic
        level: beginner
        owner: mentors
        last_reviewed: 2026-11-01
        ---
        ## Summary
        Docker runs a program with all it needs.

        """;

    private static readonly Snowflake LogChannel = new(60), AdasDm = new(61);

    private SuggestionWorld()
    {
        Folder = Directory.CreateTempSubdirectory("nexus-hub-").FullName;
        Write("celery.md", Celery);
        Write("docker.md", Docker);
        Slice = new SliceWorld(configure: services => services.AddSingleton(new HubFolder(Folder)));
        Slice.Discord.Setup(discord => discord.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Channel { Id = AdasDm });
        Slice.Discord.Setup(discord => discord.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) =>
            {
                Assert.Equal(AllowedMentions.None, message.AllowedMentions);
                (channel == LogChannel ? Log : Dms).Add(message.Content!);
                return Task.FromResult(new Message());
            });
    }

    public SliceWorld Slice { get; }

    public string Folder { get; }

    public List<string> Log { get; } = [];

    public List<string> Dms { get; } = [];

    public static async Task<SuggestionWorld> StartAsync()
    {
        var world = new SuggestionWorld();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = LogChannel);
        return world;
    }

    /// <summary>Puts a file into the hub's folder.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <summary>A maintainer changes a file, and the bot takes it in.</summary>
    public async Task ChangeFileAsync(string name, string? text)
    {
        var files = Slice.Services.GetRequiredService<HubFiles>();
        await files.StartAsync(default);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        files.Reloaded += _ => taken.TrySetResult();
        if (text is null)
        {
            File.Delete(Path.Combine(Folder, name));
        }
        else
        {
            Write(name, text);
        }

        files.SomethingChanged();
        Slice.Clock.Advance(TimeSpan.FromSeconds(1));
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public async Task<HubIndex> HubAsync() => await Slice.Services.GetRequiredService<GuildHubs>().OfAsync(Interactions.Guild, default);

    public async Task<string> ServedAsync(string slug = "celery") => (await HubAsync()).BySlug(slug)?.Markdown ?? "(not in the hub)";

    public async Task<Reply> RunAsync(TestPerson who, string command, object? options = null) => await ToldAsync(who, await Slice.RunAsync(who, command, options));

    public async Task<Reply> PressAsync(TestPerson who, Reply on, string label) => await ToldAsync(who, await Slice.PressAsync(who, on, label));

    public async Task<Reply> PressAsync(TestPerson who, string customId) => await ToldAsync(who, await Slice.PressAsync(who, customId));

    public async Task<Reply> SubmitAsync(TestPerson who, Reply form, object values) => await ToldAsync(who, await Slice.SubmitAsync(who, form, values));

    /// <summary>Chooses a part by its label in the select of an answer.</summary>
    public Task<Reply> ChooseAsync(TestPerson who, Reply on, string label)
    {
        var select = ReplyText.AllOf(on.Components).OfType<StringSelect>().Single();
        var option = select.Options.Single(option => option.Label == label);
        return Slice.HandleAsync(Interactions.Select(who, select.CustomId, ComponentType.StringSelect, option.Value));
    }

    /// <summary>The form for one part of a page.</summary>
    public async Task<Reply> FormAsync(TestPerson who, string topic, string part) =>
        await ChooseAsync(who, await RunAsync(who, "topic suggest", new { topic }), part);

    /// <summary>Ada suggests other words for a part of a page.</summary>
    public async Task<Reply> SuggestAsync(string part, string text, string why = "", string topic = "celery", TestPerson? who = null) =>
        await SubmitAsync(who ?? TestPerson.Ada, await FormAsync(who ?? TestPerson.Ada, topic, part), new { text, why });

    /// <summary>A mentor opens a suggestion by its number.</summary>
    public Task<Reply> OpenAsync(int number, TestPerson? who = null) =>
        Slice.PressAsync(who ?? TestPerson.Mentor, $"suggestions.open.v1:{number}");

    public async Task<Reply> ApproveAsync(int number, TestPerson? who = null) =>
        await PressAsync(who ?? TestPerson.Mentor, await OpenAsync(number, who), "Approve");

    public async ValueTask DisposeAsync()
    {
        await Slice.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    // The answer's work against Discord runs, as the router would run it.
    private async Task<Reply> ToldAsync(TestPerson who, Reply reply)
    {
        if (reply.FollowUp is not null)
        {
            Assert.Null(await Slice.FollowUpAsync(who, reply));
        }

        return reply;
    }
}
