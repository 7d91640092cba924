using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class DeadlineStories
{
    private const string Reminder = "### ⏰ Capstone";

    [Fact]
    public async Task Mira_sets_a_deadline_Ada_has_it_done_a_day_before_and_only_Chidi_is_reminded_again()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (mira, ada, chidi) = (world.As("mira"), world.As("ada"), world.As("chidi"));
        Assert.StartsWith("✅ Your time zone is **Africa/Lagos**", (await ada.RunAsync("timezone set", new { zone = "Lagos" })).Text, StringComparison.Ordinal);
        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("deadline add", new { name = "x", when = "tomorrow 9:00" })).Text, StringComparison.Ordinal);

        // Noon in two days: three days before has passed, a day before is tomorrow.
        var due = new DateTimeOffset(world.Now.UtcDateTime.Date.AddDays(2).AddHours(12), TimeSpan.Zero);
        var added = await mira.RunAsync("deadline add", new Dictionary<string, object> { ["name"] = "Capstone", ["when"] = $"{due:yyyy-MM-dd'T'HH:mm:ss'Z'}", ["for"] = "backend" });
        Assert.False(added.Ephemeral);
        var card = Assert.Single(await world.WaitForAsync(ada, "general", "Direct messages remind"));
        Assert.Contains("people 1 day and 2 hours before, until they press Done.", card, StringComparison.Ordinal);

        world.Pass(due.AddDays(-1) - world.Now);
        Assert.Contains($"Due <t:{due.ToUnixTimeSeconds()}:F>", Assert.Single(await world.WaitForAsync(ada, "dm", Reminder)), StringComparison.Ordinal);
        foreach (var name in (string[])["chidi", "emre", "hana", "ivan", "juma", "kwame", "omar", "rosa", "tunde", "zola"])
        {
            await world.WaitForAsync(world.As(name), "dm", Reminder);
        }

        Assert.Empty(SandboxWorld.Read(world.As("bo"), "dm", Reminder));
        await world.RestartBotAsync();
        Assert.StartsWith("✅ **Capstone** is done. Well done!", (await ada.In("dm").PressAsync("Done")).Text, StringComparison.Ordinal);
        Assert.Contains("✅ **Capstone**", (await ada.RunAsync("deadline list")).Text, StringComparison.Ordinal);

        world.Pass(due.AddHours(-2) - world.Now);
        await world.WaitForAsync(chidi, "dm", Reminder, atLeast: 2);
        world.Pass(TimeSpan.FromHours(3));
        await world.WaitForAsync(ada, "general", "⌛ Capstone");
        Assert.Single(SandboxWorld.Read(ada, "dm", Reminder));
        Assert.Equal(2, SandboxWorld.Read(chidi, "dm", Reminder).Count);
    }

    [Fact]
    public async Task Mira_moves_a_deadline_the_card_follows_and_whoever_was_reminded_is_told_once()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (mira, chidi) = (world.As("mira"), world.As("chidi"));
        await mira.RunAsync("deadline add", new Dictionary<string, object> { ["name"] = "Capstone", ["when"] = "in 3 hours", ["for"] = "backend" });
        await world.WaitForAsync(chidi, "general", "Direct messages remind");
        world.Pass(TimeSpan.FromHours(1));
        await world.WaitForAsync(chidi, "dm", Reminder);
        await world.RestAsync();

        var moved = await mira.RunAsync("deadline edit", new { deadline = "Capstone", when = "in 9 hours" });
        Assert.Contains("Whoever was reminded of the old time is told within a few minutes.", moved.Text, StringComparison.Ordinal);
        await world.RestAsync();
        world.Pass(TimeSpan.FromMinutes(6));

        Assert.Contains("now, not <t:", Assert.Single(await world.WaitForAsync(chidi, "dm", "Capstone has moved")), StringComparison.Ordinal);
        Assert.Contains("2 hours before", Assert.Single(SandboxWorld.Read(chidi, "general", "Capstone")), StringComparison.Ordinal);
        world.Pass(TimeSpan.FromHours(7));
        await world.WaitForAsync(chidi, "dm", Reminder, atLeast: 2);
        Assert.Single(SandboxWorld.Read(chidi, "dm", "Capstone has moved"));
    }
}
