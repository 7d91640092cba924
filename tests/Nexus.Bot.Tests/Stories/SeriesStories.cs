using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class SeriesStories
{
    private const string Board = "prodevprojectnexus";

    [Fact]
    public async Task Miras_daily_announcement_leaves_out_the_date_she_skips_across_a_restart()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        var form = await mira.RunAsync("announce schedule", new { when = "every day at 9:00" });
        var preview = await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Stand-up", text = "What do you do today?" });
        Assert.Contains("🔁 Every day at 09:00", preview.Text, StringComparison.Ordinal);
        await mira.PressAsync("Confirm");

        world.Pass(TimeSpan.FromDays(1));
        await world.WaitForAsync(world.As("ada"), Board, "## Stand-up");
        var which = (await mira.SuggestAsync("announce skip", "which", "stand")).Choices[0].Value.GetString();
        var skipped = await mira.RunAsync("announce skip", new { which });
        Assert.True(skipped.Ephemeral);
        Assert.StartsWith("⏭️ **Stand-up** leaves out **", skipped.Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromDays(1));
        await world.RestartBotAsync();
        Assert.Single(SandboxWorld.Read(mira, Board, "## Stand-up"));
        world.Pass(TimeSpan.FromDays(1));
        await world.WaitForAsync(mira, Board, "## Stand-up", atLeast: 2);

        Assert.Contains("🔁 every day at 09:00", (await mira.RunAsync("announce list", new { show = "coming" })).Text, StringComparison.Ordinal);
    }
}
