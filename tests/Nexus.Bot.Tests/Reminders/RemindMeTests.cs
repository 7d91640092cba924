using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Reminders;

public sealed class RemindMeTests
{
    [Fact]
    public async Task The_confirmation_is_private_and_says_what_when_and_where()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("tomorrow 9am");

        Assert.True(answer.IsPrivate);
        Assert.Equal(
            """
            ✅ I will remind you <t:1795510800:F> (<t:1795510800:R>):
            > Push the migrations
            It comes in <#10> and mentions you.
            -# Read as Tue 24 Nov 2026, 09:00 in Europe/London
            [Edit] [Undo]
            """,
            ReplyText.Of(answer),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task What_was_typed_and_never_picked_offers_its_other_readings()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("at 10");
        Assert.Contains("-# Read as Mon 23 Nov 2026, 10:00 in Europe/London", ReplyText.Of(answer), StringComparison.Ordinal);
        var other = await world.PressAsync(answer, "I meant Mon 23 Nov 2026, 22:00");

        Assert.StartsWith("✅ I will remind you <t:1795471200:F>", ReplyText.Of(other), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(12));
        Assert.Single(world.Channel.Texts);
    }

    [Theory]
    [InlineData("tomorrow 9am", "tomorrow 9am → Tue 24 Nov 2026, 09:00 (in 1 d)", "2026-11-24 09:00")]
    [InlineData("in 20 min", "in 20 min → Mon 23 Nov 2026, 09:20 (in 20 min)", "2026-11-23T09:20:00Z")]
    [InlineData("every monday 9am", "every monday 9am → every Monday at 09:00, first Mon 30 Nov 2026, 09:00 (in 7 d)", "every Mon at 09:00:00, from 30 Nov 2026")]
    public async Task While_typing_the_list_shows_how_it_is_understood(string typed, string shown, string kept)
    {
        await using var world = await ReminderWorld.StartAsync();

        var first = (await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "when", typed))[0];

