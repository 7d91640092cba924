using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using static Nexus.Bot.Tests.Deliveries.DeliveryWorld;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>The program may die between any two steps.</summary>
public sealed class DeliveryCrashTests
{
    [Fact]
    public async Task A_crash_before_the_message_is_sent_loses_nothing()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        world.Channel.Fail(ChannelOnDiscord.CrashBefore);
        await world.SendDueUntilCrashAsync();

        await world.SendDueAsync();
        Assert.Empty(world.Channel.Texts); // the claim still holds
        await world.PassAsync(DeliveryQueue.Lease.TotalSeconds);

        Assert.Equal("note 1, 1 min late", Assert.Single(world.Channel.Texts));
    }

    [Theory]
    [InlineData(60, 0)] // Discord still knows the nonce
    [InlineData(3_600, 1)] // it does not: the channel is read
    public async Task A_crash_after_the_message_was_sent_doubles_nothing(int secondsDown, int reads)
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        world.Channel.Fail(ChannelOnDiscord.CrashAfter);
        await world.SendDueUntilCrashAsync();

        await world.PassAsync(secondsDown);
        await world.PassAsync(3_600);

        Assert.Equal("note 1", Assert.Single(world.Channel.Texts));
        Assert.Equal(reads, world.Channel.Reads);
        var row = await world.RowAsync(1);
        Assert.Equal((DeliveryState.Sent, TimeSpan.Zero, Board), (row.State, row.Late, row.PostedIn));
    }

    [Fact]
    public async Task A_restarted_program_takes_up_at_once_what_the_dead_one_had_begun()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(2);
        world.Channel.Fail(ChannelOnDiscord.CrashAfter);
        await world.SendDueUntilCrashAsync();
        world.Slice.Clock.Advance(TimeSpan.FromSeconds(1));

        await using var restarted = world.Restarted();
        await restarted.GetRequiredService<SendDueDeliveriesJob>().SendDueAsync(CancellationToken.None);

        Assert.Equal(["note 1", "note 2"], world.Channel.Texts);
        Assert.Equal(["1.0 Sent", "2.0 Sent"], await world.RowsAsync());
    }

    [Fact]
    public async Task A_stop_finishes_what_is_on_its_way_and_begins_nothing_more()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(2);
        var answer = world.Channel.Hold(Board);
        using var stop = new CancellationTokenSource();
        var sending = world.Slice.Services.GetRequiredService<SendDueDeliveriesJob>().SendDueAsync(stop.Token);
        await answer.Asked;

        await stop.CancelAsync();
        answer.Give();
        await sending;

        Assert.Equal(["1.0 Sent", "2.0 Waiting"], await world.RowsAsync());
    }

    [Fact]
    public async Task However_much_was_written_since_the_earlier_message_is_found()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        world.Channel.Chat(Board, 150);
        world.Channel.Fail(ChannelOnDiscord.CrashAfter);
        await world.SendDueUntilCrashAsync();
        world.Channel.Chat(Board, 2_500);

        await world.PassAsync(7_200);

        Assert.Equal(1, world.Channel.Texts.Count(text => text.StartsWith("note", StringComparison.Ordinal)));
        Assert.Equal(DeliveryState.Sent, (await world.RowAsync(1)).State);
    }

    [Fact]
    public async Task What_was_written_long_after_the_last_try_is_not_read()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        world.Channel.Fail(ChannelOnDiscord.CrashBefore);
        await world.SendDueUntilCrashAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(1));
        world.Channel.Chat(Board, 5_000);

        await world.SendDueAsync();

        Assert.Equal("note 1, 1440 min late", world.Channel.Texts[^1]);
        Assert.Equal(1, world.Channel.Reads);
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_each_later_try_reads_only_what_is_new()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        for (var i = 0; i < 7; i++)
        {
            world.Channel.Fail(ChannelOnDiscord.Refuses(503));
        }

        for (var i = 0; i < 8; i++)
        {
            world.Channel.Chat(Board, 90);
            await world.PassAsync(300);
        }

        Assert.Equal("note 1, 40 min late", world.Channel.Texts[^1]);
        Assert.Equal(8, world.Channel.Requests);
        Assert.InRange(world.Channel.Reads, 7, 14);
    }

    [Fact]
    public async Task Two_instances_at_work_post_once_and_in_order()
    {
        await using var world = new DeliveryWorld();
        for (var i = 1; i <= 30; i++)
        {
            await world.PlanAsync(i, inSeconds: -i);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.SendDueAsync)));
        await world.PassAsync(DeliveryQueue.Lease.TotalSeconds);

        Assert.Equal(Enumerable.Range(1, 30).Reverse().Select(i => $"note {i}"), world.Channel.Texts);
    }

    [Fact]
    public async Task Whatever_crashes_when_every_message_arrives_exactly_once() =>
        await Gen.Select(Gen.Int[0, 5].Array[0, 12], Gen.Int[1, 200].Array[12], Gen.Int[1, 4], Gen.Int[1, 2]).SampleAsync(async (faults, pauses, count, places) =>
        {
            await using var world = new DeliveryWorld();
            for (var i = 1; i <= count; i++)
            {
                await world.PlanAsync(i, DeliveryTarget.In(i % places == 0 ? Board : Hall), inSeconds: i * 60);
            }

            foreach (var fault in faults)
            {
                world.Channel.Fail(fault switch
                {
                    0 => ChannelOnDiscord.CrashBefore,
                    1 => ChannelOnDiscord.CrashAfter,
                    2 => ChannelOnDiscord.AnswerLost,
                    3 => ChannelOnDiscord.Refuses(500),
                    4 => ChannelOnDiscord.Refuses(429, retryAfter: TimeSpan.FromSeconds(30)),
                    _ => ChannelOnDiscord.Refuses(0),
                });
            }

            foreach (var pause in pauses)
            {
                world.Slice.Clock.Advance(TimeSpan.FromSeconds(pause));
                await world.SendDueUntilCrashAsync();
            }

            for (var i = 0; i < 16; i++)
            {
                world.Slice.Clock.Advance(TimeSpan.FromMinutes(6));
                await world.SendDueUntilCrashAsync();
            }

            Assert.Equal(Enumerable.Range(1, count).Select(i => $"note {i}"), world.Channel.Texts.Select(text => text.Split(',')[0]).Order());
            Assert.All(await world.RowsAsync(), row => Assert.EndsWith("Sent", row, StringComparison.Ordinal));
        }, iter: 12, threads: 1);
}
