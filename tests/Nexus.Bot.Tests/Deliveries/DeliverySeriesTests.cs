using Nexus.Bot.Deliveries;
using static Nexus.Bot.Tests.Deliveries.DeliveryWorld;

namespace Nexus.Bot.Tests.Deliveries;

public sealed class DeliverySeriesTests
{
    private const double Day = 86_400;

    [Fact]
    public async Task Each_occurrence_plans_the_next()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(7, DeliveryTarget.In(Board), kind: Bell.Name);

        await world.SendDueAsync();
        Assert.Equal(world.Now.AddDays(1), world.NextWakeUp);
        await world.PassAsync(Day);

        Assert.Equal(["bell 0", "bell 1"], world.Channel.Texts);
        Assert.Equal(["7.0 Sent", "7.1 Sent", "7.2 Waiting"], await world.RowsAsync());
    }

    [Fact]
    public async Task Of_a_missed_series_only_the_latest_is_sent_and_says_that_it_is_late()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(7, DeliveryTarget.In(Board), kind: Bell.Name);

        await world.PassAsync((5 * Day) + 1_800);
        await world.PassAsync(Day - 1_800);

        Assert.Equal(["bell 5, 30 min late", "bell 6"], world.Channel.Texts);
        Assert.Equal(["7.0 Superseded", "7.5 Sent", "7.6 Sent", "7.7 Waiting"], await world.RowsAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_sent_does_not_stop_its_series()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Fail(ChannelOnDiscord.Refuses(400, 50035));
        await world.PlanAsync(7, DeliveryTarget.In(Board), kind: Bell.Name);

        await world.SendDueAsync();
        await world.PassAsync(Day);

        Assert.Equal(["bell 1"], world.Channel.Texts);
        Assert.Equal(["7.0 Failed", "7.1 Sent", "7.2 Waiting"], await world.RowsAsync());
    }

    [Fact]
    public async Task One_that_could_not_go_for_a_day_makes_way_for_the_next()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Close(Board, 503, 0);
        await world.PlanAsync(7, DeliveryTarget.In(Board), kind: Bell.Name);
        for (var i = 0; i < 24; i++)
        {
            await world.PassAsync(3_599);
        }

        world.Channel.Open(Board);
        await world.PassAsync(3_600);

        Assert.Equal(["bell 1, 60 min late"], world.Channel.Texts);
        Assert.Equal(["7.0 Superseded", "7.1 Sent", "7.2 Waiting"], await world.RowsAsync());
    }

    [Fact]
    public async Task The_last_occurrence_plans_nothing()
    {
        await using var world = new DeliveryWorld();
        world.Bells.Last = 1;
        await world.PlanAsync(7, DeliveryTarget.In(Board), kind: Bell.Name);

        await world.PassAsync(9 * Day);
        await world.PassAsync(Day);

        Assert.Equal(["bell 1, 11520 min late"], world.Channel.Texts);
        Assert.Equal(["7.0 Superseded", "7.1 Sent"], await world.RowsAsync());
    }

    [Fact]
    public async Task After_a_fallback_the_next_one_is_tried_at_its_first_place_again()
    {
        await using var world = new DeliveryWorld();
        var dm = ChannelOnDiscord.DmOf(Ada);
        world.Channel.Close(dm, 403, 50007);
        await world.PlanAsync(7, DeliveryTarget.DmOf(Ada, orIn: Board), kind: Bell.Name);

        await world.SendDueAsync();
        world.Channel.Open(dm);
        await world.PassAsync(Day);

        Assert.Equal(["bell 0, here because of DmClosed"], world.Channel.TextsIn(Board));
        Assert.Equal(["bell 1"], world.Channel.TextsIn(dm));
    }
}
