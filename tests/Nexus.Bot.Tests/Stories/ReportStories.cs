using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class ReportStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nexus-hub-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mentor_sees_what_learners_looked_for_in_vain_as_words_and_as_a_picture()
    {
        await using var world = await SandboxWorld.StartAsync();
        foreach (var name in new[] { "ada", "bo", "newt" })
        {
            Assert.True((await world.As(name).RunAsync("topic lookup", new { query = "kubernetes operators" })).Ephemeral);
        }

        await world.As("ada").RunAsync("topic lookup", new { query = "celery" });
        var report = await world.As("mira").RunAsync("topic report", new { weeks = 4 });

        Assert.Equal(OutcomeStatus.Replied, report.Status);
        Assert.True(report.Ephemeral);
        Assert.Equal("## The hub, last 4 weeks", report.Line(1));
        Assert.Contains("Pages were shown once, most often Celery.", report.Text, StringComparison.Ordinal);
        Assert.Contains("- **kubernetes operators**, asked 3 times", report.Text, StringComparison.Ordinal);
        var picture = Assert.Single(report.Message!.Value.GetProperty("attachments").EnumerateArray());
        Assert.Equal("hub-report.png", picture.GetProperty("filename").GetString());
        Assert.Equal("image/png", picture.GetProperty("content_type").GetString());
        Assert.Contains("kubernetes operators 3", picture.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.InRange(picture.GetProperty("size").GetInt32(), 5_000, 300_000);
    }

    [Fact]
    public async Task What_was_counted_before_a_restart_is_in_the_report_after_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        await world.As("ada").RunAsync("topic lookup", new { query = "kubernetes operators" });

        await world.RestartBotAsync();

        Assert.Contains("**kubernetes operators**, asked once", (await world.As("mira").RunAsync("topic report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_not_for_learners()
    {
        await using var world = await SandboxWorld.StartAsync();

        var refused = await world.As("ada").RunAsync("topic report");

        Assert.DoesNotContain("The hub,", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_in_the_folder_is_named_in_the_status_and_the_rest_is_served()
    {
        foreach (var slug in new[] { "celery", "docker", "redis-caching" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Content", "topics", slug + ".md"), Path.Combine(_folder.FullName, slug + ".md"));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "notes.md"), "---\nslug: notes\ntitle: [a, b]\n---\n");
        await using var world = await SandboxWorld.StartAsync(_folder.FullName);

        var status = await world.As("mira").RunAsync("nexus status");
        Assert.Contains("🟠 **Hub**: 3 pages; 1 file is not served:\n- `notes.md`: 'title' must be text of 1 to 80 characters.", status.Text, StringComparison.Ordinal);
        Assert.Equal("## Docker", (await world.As("ada").RunAsync("topic lookup", new { query = "docker" })).Line(1));
    }
}