        Assert.Equal((shown, kept), (first.Name, first.Value));
        Assert.StartsWith("✅ I will remind you", ReplyText.Of(await world.RemindAsync(first.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_typed_the_list_shows_what_works()
    {
        await using var world = await ReminderWorld.StartAsync();

        var all = await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "when", "");

        Assert.Equal("in 20 minutes → Mon 23 Nov 2026, 09:20 (in 20 min)", all[0].Name);
        Assert.Contains(all, one => one.Name.StartsWith("every Monday at 9:00 → every Monday", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("yesterday", "⚠️ “yesterday” is in the past.")]
    [InlineData("in 400 days", "⚠️ “in 400 days” is more than a year ahead; that is as far as I plan.")]
    public async Task While_typing_a_time_that_cannot_be_the_list_says_why(string typed, string says)
    {
        await using var world = await ReminderWorld.StartAsync();

        var all = await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "when", typed);

        Assert.Equal((says, typed), (all[0].Name, all[0].Value));
        Assert.StartsWith("in 20 minutes → ", all[1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_line_of_the_list_keeps_its_zone()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);

        var first = (await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "when", "every month on the 1st at 9am"))[0];

        Assert.EndsWith("… Europe/London", first.Name, StringComparison.Ordinal);
        Assert.InRange(first.Name.Length, 80, 100);
    }

    [Theory]
    [InlineData("blorg", "I cannot read “blorg” as a time.")]
    [InlineData("tomorrow blorg", "In “tomorrow blorg” I understand “tomorrow”, but not “blorg”.")]
    [InlineData("in 5", "“in 5” is no time yet: something is missing at its end, or there is no such day.")]
    [InlineData("31 feb", "“31 feb” is no time yet: something is missing at its end, or there is no such day.")]
    [InlineData("2020-01-01 09:00", "“2020-01-01 09:00” is in the past.")]
    [InlineData("9999-01-01 09:00", "“9999-01-01 09:00” is more than a year ahead; that is as far as I plan.")]
    [InlineData("every 400 days", "“every 400 days” is more than a year ahead; that is as far as I plan.")]
    [InlineData("  ", "When? I did not get a time.")]
    public async Task A_time_that_cannot_be_used_is_said_with_three_that_work_and_the_words_are_kept(string when, string says)
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync(when, "Call @everyone");

        Assert.True(answer.IsPrivate);
        Assert.Equal(
            $"{says} Times that work: `in 2h30m`, `tomorrow 9:00`, `every Monday at 9am`. They are read in Europe/London.\n> Call @everyone\n-# Nothing is planned yet. Your words are kept for a day.\n[Fix the time]",
            ReplyText.Of(answer));
        Assert.StartsWith("You have no reminders waiting.", await world.ListAsync(), StringComparison.Ordinal);
        var form = await world.PressAsync(answer, "Fix the time");
        Assert.Contains("What: Call @everyone", ReplyText.Of(form), StringComparison.Ordinal);
        var fixedOne = await world.SubmitAsync(form, new { when = "in 1 hour", what = "Call everyone" });
        Assert.Equal(ReplyKind.Change, fixedOne.Kind);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains("> Call everyone", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData("   \n "), InlineData(null)]
    public async Task Nothing_to_remind_of_and_too_much_are_refused(string? what)
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("in 1 hour", what ?? new string('x', 4001));

        Assert.True(answer.IsPrivate);
        Assert.Equal("What shall I remind you of? I need between 1 and 1000 characters. Nothing was saved.", ReplyText.Of(answer));
    }

    [Fact]
    public async Task The_same_interaction_makes_no_second_reminder()
    {
        await using var world = await ReminderWorld.StartAsync();
        var asked = Interactions.Command(TestPerson.Ada, "remind me", new { when = "in 1 hour", what = "Once" });

        var first = ReplyText.Of(await world.Slice.HandleAsync(asked));
        Assert.Equal(first, ReplyText.Of(await world.Slice.HandleAsync(asked)));
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Undo_takes_it_back_and_can_be_taken_back_itself()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await world.RemindAsync("in 1 hour");

        var undone = await world.PressAsync(confirmed, "Undo");
        Assert.Equal("Cancelled: I will not remind you of this.\n> Push the migrations\n[Bring it back]", ReplyText.Of(undone));
        Assert.Equal(ReplyText.Of(undone), ReplyText.Of(await world.PressAsync(confirmed, "Undo")));
        await world.PressAsync(undone, "Bring it back");
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(world.Channel.Texts);

        var second = await world.PressAsync(await world.RemindAsync("in 1 hour"), "Undo");
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(world.Channel.Texts);
        Assert.StartsWith("Its time has passed meanwhile.", ReplyText.Of(await world.PressAsync(second, "Bring it back")), StringComparison.Ordinal);
        Assert.StartsWith("It has come already", ReplyText.Of(await world.PressAsync(confirmed, "Undo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_changes_words_and_time_and_a_bad_time_costs_no_words()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await world.RemindAsync("in 1 hour");
        var form = await world.PressAsync(confirmed, "Edit");
        Assert.Equal("Edit the reminder\nWhen: 2026-11-23 10:00\nWhat: Push the migrations", ReplyText.Of(form));

        var half = ReplyText.Of(await world.SubmitAsync(form, new { when = "blorg", what = "Push them" }));
        Assert.Contains("> Push them", half, StringComparison.Ordinal);
        Assert.Contains("⚠️ I cannot read “blorg” as a time. The time stays as it was.", half, StringComparison.Ordinal);
        var whole = ReplyText.Of(await world.SubmitAsync(form, new { when = "in 2 hours", what = "Push them now" }));
        Assert.StartsWith("✅ I will remind you <t:1795431600:F>", whole, StringComparison.Ordinal);
        Assert.EndsWith("[Edit] [Cancel it]", whole, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Contains("> Push them now", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_owner_can_change_it()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await world.RemindAsync("in 1 hour");

        foreach (var label in new[] { "Edit", "Undo" })
        {
            var refused = await world.PressAsync(confirmed, label, TestPerson.Bo);
            Assert.True(refused.IsPrivate);
            Assert.StartsWith("This reminder belongs to somebody else, or is no more.", ReplyText.Of(refused), StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(world.Channel.Texts);
        foreach (var label in new[] { "Done", "Edit", "Snooze 10 min", "1 h", "Tomorrow 9:00", "Another time…" })
        {
            Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await world.PressArrivedAsync(label, TestPerson.Bo)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_as_many_as_one_may_have_is_told_so()
    {
        await using var world = await ReminderWorld.StartAsync(most: 2);
        await world.RemindAsync("in 1 hour", "one");
        var second = await world.RemindAsync("in 2 hours", "two");

        var third = await world.RemindAsync("in 3 hours", "three");
        Assert.True(third.IsPrivate);
        Assert.Equal(
            "You have 2 reminders waiting, and that is the most one person can have. `/remind list` shows them; cancel one that you no longer need. Nothing was saved.",
            ReplyText.Of(third));

        await world.PressAsync(second, "Undo");
        Assert.StartsWith("✅", ReplyText.Of(await world.RemindAsync("in 3 hours", "three")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_may_not_write_it_comes_as_a_direct_message()
    {
        await using var world = await ReminderWorld.StartAsync();

        var reader = TestPerson.Ada with { Permissions = Permissions.ViewChannel };
        var answer = ReplyText.Of(await world.Slice.RunAsync(reader, "remind me", new { when = "in 1 hour", what = "Read it" }));

        Assert.Contains("It comes as a direct message.", answer, StringComparison.Ordinal);
        Assert.Contains("-# You may not write in this channel, so it does not come here.", answer, StringComparison.Ordinal);
        var closedToTheBot = Interactions.Command(TestPerson.Ada, "remind me", new { when = "in 1 hour", what = "Read it" }) with { AppPermissions = Permissions.ViewChannel };
        Assert.Contains(
            "It comes as a direct message.\n-# Read as Mon 23 Nov 2026, 10:00 in Europe/London\n-# I may not write in this channel, so it does not come here.",
            ReplyText.Of(await world.Slice.HandleAsync(closedToTheBot)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_me_on_a_message_keeps_the_way_back()
    {
        await using var world = await ReminderWorld.StartAsync();
        var message = new Message { Id = new Discord.Snowflake(77), ChannelId = ReminderWorld.Hall, Content = "Read **this** article " + new string('x', 2000) };

        var form = await world.Slice.HandleAsync(Interactions.MessageCommand(TestPerson.Ada, "Remind me", message));
        Assert.StartsWith("Remind me\nWhen: (up to 100 characters)\nWhat: Read **this** article xxx", ReplyText.Of(form), StringComparison.Ordinal);
        Assert.EndsWith("[: Here, mentioning me | As a direct message]", ReplyText.Of(form), StringComparison.Ordinal);
        var unread = await world.SubmitAsync(form, new { when = "someday", what = "The article" });
        Assert.StartsWith("I cannot read “someday” as a time.", ReplyText.Of(unread), StringComparison.Ordinal);
        var confirmed = await world.SubmitAsync(form, new { when = "in 1 hour", what = "The article", where = new[] { "dm" } });

        Assert.Contains("It comes as a direct message.\nIt leads back to https://discord.com/channels/1/10/77", ReplyText.Of(confirmed), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains("[Go to the message](https://discord.com/channels/1/10/77)", Assert.Single(world.Channel.TextsIn(Deliveries.ChannelOnDiscord.DmOf(TestPerson.Ada.Id))), StringComparison.Ordinal);
    }
}
