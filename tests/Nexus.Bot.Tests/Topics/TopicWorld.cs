using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Topics;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Topics;

/// <summary>A hub of six small pages that lead to one another.</summary>
internal sealed class TopicWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nexus-hub-").FullName;

    public TopicWorld(params IPageActivity[] around)
    {
        Write("first-week", "First week", "guide", "beginner", tags: "teamwork");
        Write("python", "Python", "topic", "beginner", tags: "python", more: "next: [django]");
        Write("django", "Django", "topic", "intermediate", tags: "python, django", more: "prerequisites: [python]\nnext: [celery]");
        Write("celery", "Celery", "topic", "intermediate", tags: "async", more: """
            aliases: [task queue]
            prerequisites: [django, python]
            next: [rabbitmq]
            related: [rabbitmq, django]
            sources:
              - title: Celery documentation
                url: https://docs.celeryq.dev/en/stable/
            """, body: "## Example\nsend.delay()\n## Common mistakes\nTwo beats.");
        Write("rabbitmq", "RabbitMQ", "topic", "advanced", tags: "async", more: "prerequisites: [python]");
        Write("port-taken", "Port already taken", "challenge", "beginner", tags: "docker", body: "## Symptom\nIt will not start.\n## Fix\nStop the other one.");
        Slice = new SliceWorld(
            slice =>
            {
                HubSlice.Declare(slice);
                TopicsSlice.Declare(slice);
            },
            services =>
            {
                services.AddSingleton(new HubFolder(_folder));
                foreach (var one in around)
                {
                    services.AddSingleton(one);
                }
            });
    }

    public SliceWorld Slice { get; }

    public void Write(string slug, string title, string kind, string level, string tags = "", string more = "", string body = "") => File.WriteAllText(
        Path.Combine(_folder, slug + ".md"),
        $"""
        ---
        slug: {slug}
        title: {title}
        kind: {kind}
        level: {level}
        tags: [{tags}]
        owner: mentors
        last_reviewed: 2026-11-20
        {more}
        ---
        ## Summary
        What **{title}** is.
        {body}
        """);

    public Task<Reply> RunAsync(string command, object? options = null, bool inDm = false) => Slice.RunAsync(TestPerson.Ada, command, options, inDm);

    public Task<Reply> PressAsync(Reply on, string label) => Slice.PressAsync(TestPerson.Ada, on, label);

    /// <summary>Chooses in the select with this placeholder, by the labels a person sees.</summary>
    public Task<Reply> SelectAsync(Reply on, string placeholder, params string[] labels)
    {
        var select = ReplyText.AllOf(on.Components).OfType<StringSelect>().Single(one => one.Placeholder == placeholder);
        var values = labels.Select(label => select.Options.Single(option => option.Label == label).Value).ToArray();
        return Slice.HandleAsync(Interactions.Select(TestPerson.Ada, select.CustomId, ComponentType.StringSelect, values));
    }

    /// <summary>What is chosen in the select with this placeholder.</summary>
    public static IEnumerable<string> Chosen(Reply on, string placeholder) => ReplyText.AllOf(on.Components).OfType<StringSelect>()
        .Single(one => one.Placeholder == placeholder).Options.Where(option => option.Default == true).Select(option => option.Label);

    public async Task ReviseAsync(string slug, string? markdown, Snowflake author, Snowflake? coAuthor = null, int number = 1)
    {
        await using var db = Slice.Db();
        db.Add(new PageRevision
        {
            GuildId = Interactions.Guild, Slug = slug, Number = number, Markdown = markdown, Note = "test",
            AuthorId = author, CoAuthorId = coAuthor, ApprovedBy = TestPerson.Mentor.Id, ApprovedAt = Slice.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        Slice.Services.GetRequiredService<GuildHubs>().Forget(Interactions.Guild);
    }

    public string Markdown(string slug) => File.ReadAllText(Path.Combine(_folder, slug + ".md"));

    public async ValueTask DisposeAsync()
    {
        await Slice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
