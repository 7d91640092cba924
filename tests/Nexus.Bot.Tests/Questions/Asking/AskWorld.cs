using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions.Asking;

/// <summary>A server with a place for questions, and a hub of one page.</summary>
internal sealed class AskWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nexus-ask-").FullName;

    private AskWorld(bool hasPage)
    {
        if (hasPage)
        {
            File.WriteAllText(Path.Combine(_folder, "celery.md"), """
                ---
                slug: celery
                title: Celery
                kind: topic
                level: beginner
                tags: [async]
                owner: mentors
                last_reviewed: 2026-11-20
                ---
                ## Summary
                Celery runs **Python functions** outside the web request.
                """);
        }

        Slice = new SliceWorld(configure: services => services.AddSingleton(new HubFolder(_folder)));
        Forum = new ForumOnDiscord(Slice, new Snowflake(50), Post);
    }

    public static Snowflake Post { get; } = Snowflake.At(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public SliceWorld Slice { get; }

    public ForumOnDiscord Forum { get; }

    public static async Task<AskWorld> StartAsync(bool hasPage = false)
    {
        var world = new AskWorld(hasPage);
        await world.Slice.ConfigureAsync(configuration => configuration.QuestionForumId = new Snowflake(50));
        return world;
    }

    /// <summary>Runs <c>/ask</c>, fills the form in, and sends it.</summary>
    public async Task<Reply> AskAsync(string title, string text, string tried = "", object? options = null, bool anonymous = false)
    {
        var form = await Slice.RunAsync(TestPerson.Ada, "ask", options);
        return await Slice.HandleAsync(Interactions.Submit(
            TestPerson.Ada, form.Modal!.CustomId, new Dictionary<string, object?> { ["title"] = title, ["text"] = text, ["tried"] = tried, ["anonymous"] = anonymous }));
    }

    public Task<Reply> PressAsync(Reply on, string label) => Slice.PressAsync(TestPerson.Ada, on, label);

    /// <summary>Presses, and lets the work that it sets off run.</summary>
    public async Task<Reply> PostAsync(Reply on, string label) => (await Slice.FollowUpAsync(TestPerson.Ada, await PressAsync(on, label)))!;

    public async ValueTask DisposeAsync()
    {
        await Slice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
