using CsCheck;
using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

/// <summary>How often this client sends, identifies and reconnects.</summary>
public class SendLimitsTests
{
    [Fact]
    public void Ordinary_frames_stop_at_115_a_minute_and_urgent_ones_still_pass()
    {
        var window = new SendWindow(limit: 120, reserve: 5, TimeSpan.FromSeconds(60));
        Assert.Equal(115, Enumerable.Range(0, 200).Count(i => window.TryTake(Seconds(i / 100.0), urgent: false, out _)));
        Assert.False(window.TryTake(Seconds(10), urgent: false, out var wait));
        Assert.Equal(Seconds(50), wait);
        Assert.True(window.TryTake(Seconds(10), urgent: true, out _));
        Assert.False(window.TryTake(Seconds(60), urgent: false, out _)); // one place is free again, but the urgent frame took it
        Assert.True(window.TryTake(Seconds(60.01), urgent: false, out _));
    }

    [Fact]
    public void In_no_minute_whatever_are_there_more_than_120_sends() =>
        Gen.Select(Gen.Int[0, 400], Gen.Bool).Array[1, 600].Sample(tries =>
        {
            var window = new SendWindow(limit: 120, reserve: 5, TimeSpan.FromSeconds(60));
            var now = TimeSpan.Zero;
            var sent = new List<TimeSpan>();
            foreach (var (milliseconds, urgent) in tries)
            {
                now += TimeSpan.FromMilliseconds(milliseconds);
                if (window.TryTake(now, urgent, out var wait))
                {
                    sent.Add(now);
                }
                else
                {
                    Assert.True(wait > TimeSpan.Zero);
                    now += wait;
                    Assert.True(window.TryTake(now, urgent, out _), "After the wait there is room.");
                    sent.Add(now);
                }
            }

            for (var i = 120; i < sent.Count; i++)
            {
                Assert.True(sent[i] - sent[i - 120] >= TimeSpan.FromSeconds(60));
            }
        }, iter: 300);

    [Fact]
    public void Identifies_are_a_little_over_five_seconds_apart()
    {
        var budget = new IdentifyBudget();
        Assert.Equal(TimeSpan.Zero, budget.NotBefore);
        budget.Identified(Seconds(7));
        Assert.Equal(Seconds(12.5), budget.NotBefore);
    }

    [Fact]
    public void A_budget_that_is_used_up_is_waited_out()
    {
        var budget = new IdentifyBudget();
        budget.Update(remaining: 1, resetsAfter: Seconds(3600), now: Seconds(0));
        Assert.Equal(TimeSpan.Zero, budget.WaitForReset(Seconds(10)));
        Assert.False(budget.IsStale(Seconds(10)));
        budget.Identified(Seconds(10));
        Assert.True(budget.IsStale(Seconds(11)));
        Assert.Equal(Seconds(3500), budget.WaitForReset(Seconds(100)));
        Assert.Equal(TimeSpan.Zero, budget.WaitForReset(Seconds(3600)));
    }

    [Fact]
    public void What_keeps_failing_is_tried_ever_more_rarely_up_to_a_minute()
    {
        var pauses = new ReconnectPauses(new FixedRandom(1));
        var seen = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            seen.Add(pauses.Next(identify: false).TotalSeconds);
            pauses.ConnectionFailed();
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60], seen);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 2.0)]
    public void The_pause_after_failures_is_jittered_between_half_and_whole(double jitter, double seconds)
    {
        var pauses = new ReconnectPauses(new FixedRandom(jitter));
        pauses.ConnectionFailed();
        pauses.ConnectionFailed();
        Assert.Equal(Seconds(seconds), pauses.Next(identify: false));
    }

    [Fact]
    public void A_live_session_ends_the_backing_off()
    {
        var pauses = new ReconnectPauses(new FixedRandom(1));
        pauses.ConnectionFailed();
        pauses.ConnectionFailed();
        pauses.BecameReady(Seconds(1));
        pauses.ConnectionEnded(Seconds(2));
        Assert.Equal(ReconnectPauses.First, pauses.Next(identify: false));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 5.0)]
    public void A_fresh_identify_waits_one_to_five_seconds(double jitter, double seconds)
    {
        var pauses = new ReconnectPauses(new FixedRandom(jitter));
        pauses.Identified();
        pauses.BecameReady(Seconds(0));
        pauses.ConnectionEnded(Seconds(10));
        Assert.Equal(Seconds(seconds), pauses.Next(identify: true));
    }

    [Fact]
    public void Sessions_that_die_young_make_identifies_rare_enough_for_a_day()
    {
        var pauses = new ReconnectPauses(new FixedRandom(0));
        var now = TimeSpan.Zero;
        var identifies = 0;
        while (now < TimeSpan.FromDays(1))
        {
            pauses.Identified();
            identifies++;
            pauses.BecameReady(now);
            pauses.ConnectionEnded(now);
            now += pauses.Next(identify: true);
        }

        Assert.InRange(identifies, 100, 999);

        pauses.BecameReady(now);
        pauses.ConnectionEnded(now + ReconnectPauses.Stable); // a session that lived shows that all is well again
        pauses.Identified();
        Assert.Equal(Seconds(1), pauses.Next(identify: true));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
