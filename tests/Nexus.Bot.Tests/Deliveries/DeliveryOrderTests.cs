using Nexus.Bot.Deliveries;
using Nexus.Discord;
using static Nexus.Bot.Tests.Deliveries.DeliveryWorld;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>What goes to one place goes in the order in which it is due.</summary>
public sealed class DeliveryOrderTests
{
    private static readonly ChannelOnDiscord.Fault Trouble = ChannelOnDiscord.Refuses(503);

    [Fact]
    public async Task One_that_waits_for_its_retry_holds_back_the_later_ones_of_its_channel_only()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(2, inSeconds: 1);
        await world.PlanAsync(3, DeliveryTarget.In(Hall), inSeconds: 2);
        world.Channel.Fail(Trouble, Board);

        await world.SendDueAsync();
        await world.PassAsync(2);
        Assert.Equal(["note 3"], world.Channel.Texts);
        Assert.Equal(world.Now.AddSeconds(3), world.NextWakeUp);
        await world.PassAsync(3);

        Assert.Equal(["note 3", "note 1", "note 2"], world.Channel.Texts);
    }

    [Fact]
    public async Task One_that_never_goes_is_overtaken_after_a_minute_and_then_holds_back_nobody()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(2, inSeconds: 1);
        world.Channel.Fail(Trouble);
        world.Channel.Fail(Trouble);
        world.Channel.Fail(Trouble);
        world.Channel.Fail(Trouble);
        await world.SendDueAsync();
        await world.PassAsync(5);
        await world.PassAsync(10);
        await world.PassAsync(20);
        Assert.Empty(world.Channel.Texts);
        Assert.Equal(world.Now.AddSeconds(25), world.NextWakeUp); // a minute after the first try, though its next is in 40 s

        world.Channel.Fail(Trouble);
        await world.PassAsync(25);
        Assert.Equal(["note 2"], world.Channel.Texts);
        await world.PlanAsync(3);
        await world.SendDueAsync();
        Assert.Equal(["note 2", "note 3"], world.Channel.Texts);
        Assert.Equal(7, world.Channel.Requests);
        await world.PassAsync(300);

        Assert.Equal(["note 2", "note 3", "note 1, 6 min late"], world.Channel.Texts);
    }

    [Fact]
    public async Task After_hours_down_one_more_failure_lets_nobody_overtake()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(2);
        world.Channel.Fail(ChannelOnDiscord.CrashBefore);
        await world.SendDueUntilCrashAsync();
        world.Channel.Fail(Trouble);

        await world.PassAsync(7_200);
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(10);

        Assert.Equal(["note 1, 120 min late", "note 2, 120 min late"], world.Channel.Texts);
    }

    [Fact]
    public async Task After_an_hour_out_of_reach_everything_goes_in_its_order()
    {
        await using var world = new DeliveryWorld();
        for (var i = 1; i <= 6; i++)
        {
            await world.PlanAsync(i, inSeconds: i * 300);
        }

        world.Channel.Close(Board, 503, 0);
        for (var i = 0; i < 120; i++)
        {
            await world.PassAsync(30);
        }

        Assert.Empty(world.Channel.Texts);
        world.Channel.Open(Board);
        await world.PassAsync(300);

        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"note {i}"), world.Channel.Texts.Select(text => text.Split(',')[0]));
    }

    [Fact]
    public async Task One_that_is_refused_for_good_holds_back_nobody()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        await world.PlanAsync(404);
        await world.PlanAsync(3);
        world.Channel.Fail(ChannelOnDiscord.Refuses(400, 50035));

        await world.SendDueAsync();

        Assert.Equal(["note 3"], world.Channel.Texts);
        Assert.Equal((DeliveryFailure.Refused, 50035), ((await world.RowAsync(1)).Failure, (await world.RowAsync(1)).FailureCode));
        Assert.Equal(DeliveryFailure.SubjectGone, (await world.RowAsync(404)).Failure);
    }

    [Fact]
    public async Task One_that_comes_due_while_others_are_being_sent_does_not_wait_for_them()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        var answer = world.Channel.Hold(Board);
        var sending = world.SendDueAsync();
        await answer.Asked;

        await world.PlanAsync(2, DeliveryTarget.In(Hall));
        await world.Channel.UntilAsync(() => world.Channel.TextsIn(Hall).Count == 1);
        Assert.False(sending.IsCompleted);
        answer.Give();
        await sending;

        Assert.Equal(["note 2", "note 1"], world.Channel.Texts);
    }

    [Fact]
    public async Task A_place_with_very_much_lets_more_places_than_can_be_served_at_once_have_their_turn()
    {
        await using var world = new DeliveryWorld();
        for (var i = 0; i < 150; i++)
        {
            await world.PlanAsync(i + 1, DeliveryTarget.In(new Snowflake((ulong)(1_000 + i))), inSeconds: -100);
        }

        for (var i = 0; i < 50; i++)
        {
            await world.PlanAsync(1_000 + i);
        }

        await world.SendDueAsync();

        Assert.Equal(200, world.Channel.Texts.Count);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"note {1_000 + i}"), world.Channel.TextsIn(Board));
    }

    [Theory]
    [InlineData(500), InlineData(502), InlineData(0), InlineData(401)]
    public async Task Trouble_on_the_way_is_tried_again_after_five_seconds(int status)
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1);
        world.Channel.Fail(ChannelOnDiscord.Refuses(status));
        await world.SendDueAsync();
        Assert.Equal(world.Now.AddSeconds(5), world.NextWakeUp);

        await world.PassAsync(4);
        Assert.Equal(1, world.Channel.Requests);
        await world.PassAsync(1);

        Assert.Equal(["note 1"], world.Channel.Texts);
    }
}
