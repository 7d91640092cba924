using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class AcknowledgementStories
{
    private const string Board = "prodevprojectnexus";
    private const string Nudge = "would like to know that";
    private static readonly string[] s_cohort = ["ada", "bo", "chidi", "dalia", "emre", "fatou", "mira", "newt"];

    [Fact]
    public async Task Mira_asks_for_Got_it_sees_who_has_not_and_nudges_those_once()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (mira, ada, bo, chidi) = (world.As("mira"), world.As("ada"), world.As("bo"), world.As("chidi"));
        foreach (var other in world.Everyone.Where(person => !s_cohort.Contains(person.User.Username)))
        {
            await other.LeaveAsync(); // Discord lets ten DMs be opened at once
        }

        await PostAsync(world, mira, "gotit");

        Assert.Equal("👍 Noted, thank you.", (await ada.PressAsync("Got it")).Text);
        world.Pass(TimeSpan.FromSeconds(5));
        await world.WaitForAsync(bo, Board, "Got it · 1");
        Assert.StartsWith("👍 You already did", (await ada.PressAsync("Got it · 1")).Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        await mira.RunAsync("announce acks");
        var list = Assert.Single(await world.WaitForAsync(mira, "general", "**Not yet (6)**"));
        Assert.Contains("**1 of 7** of those who can read", list, StringComparison.Ordinal);

        await mira.PressAsync("Nudge those 6 once");
        await world.WaitForAsync(mira, "general", "**6 people** get this as a direct message, once for this post.");
        await world.As("newt").LeaveAsync();
        world.LetBotDm("chidi", allowed: false);
        await mira.PressAsync("Send 6 messages");
        await world.WaitForAsync(bo, "dm", Nudge);
        Assert.Equal("👍 Noted, thank you.", (await bo.PressAsync("Got it")).Text);
        world.Pass(TimeSpan.FromMinutes(2));
        await world.WaitForAsync(ada, Board, "Got it · 2");

        await mira.PressAsync("Back to the list");
        var after = Assert.Single(await world.WaitForAsync(mira, "general", "**Not yet (4)**"));
        Assert.Contains("**2 of 6**", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Nudge those", after, StringComparison.Ordinal);
        Assert.Empty(SandboxWorld.Read(ada, "dm", Nudge));
        Assert.Empty(SandboxWorld.Read(chidi, "dm", Nudge));
        Assert.Single(SandboxWorld.Read(bo, "dm", Nudge));
        Assert.Empty(SandboxWorld.Read(bo, Board, Nudge));
    }

    [Fact]
    public async Task Under_the_post_stands_a_thread_and_ada_takes_the_event_into_her_calendar()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (mira, ada) = (world.As("mira"), world.As("ada"));
        await PostAsync(world, mira, "thread", "event");
        await world.WaitForChannelAsync(ada, "Demo day");
        await ada.SayAsync("Demo day", "Where do we meet?");

        await world.RestartBotAsync();
        await mira.RunAsync("announce show", new { which = "Demo day" });
        var card = Assert.Single(await world.WaitForAsync(mira, "general", "**Posted**, seen only by you"));
        Assert.Contains("💬 Discussion: ", card, StringComparison.Ordinal);

        var answer = await ada.RunAsync("announce calendar");
        Assert.True(answer.Ephemeral);
        var entries = Assert.Single(await world.WaitForAsync(ada, "general", "📅 **1 entry** for your calendar"));
        Assert.Contains("Demo day", entries, StringComparison.Ordinal);
    }

    private static async Task PostAsync(SandboxWorld world, Person mira, params string[] options)
    {
        var form = await mira.RunAsync("announce schedule", new { when = "in 10 minutes" });
        await mira.SubmitAsync(form.Modal!.ModalId, new { title = "Demo day", text = "Bring your API." });
        var chosen = await mira.SelectAsync("announcements.options.v1:1", options);
        if (chosen.Modal is { } modal)
        {
            await mira.SubmitAsync(modal.ModalId, new { start = "in 2 days", length = "90 min", place = "Voice lounge" });
        }

        await mira.PressAsync("Confirm");
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(mira, Board, "## Demo day");
    }
}
