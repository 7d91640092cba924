using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Reminders;

public sealed class ArrivedReminderTests
{
    private static readonly Snowflake s_dm = ChannelOnDiscord.DmOf(TestPerson.Ada.Id);

    [Fact]
    public async Task It_comes_where_it_was_asked_and_mentions_its_owner_alone()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour", "Call @everyone and <@102>");

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            """
            🔔 <@101>, you asked me <t:1795424400:R> to remind you:
            > Call @everyone and <@102>
            [Done] [Edit]
            [Snooze 10 min] [1 h] [Tomorrow 9:00] [Another time…]
            """,
            Assert.Single(world.Channel.TextsIn(ReminderWorld.Hall)),
            ignoreLineEndingDifferences: true);
        var mentions = world.Channel.Sent.Single().AllowedMentions;
        Assert.Equal([TestPerson.Ada.Id], mentions.Users!);
        Assert.Empty(mentions.Parse);
        Assert.Null(mentions.Roles);
    }

    [Fact]
    public async Task Asked_in_a_DM_it_comes_there()
    {
        await using var world = await ReminderWorld.StartAsync();
        Assert.Contains("It comes as a direct message.", ReplyText.Of(await world.RemindAsync("in 1 hour", inDm: true)), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.StartsWith("🔔 You asked me <t:1795424400:R> to remind you:", Assert.Single(world.Channel.TextsIn(s_dm)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_came_due_while_the_bot_was_down_says_how_late_it_is()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 10 min");

        await world.PassAsync(TimeSpan.FromMinutes(135));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("-# ⏰ Late by 2 h 5 min: it was meant for <t:1795425000:f>", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        Assert.Contains("🔔 came <t:1795432500:f>, late by 2 h 5 min · Push the migrations", await world.ListAsync("past"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_closed_DMs_a_note_in_the_agreed_channel_tells_why_and_not_what()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour", "A secret", new { where = "dm" });
        world.Channel.Close(s_dm, 403, DiscordErrorCode.CannotSendToUser);

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            """
            🔔 <@101>, a reminder of yours is due. I could not send it as a direct message, because yours are closed to me, so it waits here and only you can open it.
            -# To get them as DMs: this server's menu → Privacy Settings → Direct Messages.
            [Show it]
            """,
            Assert.Single(world.Channel.TextsIn(ReminderWorld.Meeting)),
            ignoreLineEndingDifferences: true);
        Assert.Equal([TestPerson.Ada.Id], world.Channel.Sent.Last().AllowedMentions.Users!);
        Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await world.PressArrivedAsync("Show it", TestPerson.Bo)), StringComparison.Ordinal);
        var shown = await world.PressArrivedAsync("Show it");
        Assert.True(shown.IsPrivate);
        Assert.Contains("> A secret\n[Done] [Edit]", ReplyText.Of(shown), StringComparison.Ordinal);
        await world.PressAsync(shown, "Done");
        Assert.Equal("✅ Done:\n> A secret\n[Undo]", ReplyText.Of(await world.PressArrivedAsync("Show it")));
    }

    [Fact]
    public async Task What_was_asked_in_a_DM_that_is_closed_later_waits_in_the_agreed_channel_of_a_server_they_are_on()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("every day at 10:00", "A secret", inDm: true);
        world.Channel.Close(s_dm, 403, DiscordErrorCode.CannotSendToUser);
        world.Channel.Fail(ChannelOnDiscord.Refuses(503), ReminderWorld.Meeting);

        await world.PassAsync(TimeSpan.FromHours(1));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("🔔 <@101>, a reminder of yours is due.", Assert.Single(world.Channel.TextsIn(ReminderWorld.Meeting)), StringComparison.Ordinal);
        Assert.Contains("> A secret\n", ReplyText.Of(await world.PressArrivedAsync("Show it")), StringComparison.Ordinal);
        world.Channel.Open(s_dm);
        await world.PassAsync(TimeSpan.FromDays(1));

        Assert.Single(world.Channel.TextsIn(s_dm));
        Assert.Single(world.Channel.TextsIn(ReminderWorld.Meeting));
    }

    [Theory]
    [InlineData(404, DiscordErrorCode.UnknownChannel, "-# It comes as a direct message because the channel it was meant for no longer exists.")]
    [InlineData(403, DiscordErrorCode.MissingAccess, "-# It comes as a direct message because I may not write in <#10> any more.")]
    public async Task When_its_channel_is_gone_it_comes_as_a_DM_and_tells_why(int status, int code, string why)
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        world.Channel.Close(ReminderWorld.Hall, status, code);

        await world.PassAsync(TimeSpan.FromHours(1));

        var text = Assert.Single(world.Channel.TextsIn(s_dm));
        Assert.StartsWith("🔔 You asked me in <#10> <t:1795424400:R> to remind you:\n> Push the migrations", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Contains("[Done] [Edit]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_changes_the_card_twice_the_same_and_Undo_opens_it_again()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));

        var done = await world.PressArrivedAsync("Done");
        Assert.Equal(ReplyKind.Change, done.Kind);
        Assert.Equal("✅ Done:\n> Push the migrations\n[Undo]", ReplyText.Of(done));
        Assert.Equal(ReplyText.Of(done), ReplyText.Of(await world.PressArrivedAsync("Done")));
        Assert.Contains("✅ done, came <t:1795428000:f> · Push the migrations", await world.ListAsync("past"), StringComparison.Ordinal);
        var open = await world.PressAsync(done, "Undo");

        Assert.Equal(world.Channel.Texts.Single(), ReplyText.Of(open));
        Assert.Contains("🔔 came <t:1795428000:f> · Push the migrations", await world.ListAsync("past"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Snooze 10 min", 1795428600)]
    [InlineData("1 h", 1795431600)]
    [InlineData("Tomorrow 9:00", 1795510800)]
    public async Task Snooze_lets_it_come_again_once(string label, long at)
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));

        var snoozed = await world.PressArrivedAsync(label);
        Assert.Equal($"💤 I will remind <@101> again <t:{at}:F> (<t:{at}:R>):\n> Push the migrations\n[Undo] [Done]", ReplyText.Of(snoozed));
        Assert.Equal(ReplyText.Of(snoozed), ReplyText.Of(await world.PressArrivedAsync(label)));
        Assert.Contains($"💤 <t:{at}:f>", await world.ListAsync(), StringComparison.Ordinal);

        await world.PassAsync(DateTimeOffset.FromUnixTimeSeconds(at) - world.Slice.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Single(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        await world.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(2, world.Channel.Texts.Count);
        Assert.Equal(world.Channel.Texts[0], world.Channel.Texts[1]);

        await world.PressArrivedAsync("Snooze 10 min");
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(3, world.Channel.Texts.Count);
    }

    [Fact]
    public async Task In_a_DM_tomorrow_morning_is_by_the_clock_of_the_server_it_was_asked_on()
    {
        await using var world = await ReminderWorld.StartAsync("America/New_York", own: null);
        await world.RemindAsync("in 1 hour", also: new { where = "dm" });
        await world.PassAsync(TimeSpan.FromHours(1));
        var button = ReplyText.AllOf(world.Channel.Sent.Last().Components!).OfType<Nexus.Discord.Model.Button>().Single(button => button.Label == "Tomorrow 9:00");

        var snoozed = ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, button.CustomId!)));

        Assert.StartsWith("💤 I will remind you again <t:1795528800:F>", snoozed, StringComparison.Ordinal); // 14:00 UTC
    }

    [Fact]
    public async Task Another_time_is_asked_for_and_read()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));
        var form = await world.PressArrivedAsync("Another time…");
        Assert.StartsWith("Remind me again\nWhen:", ReplyText.Of(form), StringComparison.Ordinal);

        var unread = await world.SubmitAsync(form, new { when = "blorg" });
        Assert.Equal(ReplyKind.Message, unread.Kind);
        Assert.Equal("I cannot read “blorg” as a time. Times that work: `in 2h30m`, `tomorrow 9:00`, `24 Nov 09:00`. They are read in Europe/London. Nothing was changed.\n[Try again]", ReplyText.Of(unread));
        Assert.StartsWith("“every Monday” comes again and again", ReplyText.Of(await world.SubmitAsync(form, new { when = "every Monday" })), StringComparison.Ordinal);
        var snoozed = await world.SubmitAsync(await world.PressAsync(unread, "Try again"), new { when = "in 3 hours" });

        Assert.StartsWith("💤 I will remind <@101> again <t:1795438800:F>", ReplyText.Of(snoozed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_snooze_back_opens_it_and_it_does_not_come_again()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));
        var snoozed = await world.PressArrivedAsync("1 h");

        var open = await world.PressAsync(snoozed, "Undo");
        Assert.Contains("[Done] [Edit]", ReplyText.Of(open), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(2));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Done_ends_a_snooze_too()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));

        await world.PressAsync(await world.PressArrivedAsync("1 h"), "Done");
        await world.PassAsync(TimeSpan.FromHours(2));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Edit_on_one_that_came_plans_it_anew_and_leaves_the_message()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour");
        await world.PassAsync(TimeSpan.FromHours(1));
        var form = await world.PressArrivedAsync("Edit");
        Assert.Equal("Edit the reminder\nWhen: (up to 100 characters)\nWhat: Push the migrations", ReplyText.Of(form));

        Assert.StartsWith("It has come already, so it needs a new time. Your words are saved.", ReplyText.Of(await world.SubmitAsync(form, new { when = "", what = "Again" })), StringComparison.Ordinal);
        var answer = await world.SubmitAsync(form, new { when = "in 1 hour", what = "Again" });
        Assert.Equal(ReplyKind.Message, answer.Kind);
        Assert.True(answer.IsPrivate);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Contains("> Again", world.Channel.Texts[1], StringComparison.Ordinal);
    }
}
