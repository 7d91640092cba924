using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class ReminderStories
{
    [Fact]
    public async Task Ada_snoozes_a_reminder_after_a_restart_and_finishes_it_days_later()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");
        var offered = (await ada.SuggestAsync("remind me", "when", "in 10 min")).Choices[0];
        Assert.StartsWith("in 10 min → ", offered.Name, StringComparison.Ordinal);
        var confirmed = await ada.RunAsync("remind me", new { when = offered.Value.GetString(), what = "Push the migrations" });
        Assert.True(confirmed.Ephemeral);
        Assert.StartsWith("✅ I will remind you <t:", confirmed.Text, StringComparison.Ordinal);

        world.Pass(TimeSpan.FromMinutes(10));
        Assert.Single(await world.WaitForAsync(world.As("bo"), "general", "you asked me"));
        Assert.Single(ada.Notifications());
        Assert.Empty(world.As("bo").Notifications());
        await world.RestartBotAsync();
        Assert.StartsWith("This reminder belongs to somebody else", (await world.As("bo").PressAsync("Snooze 10 min")).Text, StringComparison.Ordinal);
        Assert.StartsWith("💤 I will remind", (await ada.PressAsync("Snooze 10 min")).Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(ada, "general", "you asked me");
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromDays(5));
        Assert.Equal("✅ Done:\n> Push the migrations\nUndo", (await ada.PressAsync("Done")).Text);
        Assert.Contains("Snooze 10 min", (await ada.PressAsync("Undo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bo_leaves_a_reminder_that_they_joined_from_their_own_list_in_a_DM()
    {
        await using var world = await SandboxWorld.StartAsync();
        var bo = world.As("bo");
        await world.As("ada").RunAsync("remind me", new { when = "in 10 min", what = "Stand-up", @public = true });
        await world.WaitForAsync(bo, "general", "has set a reminder");
        await bo.PressAsync("Remind me too");
        var list = await bo.In("dm").RunAsync("remind list", new { });
        Assert.Contains("👥", list.Text, StringComparison.Ordinal);

        await bo.In("dm").SelectAsync(list.MessageId!.Value, "reminders.open.v1", "1");
        Assert.StartsWith("You will not be mentioned with it.", (await bo.In("dm").PressAsync("Leave")).Text, StringComparison.Ordinal);
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(bo, "general", "you asked me");

        Assert.DoesNotContain(Assert.Single(world.As("ada").Notifications()).Message, bo.Notifications().Select(pinged => pinged.Message));
    }

    [Fact]
    public async Task With_closed_DMs_a_note_in_the_channel_waits_for_its_owner()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo) = (world.As("ada"), world.As("bo"));
        await ada.RunAsync("remind me", new { when = "in 10 min", what = "Ask about the secret", where = "dm" });
        world.LetBotDm("ada", allowed: false);

        world.Pass(TimeSpan.FromMinutes(10));
        var note = Assert.Single(await world.WaitForAsync(bo, "general", "a reminder of yours is due"));

        Assert.Contains("because yours are closed to me", note, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", note, StringComparison.Ordinal);
        Assert.Single(ada.Notifications());
        Assert.StartsWith("This reminder belongs to somebody else", (await bo.PressAsync("Show it")).Text, StringComparison.Ordinal);
        var shown = await ada.PressAsync("Show it");
        Assert.True(shown.Ephemeral);
        Assert.Contains("> Ask about the secret", shown.Text, StringComparison.Ordinal);
        Assert.StartsWith("✅ Done:", (await ada.PressAsync("Done")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_any_more_it_comes_as_a_DM_and_says_why()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");
        var message = await ada.SayAsync("general", "An article worth reading");
        var form = await ada.ContextAsync("Remind me", message.Id, "general");
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        await ada.SubmitAsync(form.Modal!.ModalId, new { when = "in 10 min" });
        world.LetBotWrite("general", allowed: false);

        world.Pass(TimeSpan.FromMinutes(10));
        var text = Assert.Single(await world.WaitForAsync(ada, "dm", "to remind you"));

        Assert.Contains("> An article worth reading", text, StringComparison.Ordinal);
        Assert.Contains("because I may not write in", text, StringComparison.Ordinal);
        Assert.Contains("Go to the message", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_undone_does_not_come_and_what_is_brought_back_does()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada").In("dm");
        await ada.RunAsync("remind me", new { when = "in 10 min", what = "Never mind" });
        Assert.StartsWith("Cancelled: I will not remind you of this.", (await ada.PressAsync("Undo")).Text, StringComparison.Ordinal);
        await ada.RunAsync("remind me", new { when = "in 11 min", what = "This one" });
        await ada.PressAsync("Undo");
        await world.RestartBotAsync();
        await ada.PressAsync("Bring it back");

        world.Pass(TimeSpan.FromMinutes(11));
        await world.WaitForAsync(ada, "dm", "to remind you");

        Assert.Empty(SandboxWorld.Read(ada, "dm", "to remind you:\n> Never mind"));
        Assert.Single(SandboxWorld.Read(ada, "dm", "to remind you:\n> This one"));
    }

    [Fact]
    public async Task Mira_reminds_a_role_and_Bo_joins_Adas_reminder()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, mira) = (world.As("ada"), world.As("bo"), world.As("mira"));
        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("remind role", new { role = "backend", when = "in 10 min", what = "Retro" })).Text, StringComparison.Ordinal);
        Assert.Contains("and pings them.", (await mira.RunAsync("remind role", new { role = "backend", when = "in 10 min", what = "Retro, @everyone" })).Text, StringComparison.Ordinal);
        var own = await ada.RunAsync("remind me", new { when = "in 20 min", what = "Stand-up, @everyone", @public = true });
        Assert.True(own.Ephemeral);
        await world.WaitForAsync(bo, "general", "has set a reminder");
        Assert.Contains("1 more person wants it too.", (await bo.PressAsync("Remind me too")).Text, StringComparison.Ordinal);
        Assert.Empty(bo.Notifications());

        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(bo, "general", "> Retro");
        Assert.Equal([1, 0], [ada.Notifications().Count, bo.Notifications().Count]);
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(bo, "general", "the reminder that");

        Assert.Equal([2, 1], [ada.Notifications().Count, bo.Notifications().Count]);
        Assert.Empty(world.As("newt").Notifications());
        Assert.StartsWith("✅ Done, for you.", (await ada.PressAsync("Done")).Text, StringComparison.Ordinal);
        Assert.StartsWith("✅ I will remind you", (await bo.PressAsync("Snooze 10 min")).Text, StringComparison.Ordinal);
        world.Pass(TimeSpan.FromMinutes(10));
        await world.WaitForAsync(bo, "dm", "> Stand-up");
    }
}
