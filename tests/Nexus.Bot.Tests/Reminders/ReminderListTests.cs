using Nexus.Bot.Features.Reminders;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Reminders;

public sealed class ReminderListTests
{
    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        await using var world = await ReminderWorld.StartAsync();

        Assert.Equal("You have no reminders waiting. `/remind me when:tomorrow 9:00 what:…` sets one, and so does **Remind me** in the menu of a message.\n[What has been]", await world.ListAsync());
        Assert.Equal("No reminder of yours has come yet.\n[What is coming]", await world.ListAsync("past"));
    }

    [Fact]
    public async Task It_shows_ones_own_from_everywhere_soonest_first()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 3 hours", "Later *today*");
        await world.RemindAsync("in 1 hour", "In a DM", inDm: true);
        await world.RemindAsync("every Monday at 9:00", "Plan the week");
        await world.Slice.RunAsync(TestPerson.Bo, "remind me", new { when = "in 2 hours", what = "Bo's own" });

        Assert.Equal(
            """
            ## Your reminders
            -# 3 waiting, on all servers
            🔔 <t:1795428000:f> (<t:1795428000:R>) · In a DM
            🔔 <t:1795435200:f> (<t:1795435200:R>) · Later \*today\*
            🔁 <t:1796029200:f> (<t:1796029200:R>) · Plan the week · every Monday at 09:00
            [Pick one to edit, cancel or see: In a DM | Later *today* | Plan the week]
            [What has been]
            """,
            await world.ListAsync(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task One_that_is_picked_can_be_cancelled()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour", "Wrong");
        var list = await world.Slice.RunAsync(TestPerson.Ada, "remind list");
        var value = ReplyText.AllOf(list.Components).OfType<StringSelect>().Single().Options[0].Value;

        var card = await OpenAsync(world, TestPerson.Ada, value);
        Assert.True(card.IsPrivate);
        Assert.StartsWith("✅ I will remind you <t:1795428000:F>", ReplyText.Of(card), StringComparison.Ordinal);
        await world.PressAsync(card, "Cancel it");
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Empty(world.Channel.Texts);
        Assert.Contains("✖️ cancelled <t:1795424400:f> · Wrong", await world.ListAsync("past"), StringComparison.Ordinal);
        Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await OpenAsync(world, TestPerson.Bo, value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages_and_keeps_its_filter()
    {
        await using var world = await ReminderWorld.StartAsync();
        for (var i = 1; i <= 12; i++)
        {
            await world.RemindAsync($"in {i} hours", $"No {i:00}");
        }

        var list = await world.Slice.RunAsync(TestPerson.Ada, "remind list");
        Assert.Contains("-# Page 1 of 2\n[First] [Previous] [Next] [Last]", ReplyText.Of(list), StringComparison.Ordinal);
        var second = await world.PressAsync(list, "Next");
        Assert.Contains("No 11", ReplyText.Of(second), StringComparison.Ordinal);
        Assert.DoesNotContain("No 10", ReplyText.Of(second), StringComparison.Ordinal);
        Assert.StartsWith("No reminder of yours has come yet.", ReplyText.Of(await world.PressAsync(second, "What has been")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_could_not_be_delivered_anywhere_says_why_and_can_be_set_again()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("in 1 hour", "Unheard", inDm: true);
        world.Channel.Close(ChannelOnDiscord.DmOf(TestPerson.Ada.Id), 403, DiscordErrorCode.CannotSendToUser);
        world.HaveLeft.Add(TestPerson.Ada.Id);
        await world.PassAsync(TimeSpan.FromHours(1));

        var past = await world.Slice.RunAsync(TestPerson.Ada, "remind list", new { show = "past" });
        Assert.Contains("⚠️ due <t:1795428000:f>, not delivered: your direct messages are closed to me · Unheard", ReplyText.Of(past), StringComparison.Ordinal);
        var card = await OpenAsync(world, TestPerson.Ada, ReplyText.AllOf(past.Components).OfType<StringSelect>().Single().Options[0].Value);
        var again = await world.SubmitAsync(await world.PressAsync(card, "Remind me again"), new { when = "in 1 hour", what = "Unheard" });

        Assert.StartsWith("✅ I will remind you <t:1795431600:F>", ReplyText.Of(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_has_joined_stands_in_the_list_and_is_left_from_there()
    {
        await using var world = await ReminderWorld.StartAsync();
        var invitation = (await world.RemindAsync("in 1 hour", "Stand-up", new { @public = true })).Next!;
        await world.PressAsync(invitation, "Remind me too", TestPerson.Bo);

        var list = await world.Slice.RunAsync(TestPerson.Bo, "remind list");
        Assert.Contains("👥 <t:1795428000:f> (<t:1795428000:R>) · Stand-up · joined, from <@101>", ReplyText.Of(list), StringComparison.Ordinal);
        var value = ReplyText.AllOf(list.Components).OfType<StringSelect>().Single().Options[0].Value;
        var card = await OpenAsync(world, TestPerson.Bo, value);
        Assert.EndsWith("\nIt comes in <#10> and mentions you.\n> Stand-up\n[Leave]", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.StartsWith("This reminder belongs to somebody else", ReplyText.Of(await OpenAsync(world, TestPerson.Mentor, value)), StringComparison.Ordinal);
        Assert.StartsWith("You were not on it", ReplyText.Of(await world.PressAsync(card, "Leave", TestPerson.Mentor)), StringComparison.Ordinal);
        Assert.StartsWith("You will not be mentioned with it.", ReplyText.Of(await world.PressAsync(card, "Leave", TestPerson.Bo)), StringComparison.Ordinal);

        Assert.StartsWith("You have no reminders waiting.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "remind list")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal([TestPerson.Ada.Id], world.Channel.Sent.Single().AllowedMentions.Users!);
    }

    private static Task<Reply> OpenAsync(ReminderWorld world, TestPerson who, string value) =>
        world.Slice.HandleAsync(Interactions.Select(who, OpenReminderSelect.Spec.For(), ComponentType.StringSelect, value));
}
