using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

public sealed class HubFilesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nexus-topics-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_changed_file_is_served_without_a_restart()
    {
        Write("docker.md", Text("docker", "Containers."));
        using var hub = await StartAsync(TimeProvider.System);
        var reloaded = new TaskCompletionSource<HubIndex>();
        hub.Reloaded += index =>
        {
            if (index.BySlug("docker")?.Summary == "Ships programs.")
            {
                reloaded.TrySetResult(index);
            }
        };

        Write("docker.md", Text("docker", "Ships programs."));

        await reloaded.Task.WaitAsync(Patience);
        Assert.Equal("Ships programs.", (await hub.Current).BySlug("docker")!.Summary);
    }

    [Fact]
    public async Task A_burst_of_changes_is_taken_in_once_when_it_is_over()
    {
        var clock = new FakeTimeProvider();
        Write("docker.md", Text("docker", "Containers."));
        using var hub = await StartAsync(clock);
        var reloads = 0;
        hub.Reloaded += _ => reloads++;

        hub.SomethingChanged();
        clock.Advance(TimeSpan.FromMilliseconds(200));
        hub.SomethingChanged();
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(0, reloads);
        clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(1, reloads);
    }

    [Fact]
    public async Task A_broken_file_is_named_and_the_rest_is_served()
    {
        Write("docker.md", Text("docker", "Containers."));
        Write("celery.md", "no front matter");
        using var hub = await StartAsync(new FakeTimeProvider());

        var index = await hub.Current;

        Assert.Equal("docker", Assert.Single(index.Pages).Slug);
        Assert.Equal("celery.md", Assert.Single(index.Broken).Name);
    }

    [Fact]
    public async Task Without_a_folder_the_hub_is_empty()
    {
        var hub = new HubFiles(new HubFolder(Path.Combine(_folder.FullName, "gone")), new FakeTimeProvider(), NullLogger<HubFiles>.Instance);

        await hub.StartAsync(default);

        Assert.Empty((await hub.Current).Pages);
    }

    private async Task<HubFiles> StartAsync(TimeProvider clock)
    {
        var hub = new HubFiles(new HubFolder(_folder.FullName), clock, NullLogger<HubFiles>.Instance);
        await hub.StartAsync(default);
        await hub.Current;
        return hub;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string Text(string slug, string summary) => $"""
        ---
        slug: {slug}
        title: {slug}
        kind: topic
        level: beginner
        owner: mentors
        last_reviewed: 2026-11-20
        ---
        ## Summary
        {summary}
        """;
}
