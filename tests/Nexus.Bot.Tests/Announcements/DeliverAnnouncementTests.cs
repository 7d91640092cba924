using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Announcements;

public sealed class DeliverAnnouncementTests
{
    [Fact]
    public async Task One_that_came_due_while_the_bot_was_down_is_posted_late_once_and_says_so()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 10 minutes");

        await world.PassAsync(TimeSpan.FromMinutes(135));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(
            "## Demo day\nBring your API.\n-# Announced by <@201>\n-# ⏰ Late by 2 h 5 min: it was meant for <t:1795425000:f>",
            Assert.Single(world.Channel.Texts));
        Assert.Contains("✅ **Demo day** · posted <t:1795432500:f>, late by 2 h 5 min · https://discord.com/channels/1/40/", await world.ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_failed_then_coming_then_posted()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute", "Posted");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.ScheduleAsync("in 1 minute", "Refused");
        world.Channel.Fail(ChannelOnDiscord.Refuses(403, DiscordErrorCode.MissingPermissions));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.ScheduleAsync("in 1 hour", "Coming");

        var lines = (await world.ListAsync()).Split('\n');

        Assert.Equal("## Announcements", lines[0]);
        Assert.StartsWith("⚠️ **Refused** · not posted in <#40>, due <t:1795424520:f>: I may not write there. Give Nexus View Channel and Send Messages", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("🕘 **Coming** · <#40> · <t:", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("✅ **Posted** · posted <t:1795424460:f>, on time · https://discord.com/channels/1/40/", lines[3], StringComparison.Ordinal);
        Assert.Equal("[Retry Refused]", lines[4]);
    }

    [Fact]
    public async Task Retry_posts_what_had_failed()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute");
        world.Channel.Fail(ChannelOnDiscord.Refuses(404, DiscordErrorCode.UnknownChannel));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(world.Channel.Texts);
        var list = await world.RunAsync("announce list");
        Assert.Contains("the channel no longer exists", ReplyText.Of(list), StringComparison.Ordinal);

        await world.PressAsync(list, "Retry Demo day");
        await world.SendDueAsync();

        Assert.Contains("Late by 1 h", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        Assert.StartsWith("It is not waiting for a retry", ReplyText.Of(await world.PressAsync(list, "Retry Demo day")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        Assert.Equal("No announcements yet. `/announce schedule` writes the first one.", await world.ListAsync());
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        for (var i = 1; i <= 12; i++)
        {
            await world.ScheduleAsync($"in {i} hours", $"No {i:00}");
        }

        var list = await world.RunAsync("announce list");
        Assert.Contains("-# Page 1 of 3\n[First] [Previous] [Next] [Last]", ReplyText.Of(list), StringComparison.Ordinal);
        var second = ReplyText.Of(await world.PressAsync(list, "Next"));
        Assert.Contains("-# Page 2 of 3", second, StringComparison.Ordinal);
        Assert.Contains("No 06", second, StringComparison.Ordinal);
        var last = ReplyText.Of(await world.PressAsync(list, "Last"));
        Assert.Contains("No 12", last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, 5), InlineData(502, 5), InlineData(0, 5), InlineData(401, 5)]
    public async Task Trouble_on_the_way_is_tried_again(int status, int seconds)
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute");
        world.Channel.Fail(ChannelOnDiscord.Refuses(status));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("🔁 **Demo day** · <#40> · due <t:1795424460:f>, Discord did not take it yet", await world.ListAsync(), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(1, world.Channel.Requests);
        await world.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Single(world.Channel.Texts);
        Assert.Equal(2, world.Channel.Requests);
    }

    [Fact]
    public async Task When_Discord_says_how_long_to_wait_it_is_waited_that_long()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute");
        world.Channel.Fail(ChannelOnDiscord.Refuses(429, retryAfter: TimeSpan.FromMinutes(3)));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        await world.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, world.Channel.Requests);
        Assert.Equal(
            DateTimeOffset.Parse("2026-11-23T09:04:00Z", System.Globalization.CultureInfo.InvariantCulture),
            world.Slice.Schedule.WakeUps[^1].At);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task After_a_day_out_of_reach_it_is_given_up_and_listed()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute");
        for (var i = 0; i < 100; i++)
        {
            world.Channel.Fail(ChannelOnDiscord.Refuses(503));
        }

        for (var i = 0; i < 60; i++)
        {
            await world.PassAsync(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(49, world.Channel.Requests); // at the minute, then each half hour of a day
        Assert.Contains("Discord could not be reached for a day. Press Retry.", await world.ListAsync(), StringComparison.Ordinal);
    }
}
