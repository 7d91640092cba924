using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Reminders;

public sealed class SharedReminderTests
{
    [Fact]
    public async Task Others_join_a_public_reminder_and_are_mentioned_by_it()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await world.RemindAsync("in 1 hour", "Stand-up", new { @public = true });
        var invitation = confirmed.Next!;
        Assert.True(confirmed.IsPrivate);
        Assert.False(invitation.IsPrivate);
        Assert.Equal("🔔 <@101> has set a reminder <t:1795428000:F> (<t:1795428000:R>):\n> Stand-up\n[Remind me too] [Not any more]", ReplyText.Of(invitation));

        var joined = await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);
        Assert.Contains("-# 1 more person wants it too.", ReplyText.Of(joined), StringComparison.Ordinal);
        Assert.True(joined.Next!.IsPrivate);
        Assert.Equal("You are on it already.", ReplyText.Of(await world.PressAsync(invitation, "Remind me too", TestPerson.Bo)));
        Assert.Equal("It is your own reminder, so you are on it already.", ReplyText.Of(await world.PressAsync(invitation, "Remind me too")));
        await world.PressAsync(invitation, "Remind me too", TestPerson.Mentor);
        Assert.EndsWith("You will not be mentioned with it.", ReplyText.Of(await world.PressAsync(invitation, "Not any more", TestPerson.Mentor)), StringComparison.Ordinal);
        Assert.Equal("You were not on it, so nothing changes.", ReplyText.Of(await world.PressAsync(invitation, "Not any more", TestPerson.Mentor)));
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.StartsWith("🔔 <@101> <@102>, the reminder that <@101> set <t:1795424400:R>:\n> Stand-up", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        Assert.Equal([TestPerson.Ada.Id, TestPerson.Bo.Id], world.Channel.Sent.Single().AllowedMentions.Users!);
        Assert.Equal("It is over. `/remind me` makes your own.", ReplyText.Of(await world.PressAsync(invitation, "Remind me too", TestPerson.Mentor)));
    }

    [Fact]
    public async Task What_its_owner_presses_ends_it_for_nobody_else()
    {
        await using var world = await ReminderWorld.StartAsync();
        var invitation = (await world.RemindAsync("in 1 hour", "Stand-up", new { @public = true })).Next!;
        await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(1));

        var done = await world.PressArrivedAsync("Done");
        Assert.True(done is { Kind: ReplyKind.Message, IsPrivate: true });
        Assert.StartsWith("✅ Done, for you. The reminder of the others stays as it is.", ReplyText.Of(done), StringComparison.Ordinal);
        var snoozed = await world.PressArrivedAsync("Snooze 10 min");
        Assert.True(snoozed is { Kind: ReplyKind.Message, IsPrivate: true });
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith("🔔 <@101>, you asked me", world.Channel.Texts[1], StringComparison.Ordinal);
        Assert.Equal([TestPerson.Ada.Id], world.Channel.Sent.Last().AllowedMentions.Users!);
    }

    [Fact]
    public async Task Who_joined_puts_it_off_as_a_reminder_of_their_own_and_leaves_from_the_message()
    {
        await using var world = await ReminderWorld.StartAsync();
        var invitation = (await world.RemindAsync("every day at 10:00", "Stand-up", new { @public = true })).Next!;
        await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains("[Done] [Edit] [Leave]", world.Channel.Texts[0], StringComparison.Ordinal);

        Assert.StartsWith("✅ Noted.", ReplyText.Of(await world.PressArrivedAsync("Done", TestPerson.Bo)), StringComparison.Ordinal);
        var own = await world.PressArrivedAsync("Snooze 10 min", TestPerson.Bo);
        Assert.True(own.IsPrivate);
        Assert.StartsWith("✅ I will remind you <t:1795428600:F> (<t:1795428600:R>):\n> Stand-up\nIt comes as a direct message.", ReplyText.Of(own), StringComparison.Ordinal);
        var form = await world.PressArrivedAsync("Another time…", TestPerson.Bo);
        var later = await world.Slice.SubmitAsync(TestPerson.Bo, form, new { when = "in 1 hour" });
        Assert.StartsWith("✅ I will remind you <t:1795431600:F>", ReplyText.Of(later), StringComparison.Ordinal);
        Assert.Equal("You will not be mentioned with it.", ReplyText.Of(await world.PressArrivedAsync("Leave", TestPerson.Bo)));
        Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await world.PressArrivedAsync("Done", TestPerson.Mentor)), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, world.Channel.TextsIn(Deliveries.ChannelOnDiscord.DmOf(TestPerson.Bo.Id)).Count);
        await world.PassAsync(TimeSpan.FromHours(23));

        Assert.StartsWith("🔔 <@101>, you asked me", world.Channel.TextsIn(ReminderWorld.Hall)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_as_one_message_can_mention_may_join()
    {
        await using var world = await ReminderWorld.StartAsync();
        var invitation = (await world.RemindAsync("in 1 hour", new string('#', 1000), new { @public = true })).Next!;
        for (ulong number = 1; number <= 80; number++)
        {
            await world.PressAsync(invitation, "Remind me too", new TestPerson(1_234_567_890_123_456_000 + number, $"n{number}"));
        }

        var one = await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);
        Assert.Equal("80 people are on it, and one message mentions no more. `/remind me` makes your own.", ReplyText.Of(one));
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(81, world.Channel.Sent.Single().AllowedMentions.Users!.Count);
        Assert.InRange(world.Channel.Texts.Single().Length, 1800, 4000);
    }

    [Fact]
    public async Task Nobody_joins_what_was_asked_in_a_DM()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("in 1 hour", also: new { @public = true }, inDm: true);

        Assert.Null(answer.Next);
        Assert.Contains("-# Nobody else can join it: that takes a channel in which you and I may write.", ReplyText.Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_reminds_a_role()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await RemindRoleAsync(world, ReminderWorld.Backend);
        Assert.Contains("✅ I will remind <@&900> <t:1795428000:F>", ReplyText.Of(confirmed), StringComparison.Ordinal);
        Assert.Contains("It goes to <#10> and pings them.", ReplyText.Of(confirmed), StringComparison.Ordinal);
        Assert.DoesNotContain("⚠️", ReplyText.Of(confirmed), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("🔔 <@&900>, a reminder from <@201>:\n> Retro\n[Done] [Edit]\n[Snooze 10 min] [1 h] [Tomorrow 9:00] [Another time…]", Assert.Single(world.Channel.Texts));
        var mentions = world.Channel.Sent.Single().AllowedMentions;
        Assert.Equal([ReminderWorld.Backend.Id], mentions.Roles!);
        Assert.Null(mentions.Users);
    }

    [Fact]
    public async Task The_mentor_puts_a_roles_reminder_off_for_all_and_everybody_else_for_themselves()
    {
        await using var world = await ReminderWorld.StartAsync();
        await RemindRoleAsync(world, ReminderWorld.Backend);
        await world.PassAsync(TimeSpan.FromHours(1));

        var own = await world.PressArrivedAsync("1 h", TestPerson.Bo);
        Assert.True(own.IsPrivate);
        Assert.StartsWith("✅ I will remind you <t:1795431600:F> (<t:1795431600:R>):\n> Retro\nIt comes as a direct message.", ReplyText.Of(own), StringComparison.Ordinal);
        Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await world.PressArrivedAsync("Edit", TestPerson.Bo)), StringComparison.Ordinal);
        var forAll = await world.PressArrivedAsync("Snooze 10 min", TestPerson.Mentor);
        Assert.True(forAll is { Kind: ReplyKind.Message, IsPrivate: true });
        Assert.Equal("💤 I will remind <@&900> again <t:1795428600:F> (<t:1795428600:R>). This message stays as it is.\n[Undo]", ReplyText.Of(forAll));
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith("🔔 <@&900>, a reminder from <@201>:", world.Channel.TextsIn(ReminderWorld.Hall)[1], StringComparison.Ordinal);
        Assert.Equal([ReminderWorld.Backend.Id], world.Channel.Sent.Last().AllowedMentions.Roles!);
    }

    [Fact]
    public async Task The_right_to_mention_is_looked_at_again_when_it_is_sent()
    {
        await using var world = await ReminderWorld.StartAsync();
        await RemindRoleAsync(world, ReminderWorld.Backend);
        world.Roles = [ReminderWorld.Backend with { Mentionable = false }];

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("🔔 <@&900>, a reminder from <@201>:\n> Retro\n-# Nobody was pinged: <@201> may not mention that role any more, or I may not.\n[Done] [Edit]\n[Snooze 10 min] [1 h] [Tomorrow 9:00] [Another time…]", Assert.Single(world.Channel.Texts));
        Assert.Null(world.Channel.Sent.Single().AllowedMentions.Roles);
    }

    [Fact]
    public async Task Who_may_not_mention_a_role_may_not_remind_it_and_nobody_reminds_everyone()
    {
        await using var world = await ReminderWorld.StartAsync();

        var refused = await RemindRoleAsync(world, ReminderWorld.Backend with { Mentionable = false });
        Assert.True(refused.IsPrivate);
        Assert.StartsWith("You may not mention <@&900> there, so I would not either.", ReplyText.Of(refused), StringComparison.Ordinal);
        var mayPing = TestPerson.Mentor with { Permissions = Permissions.SendMessages | Permissions.MentionEveryone };
        var warned = await world.Slice.RunAsync(mayPing, "remind role", new { role = ReminderWorld.Backend with { Mentionable = false }, when = "in 1 hour", what = "Retro" });
        Assert.Contains("⚠️ I may not mention <@&900> myself, so nobody would be pinged.", ReplyText.Of(warned), StringComparison.Ordinal);
        var everyone = await RemindRoleAsync(world, new Role { Id = Interactions.Guild, Name = "@everyone", Mentionable = true });
        Assert.StartsWith("A reminder pings one role, not everyone.", ReplyText.Of(everyone), StringComparison.Ordinal);
        var closed = await world.Slice.RunAsync(TestPerson.Mentor, "remind role", new
        {
            role = ReminderWorld.Backend,
            when = "in 1 hour",
            what = "Retro",
            channel = new Channel { Id = new Snowflake(44), Permissions = Permissions.ViewChannel },
        });
        Assert.StartsWith("You may not write in <#44> yourself", ReplyText.Of(closed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_about_something_says_so_and_is_not_sent_once_that_is_closed()
    {
        await using var world = await ReminderWorld.StartAsync();
        var picked = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "about", "sql"));
        Assert.Equal(("SQL exam (exam)", "exam/7"), (picked.Name, picked.Value));
        var confirmed = await world.RemindAsync("in 1 hour", "Read chapter 3", new { about = picked.Value });
        Assert.Contains("It goes with its exam: once that is over, closed or done, it does not come.", ReplyText.Of(confirmed), StringComparison.Ordinal);
        await world.RemindAsync("in 2 hours", "Read chapter 4", new { about = "sql exam" });

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains("-# About the exam SQL exam: https://discord.com/channels/1/2/3", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        world.Exams.IsClosed = true;
        Assert.Contains("✖️ ended, because its exam is closed or done · Read chapter 4", await world.ListAsync(), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Channel.Texts);
        Assert.Contains("✖️ ended, because its exam is closed or done · Read chapter 4", await world.ListAsync("past"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_done_what_it_is_about_is_not_reminded_and_those_who_joined_still_are()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour", "Read chapter 3", new { about = "sql exam" });
        var invitation = (await world.RemindAsync("in 1 hour", "Learn together", new { about = "sql exam", @public = true })).Next!;
        await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);
        world.Exams.DoneBy.Add(TestPerson.Ada.Id);

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Contains("> Learn together", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        Assert.Contains("✖️ ended, because its exam is closed or done · Read chapter 3", await world.ListAsync("past"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_unknown_to_be_about_is_refused()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("in 1 hour", also: new { about = "[Maths](https://x.y)" });

        Assert.True(answer.IsPrivate);
        Assert.Equal("I know nothing open that is called “\\[Maths\\](https://x.y)”. Pick it from the list while you type: SQL exam. Nothing was saved.", ReplyText.Of(answer));
    }

    private static Task<Reply> RemindRoleAsync(ReminderWorld world, Role role) =>
        world.Slice.RunAsync(TestPerson.Mentor, "remind role", new { role, when = "in 1 hour", what = "Retro" });
}
