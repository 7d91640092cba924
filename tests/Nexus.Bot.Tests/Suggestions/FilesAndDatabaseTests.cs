using System.IO.Compression;
using System.Text;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Suggestions;

/// <summary>A page lives in a file and in the database; the two never disagree unnoticed.</summary>
public sealed class FilesAndDatabaseTests
{
    [Fact]
    public async Task A_file_changed_elsewhere_in_the_page_is_brought_together_by_one_press()
    {
        await using var world = await ChangedHereAsync();
        await world.ChangeFileAsync("celery.md", SuggestionWorld.Celery.Replace("For work of a few milliseconds.", "For quick work.", StringComparison.Ordinal));
        Assert.DoesNotContain("For quick work.", await world.ServedAsync(), StringComparison.Ordinal);

        var queue = await world.RunAsync(TestPerson.Mentor, "topic queue");
        Assert.Equal(
            """
            ⚠️ **The file of a page has changed** since your server's own text was approved. Your text is served until somebody decides.
            [Celery]
            No suggestion waits.
            """, ReplyText.Of(queue));
        var opened = await world.PressAsync(TestPerson.Mentor, queue, "Celery");
        Assert.StartsWith("## Celery: the file has changed\nYour server serves its own revision 1. Since then **the file changed like this**:\n```diff", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.Contains("+For quick work.", ReplyText.Of(opened), StringComparison.Ordinal);
        Assert.EndsWith("[Take both] [Keep ours] [Take the file] [Suggest a change]", ReplyText.Of(opened), StringComparison.Ordinal);
        var settled = await world.PressAsync(TestPerson.Mentor, opened, "Take both");

        Assert.Equal("✅ Settled: revision 2 is served now (Took both: ours and the changed file).\n[History]", ReplyText.Of(settled));
        Assert.Contains("For quick work.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("Ours.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Equal([TestPerson.Ada.Id], (await world.HubAsync()).BySlug("celery")!.Credits);
        Assert.StartsWith("Nothing waits for you.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic queue")), StringComparison.Ordinal);
        Assert.Equal("🕘 <@201> made **Celery** revision 2: Took both: ours and the changed file.", world.Log[^1]);
        Assert.StartsWith("Somebody changed the page after you looked", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, opened, "Keep ours")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keep ours", "Ours.")]
    [InlineData("Take the file", "The file's.")]
    public async Task Where_both_changed_the_same_words_a_mentor_chooses(string choice, string served)
    {
        await using var world = await ChangedHereAsync();
        await world.ChangeFileAsync("celery.md", SuggestionWorld.Celery.Replace("Celery runs Python functions outside the request.", "The file's.", StringComparison.Ordinal));

        var opened = await world.PressAsync(TestPerson.Mentor, "suggestions.conflict.v1:celery");
        Assert.DoesNotContain("Take both", ReplyText.Of(opened), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, opened, choice);

        Assert.Equal(served, (await world.HubAsync()).BySlug("celery")!.Summary);
        Assert.StartsWith("Nothing waits for you.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic queue")), StringComparison.Ordinal);
        Assert.StartsWith("The file and your server's text agree by now", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, "suggestions.conflict.v1:celery")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_approved_or_brought_back_in_between_does_not_hide_that_the_file_has_changed()
    {
        await using var world = await ChangedHereAsync();
        await world.ChangeFileAsync("celery.md", SuggestionWorld.Celery + "\n## More\nFrom the file.\n");

        await world.SuggestAsync("Summary", "Ours, again.");
        Assert.Contains("This page's file has changed, too; `/topic queue` shows how. Approving this leaves that open.", ReplyText.Of(await world.OpenAsync(2)), StringComparison.Ordinal);
        await world.ApproveAsync(2);
        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.askrevert.v1:celery/1"), "Revert to 1");
        var queue = await world.RunAsync(TestPerson.Mentor, "topic queue");
        Assert.StartsWith("⚠️ **The file of a page has changed**", ReplyText.Of(queue), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, queue, "Celery"), "Take both");

