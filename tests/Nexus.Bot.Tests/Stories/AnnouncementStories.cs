using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class AnnouncementStories
{
    private const string Board = "prodevprojectnexus";

    [Fact]
    public async Task Mira_previews_and_confirms_and_everyone_reads_it_at_its_minute()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");

        var preview = await WriteAsync(mira, "in 10 minutes", "Demo day", "Bring your **API**, @everyone.");
        Assert.True(preview.Ephemeral);
        Assert.Contains("## Demo day\nBring your **API**, @everyone.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Pings: nobody.\nThe mentions in the text stay text.", preview.Text, StringComparison.Ordinal);
        var scheduled = await mira.PressAsync("Confirm");
        Assert.StartsWith("✅ Scheduled: **Demo day**", scheduled.Text, StringComparison.Ordinal);
        Assert.Empty(SandboxWorld.Read(mira, Board, "Demo day"));

        world.Pass(TimeSpan.FromMinutes(10));
        var posted = Assert.Single(await world.WaitForAsync(world.As("newt"), Board, "## Demo day"));

        Assert.DoesNotContain("Late", posted, StringComparison.Ordinal);
        Assert.Empty(world.As("ada").Notifications());
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromHours(2));
        Assert.Contains("✅ **Demo day** · posted", (await mira.RunAsync("announce list")).Text, StringComparison.Ordinal);
        Assert.Single(SandboxWorld.Read(mira, Board, "## Demo day"));
    }

    [Fact]
    public async Task One_that_came_due_while_the_bot_was_down_is_posted_late_and_once()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        await WriteAsync(mira, "in 10 minutes", "Retro", "What went well?");
        await mira.PressAsync("Confirm");

        await world.StopBotAsync();
        world.Pass(TimeSpan.FromHours(1));
        Assert.Empty(SandboxWorld.Read(mira, Board, "## Retro"));
        await world.StartBotAsync();

        var posted = Assert.Single(await world.WaitForAsync(mira, Board, "## Retro"));
        Assert.Contains("Late by 50 min", posted, StringComparison.Ordinal);
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromHours(1));
        Assert.Contains("late by 50 min", (await mira.RunAsync("announce list")).Text, StringComparison.Ordinal);
        Assert.Single(SandboxWorld.Read(mira, Board, "## Retro"));
    }

    [Fact]
    public async Task A_preview_can_be_confirmed_after_the_bot_was_restarted()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        await WriteAsync(mira, "in 10 minutes", "Demo day", "Bring your API.");

        await world.RestartBotAsync();
        await mira.PressAsync("Confirm");
        world.Pass(TimeSpan.FromMinutes(10));

        Assert.Single(await world.WaitForAsync(mira, Board, "## Demo day"));
    }

    [Fact]
    public async Task A_cancelled_announcement_is_never_posted()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        await WriteAsync(mira, "in 10 minutes", "Wrong", "Oops.");
        await mira.PressAsync("Confirm");
        await WriteAsync(mira, "in 11 minutes", "Right", "Yes.");
        await mira.PressAsync("Confirm");

        var picked = (await mira.SuggestAsync("announce cancel", "which", "wro")).Choices[0];
        Assert.StartsWith("Wrong · ", picked.Name, StringComparison.Ordinal);
        Assert.Contains("**Wrong** will not be posted", (await mira.RunAsync("announce cancel", new { which = picked.Value.GetString() })).Text, StringComparison.Ordinal);
        world.Pass(TimeSpan.FromMinutes(11));
        await world.WaitForAsync(mira, Board, "## Right");

        Assert.Empty(SandboxWorld.Read(mira, Board, "## Wrong"));
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_preview_warns_the_list_says_why_and_Retry_posts_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        world.LetBotWrite("help-desk", allowed: false);
        var form = await mira.RunAsync("announce schedule", new { when = "in 10 minutes", channel = "help-desk" });
        await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Office hours", text = "At four." });

        await world.WaitForAsync(mira, "general", "I may not post in");
        await mira.PressAsync("Confirm");
        world.Pass(TimeSpan.FromMinutes(10));
        await world.RestartBotAsync();
        var list = await mira.RunAsync("announce list");
        Assert.Contains("⚠️ **Office hours** · not posted", list.Text, StringComparison.Ordinal);
        Assert.Contains("I may not write there. Give Nexus View Channel and Send Messages in that channel, then press Retry.", list.Text, StringComparison.Ordinal);

        world.LetBotWrite("help-desk", allowed: true);
        world.Pass(TimeSpan.FromMinutes(20));
        await mira.PressAsync("Retry Office hours");

        Assert.Contains("Late by 20 min", Assert.Single(await world.WaitForAsync(mira, "help-desk", "## Office hours")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_may_not_announce()
    {
        await using var world = await SandboxWorld.StartAsync();

        var refused = await world.As("ada").RunAsync("announce schedule", new { when = "in 10 minutes" });

        Assert.True(refused.Ephemeral);
        Assert.Null(refused.Modal);
    }

    [Fact]
    public async Task A_time_in_the_past_is_told_at_once()
    {
        await using var world = await SandboxWorld.StartAsync();

        var answer = await world.As("mira").RunAsync("announce schedule", new { when = "2020-01-01 09:00" });

        Assert.True(answer.Ephemeral);
        Assert.StartsWith("“2020-01-01 09:00” is in the past. Times that work:", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Outcome> WriteAsync(Person mentor, string when, string title, string text)
    {
        var form = await mentor.RunAsync("announce schedule", new { when });
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        return await mentor.SubmitAsync(form.Modal!.ModalId, new { title, text });
    }
}
