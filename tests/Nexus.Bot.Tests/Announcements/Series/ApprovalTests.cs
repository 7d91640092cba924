using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Announcements.Series;

public sealed class ApprovalTests
{
    private static readonly Snowflake Log = new(50);
    private static readonly TestPerson Second = new(202, "sam", Permissions.SendMessages, TestPerson.MentorRole);

    [Fact]
    public async Task Confirm_hands_it_in_and_nothing_is_posted_until_another_mentor_approves()
    {
        await using var world = await StartAsync();

        var preview = await world.WriteAsync("in 30 minutes");
        Assert.Contains("🔏 A second mentor has to approve it before it goes out.", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.StartsWith("🔏 **Demo day** waits for a second mentor", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();

        Assert.Equal(
            """
            🔏 <@201> asks a second mentor to approve this announcement:
            ## Demo day
            Bring your API.
            It goes to <#40> at <t:1795426200:F> (<t:1795426200:R>).
            Pings: nobody.
            [Approve] [Send back…]
            """,
            Assert.Single(world.Channel.TextsIn(Log)));
        Assert.StartsWith("You handed **Demo day** in yourself", ReplyText.Of(await DecideAsync(world, TestPerson.Mentor, "Approve")), StringComparison.Ordinal);

        var approved = await DecideAsync(world, Second, "Approve");
        Assert.Equal("✅ <@202> approved **Demo day** by <@201>. It goes to <#40> <t:1795426200:F> (<t:1795426200:R>).", ReplyText.Of(approved));
        Assert.Equal("**Demo day** has been approved by <@202> already.", ReplyText.Of(await DecideAsync(world, Second, "Approve")));
        await world.PassAsync(TimeSpan.FromMinutes(30));

        Assert.StartsWith("✅ <@202> approved **Demo day**.", Assert.Single(world.Channel.TextsIn(ChannelOnDiscord.DmOf(TestPerson.Mentor.Id))), StringComparison.Ordinal);
        Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board));
        Assert.Single(world.Channel.TextsIn(Log));
    }

    [Fact]
    public async Task Two_mentors_who_approve_at_once_approve_once()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("in 30 minutes");
        await world.SendDueAsync();
        var third = new TestPerson(203, "tia", Permissions.SendMessages, TestPerson.MentorRole);

        var answers = await Task.WhenAll(DecideAsync(world, Second, "Approve"), DecideAsync(world, third, "Approve"));

