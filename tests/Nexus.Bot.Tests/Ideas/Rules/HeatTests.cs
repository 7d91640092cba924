using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class HeatTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 0", "", 3.0)] // three votes now
    [InlineData("3 3", "", 1.0)] // two votes three days ago
    [InlineData("6", "", 0.25)]
    [InlineData("", "0", 2.0)] // one place taken now
    [InlineData("0 3 6", "3", 2.75)]
    [InlineData("", "", 0.0)]
    public void It_is_what_people_are_told(string votes, string places, double heat)
    {
        var level = Heat.Level(Ago(votes), Ago(places));

        Assert.Equal(heat, Heat.At(level, Monday), precision: 9);
    }

    [Fact]
    public void Two_ideas_keep_their_order_while_time_passes_and_the_rows_order_does_not_matter()
    {
        var days = Gen.Double[0, 400].Array[1, 8];
        Gen.Select(days, days, Gen.Double[0, 3000]).Sample(
            (one, other, later) =>
            {
                var (a, b) = (Heat.Level(Moments(one), []), Heat.Level(Moments(other), []));
                var then = Monday.AddDays(later);

                Assert.Equal(a, Heat.Level(Moments([.. one.Reverse()]), []));
                Assert.True(a == b || (a > b) == (Heat.At(a, Monday) > Heat.At(b, Monday)) || Math.Abs(a - b) < 1e-9);
                Assert.True(Heat.At(a, then) == 0 || Math.Abs(a - b) < 1e-9 || (a > b) == (Heat.At(a, then) > Heat.At(b, then)));
                Assert.True(Heat.Level(Moments([.. one, 1.0]), []) > a); // a vote never cools
            },
            iter: 2000);

        static IEnumerable<DateTimeOffset> Moments(double[] ago) => ago.Select(day => Monday.AddDays(-day));
    }

    private static IEnumerable<DateTimeOffset> Ago(string days) =>
        days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => Monday.AddDays(-int.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