        Assert.Contains("Ours.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Contains("From the file.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Nothing waits for you.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic queue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_and_the_page_stays_until_somebody_decides()
    {
        await using var world = await ChangedHereAsync();
        await world.ChangeFileAsync("celery.md", null);
        Assert.Contains("Ours.", await world.ServedAsync(), StringComparison.Ordinal);

        var opened = await world.PressAsync(TestPerson.Mentor, await world.RunAsync(TestPerson.Mentor, "topic queue"), "Celery");
        Assert.Contains("The file is gone, or it can no longer be read.", ReplyText.Of(opened), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, opened, "Take the page out");

        Assert.Equal("(not in the hub)", await world.ServedAsync());
    }

    [Fact]
    public async Task What_is_exported_makes_a_folder_that_equals_what_was_served()
    {
        await using var world = await ChangedHereAsync();
        await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "topic suggest"), new { title = "Caching: \"how\"", kind = new[] { "practice" }, summary = "Words.", body = "## More\n---\nx", sources = "" });
        await world.ApproveAsync(2);
        var served = await world.HubAsync();

        var export = await world.RunAsync(TestPerson.Mentor, "topic export");
        Assert.Equal(
            """
            **New** (1): `caching-how.md`
            **Changed** (1): `celery.md`
            1 page is as the hub's folder has it and not in the zip.
            Put its files into the hub's folder, and the files and your server agree.
            """, ReplyText.Of(export));
        var file = Assert.Single(export.Files!);
        Assert.Equal("hub.zip", file.FileName);
        using (var zip = new ZipArchive(new MemoryStream(file.Content.ToArray())))
        {
            zip.ExtractToDirectory(world.Folder, overwriteFiles: true);
        }

        var folder = new HubIndex(Directory.EnumerateFiles(world.Folder).Select(path => HubFile.Parse(Path.GetFileName(path), File.ReadAllText(path))));
        Assert.Empty(folder.Broken);
        Assert.Equal(served.Pages.Select(page => page.Markdown).Order(), folder.Pages.Select(page => page.Markdown).Order());
        Assert.Equal(3, folder.Pages.Count);
        await world.ChangeFileAsync("celery.md", File.ReadAllText(Path.Combine(world.Folder, "celery.md")));
        Assert.Equal("Nothing to export: all 3 pages are as the hub's folder has them.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic export")));
        Assert.StartsWith("Nothing waits for you.", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic queue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_is_exported_under_its_files_name()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.ChangeFileAsync("celery.md", null);
        await world.ChangeFileAsync("b-celery.md", SuggestionWorld.Celery);
        Assert.Equal("`b-celery.md` is the same as the file in the hub's folder: there is nothing to replace.", Text(await ExportAsync(world)));
        await world.SuggestAsync("Summary", "Ours.");
        await world.ApproveAsync(1);

        var export = await ExportAsync(world);

        Assert.Equal("`b-celery.md` differs from the file in the hub's folder: replace that one, and the file and your server agree.", Text(export));
        Assert.Equal(await world.ServedAsync(), Encoding.UTF8.GetString(Assert.Single(export.Files!).Content.Span));
        Assert.StartsWith("I know no page “nothing”", Text(await world.RunAsync(TestPerson.Mentor, "topic export", new { topic = "nothing" })), StringComparison.Ordinal);

        static string Text(Reply reply) => ReplyText.Of(reply);
        static Task<Reply> ExportAsync(SuggestionWorld world) => world.RunAsync(TestPerson.Mentor, "topic export", new { topic = "celery" });
    }

    // Ada's summary is served in place of the file's.
    private static async Task<SuggestionWorld> ChangedHereAsync()
    {
        var world = await SuggestionWorld.StartAsync();
        await world.SuggestAsync("Summary", "Ours.");
        await world.ApproveAsync(1);
        return world;
    }
}