        Assert.Single(answers, answer => ReplyText.Of(answer).StartsWith('✅'));
        Assert.Equal(["0 Waiting"], await SeriesWorld.StatesAsync(world));
    }

    [Fact]
    public async Task Sent_back_it_says_why_and_can_be_handed_in_again()
    {
        await using var world = await StartAsync();
        var preview = await world.WriteAsync("in 30 minutes");
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();

        var form = await DecideAsync(world, Second, "Send back…");
        var sentBack = await world.Slice.HandleAsync(Interactions.Submit(Second, form.Modal!.CustomId, new { reason = "Say **which** room." }) with { ChannelId = Log });
        Assert.Equal("↩️ <@202> sent **Demo day** by <@201> back: “Say \\*\\*which\\*\\* room.”", ReplyText.Of(sentBack));
        await world.SendDueAsync();
        Assert.Contains("sent **Demo day** back: “Say \\*\\*which\\*\\* room.”", Assert.Single(world.Channel.TextsIn(ChannelOnDiscord.DmOf(TestPerson.Mentor.Id))), StringComparison.Ordinal);
        Assert.Contains("📝 **Demo day** · <#40> · for <t:1795426200:f> · by <@201> · sent back: “Say \\*\\*which\\*\\* room.”", ReplyText.Of(await world.RunAsync("announce list", new { show = "drafts" })), StringComparison.Ordinal);

        preview = await world.SubmitAsync(await world.PressAsync(preview, "Edit"), new { title = "Demo day", text = "Room 4.", when = "" });
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();
        Assert.Equal(2, world.Channel.TextsIn(Log).Count);
        await DecideAsync(world, Second, "Approve");
        await world.PassAsync(TimeSpan.FromMinutes(30));

        Assert.StartsWith("## Demo day\nRoom 4.", Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_no_direct_messages_reads_the_news_in_the_log()
    {
        await using var world = await StartAsync();
        world.Channel.Close(ChannelOnDiscord.DmOf(TestPerson.Mentor.Id), 403, DiscordErrorCode.CannotSendToUser);
        await world.ScheduleAsync("in 30 minutes");
        await world.SendDueAsync();

        await DecideAsync(world, Second, "Approve");
        await world.SendDueAsync();

        Assert.EndsWith("-# <@201>, you take no direct messages from me, so it stands here.", world.Channel.TextsIn(Log)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_after_approval_asks_again_and_the_old_card_is_of_no_use()
    {
        await using var world = await StartAsync();
        var preview = await world.WriteAsync("in 30 minutes");
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();
        await DecideAsync(world, Second, "Approve");

        await world.SubmitAsync(await world.PressAsync(preview, "Edit"), new { title = "Demo day", text = "Other words.", when = "" });
        Assert.Equal(["0 Cancelled"], await SeriesWorld.StatesAsync(world));
        Assert.StartsWith("**Demo day** was changed after this was written.", ReplyText.Of(await DecideAsync(world, Second, "Approve")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, world.Channel.TextsIn(Log).Count);
        await DecideAsync(world, Second, "Approve");
        await world.PassAsync(TimeSpan.FromMinutes(29));

        Assert.StartsWith("## Demo day\nOther words.", Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_or_a_button_beside_it_needs_no_new_approval_and_publishing_does()
    {
        await using var world = await StartAsync();
        var preview = await world.WriteAsync("in 30 minutes");
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();
        await DecideAsync(world, Second, "Approve");

        var scheduled = await world.ChooseAsync<StringSelect>(await world.ShowAsync("demo"), "gotit", "thread");
        Assert.StartsWith("**Scheduled**, seen only by you:", ReplyText.Of(scheduled), StringComparison.Ordinal);
        Assert.Equal(["0 Waiting"], await SeriesWorld.StatesAsync(world));

        var changed = await world.ChooseAsync<StringSelect>(scheduled, "gotit", "thread", "publish");
        Assert.StartsWith("**Waits for a second mentor**, seen only by you:", ReplyText.Of(changed), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("Pings: nobody.\nWith: Discussion thread, “Got it” button, Publish to followers.\n[Approve]", world.Channel.TextsIn(Log)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_approval_can_be_cancelled_by_name()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("in 30 minutes");
        var picked = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce cancel", "which", "demo"));
        Assert.Equal("Demo day · waits for a second mentor", picked.Name);

        Assert.StartsWith("Cancelled: **Demo day** will not be posted.", ReplyText.Of(await world.RunAsync("announce cancel", new { which = picked.Value })), StringComparison.Ordinal);
        await world.SendDueAsync();
        Assert.Equal("📣 <@201> cancelled **Demo day**.", Assert.Single(world.Channel.TextsIn(Log)));
    }

    [Fact]
    public async Task Several_changes_in_a_row_make_one_card()
    {
        await using var world = await StartAsync();
        var preview = await world.WriteAsync("in 30 minutes");
        await world.PressAsync(preview, "Confirm");
        await world.SendDueAsync();

        foreach (var text in new[] { "One.", "Two.", "Three." })
        {
            await world.SubmitAsync(await world.PressAsync(preview, "Edit"), new { title = "Demo day", text, when = "" });
            await world.PassAsync(TimeSpan.FromSeconds(5));
        }

        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, world.Channel.TextsIn(Log).Count);
        Assert.Contains("Three.", world.Channel.TextsIn(Log)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approved_after_its_time_it_asks_for_another()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("in 30 minutes");
        await world.PassAsync(TimeSpan.FromHours(1));

        var asked = await DecideAsync(world, Second, "Approve");
        Assert.StartsWith("⏰ **Demo day** was to be posted <t:1795426200:F> (<t:1795426200:R>), and that has passed while it waited.", ReplyText.Of(asked), StringComparison.Ordinal);
        Assert.Empty(await SeriesWorld.StatesAsync(world));
        var form = await world.Slice.PressAsync(Second, asked, "New time…");
        Assert.StartsWith("I cannot use “yesterday” as a time that lies ahead.", ReplyText.Of(await world.Slice.SubmitAsync(Second, form, new { when = "yesterday" })), StringComparison.Ordinal);
        Assert.Contains("It goes to <#40> <t:1795431600:F>", ReplyText.Of(await world.Slice.SubmitAsync(Second, form, new { when = "in 1 hour" })), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.DoesNotContain("Late", Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approved_after_its_time_it_can_go_out_at_once()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("in 30 minutes");
        await world.PassAsync(TimeSpan.FromHours(1));

        await world.Slice.PressAsync(Second, await DecideAsync(world, Second, "Approve"), "Post it now");
        await world.SendDueAsync();

        Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board));
    }

    [Fact]
    public async Task What_waits_can_be_decided_from_the_list()
    {
        await using var world = await StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = null);
        await world.ScheduleAsync("in 30 minutes");

        var list = await world.Slice.RunAsync(Second, "announce list", new { show = "waiting" });
        Assert.Contains("🔏 **Demo day** · <#40> · handed in <t:1795424400:R> by <@201>", ReplyText.Of(list), StringComparison.Ordinal);
        var select = ReplyText.AllOf(list.Components).OfType<StringSelect>().Single();
        var shown = await world.Slice.HandleAsync(Interactions.Select(Second, select.CustomId, select.Type, select.Options[0].Value));
        await world.Slice.PressAsync(Second, shown, "Approve");

        Assert.Equal(["0 Waiting"], await SeriesWorld.StatesAsync(world));
    }

    private static async Task<AnnouncementWorld> StartAsync()
    {
        var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => (configuration.AnnouncementsNeedApproval, configuration.LogChannelId) = (true, Log));
        return world;
    }

    /// <summary>Presses a button on the newest card in the log channel.</summary>
    private static Task<Reply> DecideAsync(AnnouncementWorld world, TestPerson who, string label)
    {
        var card = world.Channel.Sent.Select(sent => sent.Components![0]).Last(it => ReplyText.AllOf([it]).OfType<Button>().Any(button => button.Label == label));
        var id = ReplyText.AllOf([card]).OfType<Button>().Single(button => button.Label == label).CustomId!;
        var press = Interactions.Press(who, id);
        return world.Slice.HandleAsync(press with { ChannelId = Log });
    }
}
