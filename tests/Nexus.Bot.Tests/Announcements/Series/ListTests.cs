using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Announcements.Series;

public sealed class ListTests
{
    [Theory]
    [InlineData("coming", "Nothing is coming. `/announce schedule` plans an announcement.")]
    [InlineData("drafts", "No drafts. `/announce draft` begins one without a time.")]
    [InlineData("waiting", "Nothing waits for approval.")]
    [InlineData("posted", "Nothing has been posted yet. `/announce schedule` plans an announcement.")]
    [InlineData("failed", "Everything has arrived: nothing failed.")]
    [InlineData("paused", "Nothing is paused. `/announce pause` stops a recurring announcement for a while.")]
    [InlineData("nonsense", "No announcements yet. `/announce schedule` writes the first one.")]
    public async Task An_empty_list_says_what_to_do(string show, string expected)
    {
        await using var world = await AnnouncementWorld.StartAsync();

        Assert.Equal(expected, ReplyText.Of(await world.RunAsync("announce list", new { show })));
    }

    [Fact]
    public async Task Each_list_has_what_it_is_asked_for_and_opens_what_is_picked()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute", "Old");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.ScheduleAsync("every day at 10:00", "Stand-up");
        await world.DraftAsync("Idea");

        Assert.StartsWith("## Posted announcements\n✅ **Old** · posted <t:1795424460:f>, on time · https://discord.com/channels/1/40/", await ListAsync(world, "posted"), StringComparison.Ordinal);
        Assert.StartsWith("## Coming announcements\n🕘 **Stand-up** · <#40> · <t:1795428000:F> (<t:1795428000:R>) · 🔁 every day at 10:00 · by <@201>\n", await ListAsync(world, "coming"), StringComparison.Ordinal);
        Assert.StartsWith("## Drafts\n📝 **Idea** · <#40> · by <@201>\n[Open one: Idea]", await ListAsync(world, "drafts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Idea", await world.ListAsync(), StringComparison.Ordinal);

        var list = await world.RunAsync("announce list", new { show = "drafts" });
        var shown = await world.ChooseAsync<StringSelect>(list, ReplyText.AllOf(list.Components).OfType<StringSelect>().Single().Options[0].Value);
        Assert.Contains("## Idea\nBring your API.", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.StartsWith("That announcement no longer exists.", ReplyText.Of(await world.ChooseAsync<StringSelect>(list, "999")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_is_kept_across_pages()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("in 1 minute", "Posted one");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        for (var i = 1; i <= 7; i++)
        {
            await world.ScheduleAsync($"in {i} hours", $"No {i}");
        }

        var second = ReplyText.Of(await world.PressAsync(await world.RunAsync("announce list", new { show = "coming" }), "Next"));

        Assert.StartsWith("## Coming announcements\n", second, StringComparison.Ordinal);
        Assert.Contains("No 7", second, StringComparison.Ordinal);
        Assert.Contains("-# Page 2 of 2", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Posted one", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_all_tries_all_that_failed_once_more_but_not_what_was_paused()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Channel.Close(AnnouncementWorld.Board, 403, Nexus.Discord.DiscordErrorCode.MissingPermissions);
        await world.ScheduleAsync("in 1 minute", "One");
        await world.ScheduleAsync("in 2 minutes", "Two");
        await world.ScheduleAsync("every day at 9:03", "Daily");
        await world.PassAsync(TimeSpan.FromMinutes(5));
        await world.RunAsync("announce pause", new { which = "daily" });
        world.Channel.Open(AnnouncementWorld.Board);
        var list = await world.RunAsync("announce list", new { show = "failed" });

        Assert.StartsWith("**Daily** is paused, so it is not posted now.", ReplyText.Of(await world.PressAsync(list, "Retry Daily")), StringComparison.Ordinal);
        Assert.Equal("2 are being tried again now. `/announce list` shows how it went.", ReplyText.Of(await world.PressAsync(list, "Retry all that failed")));
        await world.SendDueAsync();

        Assert.Equal(2, world.Channel.TextsIn(AnnouncementWorld.Board).Count);
        Assert.StartsWith("Nothing is waiting for a retry any more.", ReplyText.Of(await world.PressAsync(list, "Retry all that failed")), StringComparison.Ordinal);
        Assert.StartsWith("It is not waiting for a retry any more.", ReplyText.Of(await world.PressAsync(list, "Retry One")), StringComparison.Ordinal);
    }

    private static async Task<string> ListAsync(AnnouncementWorld world, string show) => ReplyText.Of(await world.RunAsync("announce list", new { show }));
}
