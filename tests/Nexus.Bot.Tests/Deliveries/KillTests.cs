using System.Diagnostics;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Sandbox.Emulator;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>The real program, killed again and again while the network and Discord misbehave.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Count = 300;
    private const int Places = 15;
    private const int People = 5;
    private const int Kills = 12;

    private static readonly TimeSpan s_begin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_over = TimeSpan.FromSeconds(60);

    // Of a machine with nothing else to do it takes a few seconds.
    private static readonly TimeSpan s_toCatchUp = TimeSpan.FromSeconds(75);

    [Fact]
    public async Task Three_hundred_messages_arrive_once_each_in_order_though_the_bot_is_killed_twelve_times()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var world = await KillWorld.StartAsync(Places, People);
        var started = Stopwatch.GetTimestamp();
        await world.PlanAsync(Count, s_begin, s_over);
        var faults = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            world.StartBot();
            faults += Break(world, random);
            await Task.Delay(TimeSpan.FromSeconds(1.5 + (random.NextDouble() * 4)), TimeProvider.System);
            await (kill % 2 == 0 ? world.KillBotAtNextMessageAsync(TimeSpan.FromSeconds(5)) : world.KillBotAsync());
        }

        var killedFor = Stopwatch.GetElapsedTime(started);
        world.StartBot();
        faults += Break(world, random);
        while (Stopwatch.GetElapsedTime(started) < killedFor + s_toCatchUp && (await world.RowsAsync()).Any(IsOpen))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }

        var wall = Stopwatch.GetElapsedTime(started);
        await world.KillBotAsync();
        var ((channels, dms), rows) = (world.Read(), await world.RowsAsync());
        var arrived = channels.Concat(dms).SelectMany(numbers => numbers).ToList();
        var expected = Enumerable.Range(0, Count).Select(i => $"No {i:0000}").ToList();
        output.WriteLine(
            $"{Count} messages, {Kills} kills in {killedFor.TotalSeconds:0} s, {faults} planned faults, {world.Network.Lost} dropped sockets, {world.Refused} answers 429: "
            + $"{arrived.Distinct().Count()} arrived ({dms.Sum(numbers => numbers.Count)} by DM), {rows.Count(IsOpen)} still to come, {expected.Except(arrived).Count() - rows.Count(IsOpen)} lost, {arrived.Count - arrived.Distinct().Count()} doubled, "
            + $"{rows.Count(row => row.Tries > 0)} put off for a while; {wall.TotalSeconds:0} s");

        Assert.Null(world.Complaint);
        Assert.Equal(expected, arrived.Order());
        Assert.All(channels.Concat(dms), numbers => Assert.Equal(numbers.Order(), numbers));
        Assert.All(dms, numbers => Assert.Equal(Count / 3 / People, numbers.Count));
        Assert.All(rows, row => Assert.Equal(DeliveryState.Sent, row.State));
    }

    private static bool IsOpen(Delivery row) => row.State is DeliveryState.Waiting or DeliveryState.Sending;

    private static int Break(KillWorld world, Random random)
    {
        const string Route = "POST /channels/{id}/messages";
        world.Faults.Add(new RestFault(500, RateLimitScope.User, Route, random.Next(1, 4), TimeSpan.Zero));
        world.Faults.Add(new RestFault(429, random.Next(2) == 0 ? RateLimitScope.User : RateLimitScope.Shared, Route, 1, TimeSpan.Zero));
        world.Network.LoseRequest();
        world.Network.LoseAnswer();
        return 4;
    }
}
