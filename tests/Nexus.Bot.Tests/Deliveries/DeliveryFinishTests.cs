using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Quartz;
using static Nexus.Bot.Tests.Deliveries.DeliveryWorld;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>What follows once a message stands: done once, whatever happens.</summary>
public sealed class DeliveryFinishTests
{
    private static readonly DeliveryTarget s_board = DeliveryTarget.In(Board);

    [Fact]
    public async Task What_is_posted_is_finished_at_once_and_only_once()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1, s_board, finishes: true);
        await world.PlanAsync(2, s_board);
        await world.FinishAsync();
        Assert.Empty(world.Pinned.Done);

        await world.SendDueAsync();
        Assert.Contains(world.Slice.Schedule.WakeUps, wake => wake == (typeof(FinishDeliveriesJob), world.Now));
        await world.FinishAsync();
        await world.FinishAsync(3_600);

        Assert.Equal(["note 1 pinned in 40"], world.Pinned.Done);
        Assert.Null((await world.RowAsync(1)).FinishAt);
    }

    [Fact]
    public async Task Trouble_that_passes_is_tried_again_longer_apart_each_time()
    {
        await using var world = await PostedAsync();
        world.Pinned.Faults.Enqueue(ChannelOnDiscord.Refuses(503).Exception);
        world.Pinned.Faults.Enqueue(ChannelOnDiscord.Refuses(429, retryAfter: TimeSpan.FromSeconds(40)).Exception);

        await world.FinishAsync();
        await world.FinishAsync(4);
        Assert.Equal(1, world.Pinned.Calls);
        await world.FinishAsync(1);
        await world.FinishAsync(39);
        Assert.Equal(2, world.Pinned.Calls);
        Assert.Equal(world.Now.AddSeconds(1), world.NextWakeUp);
        await world.FinishAsync(1);

        Assert.Equal(["note 1 pinned in 40"], world.Pinned.Done);
    }

    [Fact]
    public async Task After_a_day_of_trouble_it_is_given_up_and_the_message_stays_sent()
    {
        await using var world = await PostedAsync();
        for (var i = 0; i < 2; i++)
        {
            world.Pinned.Faults.Enqueue(ChannelOnDiscord.Refuses(500).Exception);
        }

        await world.FinishAsync();
        await world.FinishAsync(24 * 3_600);
        await world.FinishAsync(24 * 3_600);

        var row = await world.RowAsync(1);
        Assert.Equal((DeliveryState.Sent, DeliveryFailure.OutOfReach, null), (row.State, row.Failure, row.FinishAt));
        Assert.Empty(world.Pinned.Done);
    }

    [Fact]
    public async Task A_refusal_is_final_and_keeps_its_code()
    {
        await using var world = await PostedAsync();
        world.Pinned.Faults.Enqueue(ChannelOnDiscord.Refuses(403, DiscordErrorCode.MissingPermissions).Exception);

        await world.FinishAsync();
        await world.FinishAsync(3_600);

        var row = await world.RowAsync(1);
        Assert.Equal((DeliveryState.Sent, DeliveryFailure.NotAllowed, 50013, null), (row.State, row.Failure, row.FailureCode, row.FinishAt));
        Assert.Equal(1, world.Pinned.Calls);
    }

    [Fact]
    public async Task An_unforeseen_fault_is_told_of_and_holds_nobody_back()
    {
        await using var world = await PostedAsync();
        await world.PlanAsync(2, s_board, finishes: true);
        await world.SendDueAsync();
        world.Pinned.Faults.Enqueue(new InvalidOperationException("broken"));

        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => world.FinishAsync());
        await world.FinishAsync(5);

        Assert.Equal("broken", told.Message);
        Assert.Equal(["note 2 pinned in 40", "note 1 pinned in 40"], world.Pinned.Done);
    }

    [Fact]
    public async Task After_a_crash_it_is_finished_when_its_lease_has_run_out()
    {
        await using var world = await PostedAsync();
        var (queue, row) = (world.Slice.Services.GetRequiredService<DeliveryQueue>(), await world.RowAsync(1));
        Assert.True(await queue.ClaimFinishAsync(row, CancellationToken.None));
        Assert.False(await queue.ClaimFinishAsync(row, CancellationToken.None));

        await using var restarted = world.Restarted();
        await FinishOnAsync(restarted);
        Assert.Empty(world.Pinned.Done);
        world.Slice.Clock.Advance(DeliveryQueue.FinishLease);
        await FinishOnAsync(restarted);

        Assert.Equal(["note 1 pinned in 40"], world.Pinned.Done);
    }

    [Fact]
    public async Task Two_instances_never_work_on_the_same_message()
    {
        await using var world = await PostedAsync();
        await using var other = world.Restarted();
        var asked = false;
        world.Pinned.Meanwhile = async () =>
        {
            if (!asked)
            {
                asked = true;
                await FinishOnAsync(other);
            }
        };

        await world.FinishAsync();

        Assert.Equal(1, world.Pinned.Calls);
    }

    private static async Task<DeliveryWorld> PostedAsync()
    {
        var world = new DeliveryWorld();
        await world.PlanAsync(1, s_board, finishes: true);
        await world.SendDueAsync();
        return world;
    }

    private static async Task FinishOnAsync(ServiceProvider program) =>
        await program.GetRequiredService<FinishDeliveriesJob>().Execute(new Mock<IJobExecutionContext>().Object, CancellationToken.None);
}
