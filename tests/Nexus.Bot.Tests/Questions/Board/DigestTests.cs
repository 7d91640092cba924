using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Board;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Questions.Lists;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Questions.Board;

public sealed class DigestTests
{
    private static readonly Snowflake Log = new(61);

    [Fact]
    public async Task On_Monday_at_nine_it_tells_the_weeks_numbers_and_what_waits_and_names_nobody()
    {
        await using var world = await StartAsync(out var channel);
        var taken = Asked.Question(world, 2, "Which *index*?", 300, QuestionState.Claimed);
        taken.HolderId = TestPerson.Mentor.Id;
        var solved = Asked.Question(world, 3, "Solved", 1, QuestionState.Accepted);
        (solved.FirstAnsweredAt, solved.AcceptedAt) = (world.Clock.GetUtcNow(), world.Clock.GetUtcNow());
        await Asked.AddAsync(world, Asked.Question(world, 1, "Celery retries forever", 2), taken, solved);
        await PlanAsync(world);

        await PassUntilAsync(world, At(30, 8, 59));
        Assert.Empty(channel.Texts);
        await PassUntilAsync(world, At(30, 9, 0));

        Assert.Equal(
            """
            ## The week's questions
            **0** asked · **1** got a first answer · **1** solved
            **2** wait for an answer, the longest first:
            [**#2**](https://discord.com/channels/1/7002) Which \*index\*? · <t:1794344400:R>
            [**#1**](https://discord.com/channels/1/7001) Celery retries forever · <t:1795417200:R>
            [List unanswered] [Stop this digest]
            """,
            Assert.Single(channel.TextsIn(Log)));
        Assert.DoesNotContain("<@", channel.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_answer_it_is_short_and_glad()
    {
        await using var world = await StartAsync(out var channel);
        await Asked.AddAsync(world, Asked.Question(world, 1, "Long solved", 300, QuestionState.Accepted));
        await PlanAsync(world);

        await PassUntilAsync(world, At(30, 9, 0));

        Assert.Equal("## The week's questions\nA quiet week: nothing was asked.\n🎉 Nothing waits for an answer. Thank you!\n[Stop this digest]", Assert.Single(channel.Texts));
    }

    [Fact]
    public async Task A_server_without_questions_gets_none()
    {
        await using var world = await StartAsync(out var channel);
        await PlanAsync(world);

        await PassUntilAsync(world, At(30, 12, 0));

        Assert.Empty(channel.Texts);
    }

    [Fact]
    public async Task Week_after_week_it_comes_once_however_often_the_jobs_run()
    {
        await using var world = await StartAsync(out var channel);
        await Asked.AddAsync(world, Asked.Question(world, 1, "Waits", 2));
        await PlanAsync(world);

        for (var hour = 0; hour < 24 * 22; hour += 6)
        {
            world.Clock.Advance(TimeSpan.FromHours(6));
            await SendAsync(world);
            await PlanAsync(world);
            await PlanAsync(world);
        }

        Assert.Equal(3, channel.Texts.Count);
    }

    [Fact]
    public async Task Weeks_that_were_missed_are_one_late_message()
    {
        await using var world = await StartAsync(out var channel);
        await Asked.AddAsync(world, Asked.Question(world, 1, "Waits", 2));
        await PlanAsync(world);

        world.Clock.Advance(TimeSpan.FromDays(17)); // down over two Mondays
        await SendAsync(world);
        await PlanAsync(world);
        await SendAsync(world);

        Assert.Contains(
            "\n-# It was due <t:1796634000:f>; I was away. The numbers are of the week before that, what waits is as of now.\n",
            Assert.Single(channel.Texts),
            StringComparison.Ordinal);
        await PassUntilAsync(world, new DateTimeOffset(2026, 12, 14, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, channel.Texts.Count);
    }

    [Fact]
    public async Task One_press_stops_it_and_one_press_brings_it_back()
    {
        await using var world = await StartAsync(out var channel);
        await Asked.AddAsync(world, Asked.Question(world, 1, "Waits", 2));
        await PlanAsync(world);

        var stopped = await world.PressAsync(TestPerson.Mentor, "questions.digest-stop.v1");
        Assert.Equal("The weekly digest of questions has stopped.\n[Send it again]", ReplyText.Of(stopped));
        await PassUntilAsync(world, At(30, 12, 0));
        Assert.DoesNotContain(channel.Texts, IsDigest);
        var resumed = await world.PressAsync(TestPerson.Mentor, stopped, "Send it again");

        Assert.Equal("The digest comes every Monday at 9:00 by the server's clock. The next one: <t:1796634000:F> (<t:1796634000:R>).\n[Stop this digest]", ReplyText.Of(resumed));
        await PassUntilAsync(world, new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero));
        Assert.Single(channel.Texts, IsDigest);
        Assert.Contains(channel.Texts, text => text.StartsWith("📝 <@201> stopped the weekly digest of questions\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_zone_or_log_channel_moves_the_one_that_is_planned()
    {
        await using var world = await StartAsync(out var channel);
        await Asked.AddAsync(world, Asked.Question(world, 1, "Waits", 2));
        await PlanAsync(world);

        await world.ConfigureAsync(configuration => (configuration.TimeZone, configuration.LogChannelId) = ("Africa/Nairobi", new Snowflake(70)));
        await PlanAsync(world);
        await PassUntilAsync(world, At(30, 6, 0));

        Assert.Single(channel.TextsIn(new Snowflake(70)));
        await using var db = world.Db();
        Assert.Single(await db.In<Delivery>(Interactions.Guild).Where(row => row.State == DeliveryState.Waiting).ToListAsync());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-18", "2026-10-19T07:00Z 2026-10-26T08:00Z 2026-11-02T08:00Z")]
    [InlineData("Africa/Accra", "2026-10-19", "2026-10-19T09:00Z 2026-10-26T09:00Z 2026-11-02T09:00Z")]
    [InlineData("Pacific/Auckland", "2027-04-03", "2027-04-04T21:00Z 2027-04-11T21:00Z 2027-04-18T21:00Z")]
    public void It_is_nine_by_the_servers_clock_across_a_clock_change(string zone, string from, string dues)
    {
        var after = DateTimeOffset.Parse($"{from}T00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        var coming = DigestCalendar.After(after, DateTimeZoneProviders.Tzdb[zone]).Take(3).ToList();

        Assert.Equal(dues, string.Join(' ', coming.Select(due => due.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(coming[0], DigestCalendar.AWeekBefore(coming[1], DateTimeZoneProviders.Tzdb[zone]));
        Assert.Equal(coming[1], DigestCalendar.After(coming[0], DateTimeZoneProviders.Tzdb[zone]).First());
    }

    private static bool IsDigest(string text) => text.StartsWith("## The week's questions\n", StringComparison.Ordinal);

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);

    private static Task<SliceWorld> StartAsync(out ChannelOnDiscord channel)
    {
        var world = new SliceWorld();
        channel = new ChannelOnDiscord(world);
        return ConfiguredAsync(world);

        static async Task<SliceWorld> ConfiguredAsync(SliceWorld world)
        {
            await world.ConfigureAsync(configuration => configuration.LogChannelId = Log);
            return world;
        }
    }

    private static Task PlanAsync(SliceWorld world) => world.RunJobAsync<PlanDigestsJob>();

    private static Task SendAsync(SliceWorld world) => world.RunJobAsync<SendDueDeliveriesJob>();

    private static async Task PassUntilAsync(SliceWorld world, DateTimeOffset moment)
    {
        world.Clock.Advance(moment - world.Clock.GetUtcNow());
        await SendAsync(world);
        await PlanAsync(world);
    }
}
