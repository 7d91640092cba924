using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

/// <summary>From the form to the channel, and back again.</summary>
public sealed class WrittenAnnouncementStories
{
    private const string Board = "prodevprojectnexus";

    [Fact]
    public async Task Mira_chooses_a_role_in_the_preview_and_its_holders_are_pinged_when_it_is_posted()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        var form = await mira.RunAsync("announce schedule", new { when = "in 10 minutes" });
        await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Demo day", text = "Hi @everyone, bring your API." });
        await world.WaitForAsync(mira, "general", "Can read it there:");

        await mira.SelectAsync("announcements.ping.v1:1", "backend");
        await world.WaitForAsync(mira, "general", "Pings: <@&");
        Assert.StartsWith("✅ Scheduled: **Demo day**", (await mira.PressAsync("Confirm")).Text, StringComparison.Ordinal);
        Assert.Empty(world.As("ada").Notifications());
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(mira, Board, "## Demo day");

        Assert.Single(world.As("ada").Notifications());
        Assert.Empty(world.As("bo").Notifications());
        Assert.Empty(world.As("newt").Notifications());
    }

    [Fact]
    public async Task What_was_posted_by_mistake_is_taken_back_within_ten_minutes_and_corrected_after_that()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        await PostAsync(world, mira, "Wrong room", "Room 4.");

        await mira.PressAsync("Undo");
        await world.WaitForAsync(mira, "general", "Taken back: **Wrong room**");
        Assert.Empty(SandboxWorld.Read(mira, Board, "## Wrong room"));

        await PostAsync(world, mira, "Deadline", "Friday.");
        world.Pass(TimeSpan.FromMinutes(11));
        Assert.StartsWith("It was posted more than 10 minutes ago", (await mira.PressAsync("Undo")).Text, StringComparison.Ordinal);
        var form = await mira.PressAsync("Correct it");
        await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Correction: Deadline", text = "Thursday.", when = "" });
        await mira.PressAsync("Post now");

        Assert.Contains("✏️ Corrects https://", Assert.Single(await world.WaitForAsync(mira, Board, "## Correction: Deadline")), StringComparison.Ordinal);
        Assert.Contains("✏️ Corrected by https://", Assert.Single(await world.WaitForAsync(mira, Board, "## Deadline\nFriday.\n-# Announced by <@1457659890892800203>\n-# ✏️ Corrected")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_were_uploaded_stand_under_the_post()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        var form = await mira.RunAsync("announce now");
        await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Minutes", text = "Of today." });

        form = await mira.PressAsync("Files…");
        await mira.SubmitAsync(form.Modal!.ModalId, new { files = new[] { new { filename = "minutes.txt", content_base64 = Convert.ToBase64String("We met."u8) } } });
        await world.WaitForAsync(mira, "general", "minutes.txt");
        await mira.PressAsync("Post now");
        await world.WaitForAsync(mira, Board, "## Minutes");

        var posted = Assert.Single(world.As("ada").StoredMessages(Board), message => MessageText.Of(message).Contains("## Minutes", StringComparison.Ordinal));
        Assert.Equal("minutes.txt", Assert.Single(posted.Attachments.EnumerateArray()).GetProperty("filename").GetString());
    }

    private static async Task PostAsync(SandboxWorld world, Person mentor, string title, string text)
    {
        var form = await mentor.RunAsync("announce now");
        await mentor.SubmitAsync(form.Modal!.ModalId, new { title, text });
        Assert.StartsWith($"✅ **{title}** goes out", (await mentor.PressAsync("Post now")).Text, StringComparison.Ordinal);
        await world.WaitForAsync(mentor, Board, $"## {title}");

        // What everyone can read is recorded a moment later.
        while (!(await mentor.RunAsync("announce show", new { which = title })).Text.StartsWith("**Posted**", StringComparison.Ordinal))
        {
        }
    }
}
