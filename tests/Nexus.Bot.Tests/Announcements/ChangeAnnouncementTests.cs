using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Announcements;

public sealed class ChangeAnnouncementTests
{
    [Fact]
    public async Task Edit_before_confirming_changes_words_and_time()
    {
        await using var world = await AnnouncementWorld.StartAsync("Africa/Lagos");
        var preview = await world.WriteAsync("tomorrow 9:00");

        var form = await world.PressAsync(preview, "Edit");
        Assert.Equal("Edit the announcement\nTitle: Demo day\nText: Bring your API.\nWhen: 2026-11-24 09:00\nWhere: []", ReplyText.Of(form));
        preview = await world.SubmitAsync(form, new { title = "Demo hour", text = "Bring it.", when = "in 10 minutes" });
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal("## Demo hour\nBring it.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task Edit_moves_it_to_another_channel_where_the_mentor_may_write()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("in 10 minutes");
        var form = await world.PressAsync(scheduled, "Edit");
        Assert.Equal(AnnouncementWorld.Board, ReplyText.AllOf(form.Modal!.Components).OfType<ChannelSelect>().Single().DefaultValues!.Single().Id);

        Assert.Contains("⚠️ You may not write in <#46> yourself, so it stays in <#40>.\nIt goes to <#40> at", ReplyText.Of(await ChooseAsync(46, Permissions.ViewChannel)), StringComparison.Ordinal);
        Assert.Contains("It goes to <#45> at <t:1795425000:F>", ReplyText.Of(await ChooseAsync(45, Permissions.ViewChannel | Permissions.SendMessages)), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Empty(world.Channel.TextsIn(AnnouncementWorld.Board));
        Assert.Single(world.Channel.TextsIn(new Snowflake(45)));

        Task<Reply> ChooseAsync(ulong id, Permissions may)
        {
            var channel = new Channel { Id = new Snowflake(id), Type = ChannelType.GuildText, Permissions = may };
            var sent = Interactions.Submit(
                TestPerson.Mentor, form.Modal!.CustomId, new { title = "Demo day", text = "Bring your API.", when = "2026-11-23 09:10", where = new[] { channel.Id.ToString() } });
            return world.Slice.HandleAsync(sent with { Data = sent.Data! with { Resolved = new ResolvedData { Channels = new Dictionary<Snowflake, Channel> { [channel.Id] = channel } } } });
        }
    }

    [Fact]
    public async Task Edit_after_confirming_moves_it_and_it_is_posted_once()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("in 10 minutes");

        var form = await world.PressAsync(scheduled, "Edit");
        var saved = await world.SubmitAsync(form, new { title = "Demo day", text = "Moved.", when = "in 30 minutes" });
        Assert.StartsWith("**Scheduled**, seen only by you:\n## Demo day\nMoved.", ReplyText.Of(saved), StringComparison.Ordinal);
        Assert.Contains("It goes to <#40> at <t:1795426200:F>", ReplyText.Of(saved), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal("## Demo day\nMoved.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_does_not_cost_the_words_that_came_with_it()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var form = await world.PressAsync(await world.WriteAsync("in 10 minutes"), "Edit");

        var preview = ReplyText.Of(await world.SubmitAsync(form, new { title = "Demo day", text = "New words.", when = "soonish" }));

        Assert.Contains("New words.", preview, StringComparison.Ordinal);
        Assert.Contains("⚠️ I cannot read “soonish” as a time. The time stays as it was.", preview, StringComparison.Ordinal);
        Assert.Contains("at <t:1795425000:F>", preview, StringComparison.Ordinal);
        Assert.EndsWith("\nWhen: soonish\nWhere: []", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, "announcements.edit.v1:1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_posted_cannot_be_edited_or_cancelled()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("in 10 minutes");
        var form = await world.PressAsync(scheduled, "Edit");
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith("It has been posted", ReplyText.Of(await world.PressAsync(scheduled, "Edit")), StringComparison.Ordinal);
        Assert.StartsWith("It has been posted", ReplyText.Of(await world.SubmitAsync(form, new { title = "a", text = "b", when = "in 2 hours" })), StringComparison.Ordinal);
        Assert.StartsWith("It no longer waits", ReplyText.Of(await world.PressAsync(scheduled, "Cancel it")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_comes_after_the_time_schedules_nothing()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 10 minutes");
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(
            "<t:1795425000:F> has passed meanwhile, so nothing was scheduled. Press **When…** and give **Demo day** another time.",
            ReplyText.Of(await world.PressAsync(preview, "Confirm")));
        await world.SendDueAsync();
        Assert.Empty(world.Channel.Texts);
    }

    [Fact]
    public async Task A_discarded_draft_can_be_brought_back()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var discarded = await world.PressAsync(await world.WriteAsync("in 10 minutes"), "Cancel");
        Assert.Equal("Nothing was scheduled. The draft **Demo day** is kept for a day.\n[Bring it back]", ReplyText.Of(discarded));
        var preview = await world.PressAsync(discarded, "Bring it back");

        Assert.StartsWith("✅ Scheduled", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_wrote_stays_until_it_is_discarded_and_a_day_longer()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var kept = await world.WriteAsync("in 3 days", "Kept");
        var discarded = await world.PressAsync(await world.WriteAsync("in 4 days", "Discarded"), "Cancel");
        var scheduled = await world.ScheduleAsync("in 5 days", "Scheduled");
        world.Slice.Clock.Advance(TimeSpan.FromHours(25));
        await world.WriteAsync("in 1 day");

        Assert.StartsWith("That announcement no longer exists.", ReplyText.Of(await world.PressAsync(discarded, "Bring it back")), StringComparison.Ordinal);
        Assert.StartsWith("✅ Scheduled: **Kept**", ReplyText.Of(await world.PressAsync(kept, "Confirm")), StringComparison.Ordinal);
        Assert.StartsWith("Edit the announcement", ReplyText.Of(await world.PressAsync(scheduled, "Edit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_one_is_not_posted_and_Undo_brings_it_back()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = new Snowflake(41));
        await world.ScheduleAsync("in 10 minutes");
        var picked = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce cancel", "which", "demo"));
        Assert.Equal("Demo day · next Mon 23 Nov 2026, 09:10", picked.Name);

        var cancelled = await world.RunAsync("announce cancel", new { which = picked.Value });
        Assert.Equal("Cancelled: **Demo day** will not be posted.\n[Undo]", ReplyText.Of(cancelled));
        Assert.Empty(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce cancel", "which", ""));
        await world.SendDueAsync();

        Assert.Contains("✅ Brought back.\nIt goes to <#40> at <t:1795425000:F>", ReplyText.Of(await world.PressAsync(cancelled, "Undo")), StringComparison.Ordinal);
        await world.SendDueAsync();
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board));
        Assert.Equal(
            "📣 <@201> cancelled **Demo day**. / 📣 <@201> brought back **Demo day**. It goes to <#40> <t:1795425000:F> (<t:1795425000:R>).",
            string.Join(" / ", world.Channel.TextsIn(new Snowflake(41))));
    }

    [Fact]
    public async Task A_cancelled_one_stays_silent_and_cannot_come_back_after_its_time()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var cancelled = await world.PressAsync(await world.ScheduleAsync("in 10 minutes"), "Cancel it");

        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Empty(world.Channel.Texts);
        Assert.StartsWith("It cannot be brought back", ReplyText.Of(await world.PressAsync(cancelled, "Undo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_was_typed_rather_than_picked_needs_a_press()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 10 minutes", "Demo day");
        await world.ScheduleAsync("in 20 minutes", "Retro");

        var guess = await world.RunAsync("announce cancel", new { which = "demo" });
        Assert.Equal("I know no coming announcement “demo”. Press the one to cancel:\n[Demo day]", ReplyText.Of(guess));
        await world.PressAsync(guess, "Demo day");
        await world.PassAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("## Retro\nBring your API.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task With_nothing_coming_there_is_nothing_to_cancel()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        Assert.StartsWith("No announcement is coming", ReplyText.Of(await world.RunAsync("announce cancel", new { which = "x" })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confirm"), InlineData("edit"), InlineData("discard"), InlineData("cancel")]
    [InlineData("restore"), InlineData("preview"), InlineData("show"), InlineData("when"), InlineData("links")]
    [InlineData("files"), InlineData("event"), InlineData("duplicate"), InlineData("unpost"), InlineData("editpost"), InlineData("correct")]
    public async Task A_button_whose_announcement_is_gone_says_so(string verb)
    {
        await using var world = await AnnouncementWorld.StartAsync();

        foreach (var id in new[] { "999", "", "x", "99999999999999999999" })
        {
            var reply = await world.Slice.PressAsync(TestPerson.Mentor, $"announcements.{verb}.v1:{id}");
            Assert.Equal("That announcement no longer exists. `/announce list` shows those that do.", ReplyText.Of(reply));
            Assert.True(reply.IsPrivate);
        }
    }
}
