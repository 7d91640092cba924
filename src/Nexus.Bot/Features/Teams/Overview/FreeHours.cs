using System.Globalization;
using Nexus.Bot.Charts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using NodaTime;

namespace Nexus.Bot.Features.Teams.Overview;

/// <summary>How many of some people are free in each hour of the coming week, on the clock of one zone.</summary>
/// <param name="Counts">By day from Monday and hour.</param>
/// <param name="People">Who has said when they have time.</param>
internal sealed record FreeHours(int[,] Counts, int People, DateTimeZone Zone)
{
    private const int MostNamed = 3;

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <param name="first">Of the seven days by UTC, as in <see cref="SharedHours.WeekToCome"/>.</param>
    public static FreeHours Of(IReadOnlyCollection<PersonProfile> people, DateTimeZone zone, LocalDate first)
    {
        var cells = new List<int>[HeatMap.Days, HeatMap.Hours];
        var start = first.AtMidnight().InUtc().ToInstant();
        for (var slot = 0; slot < WeekGrid.Slots; slot++)
        {
            var local = start.Plus(Duration.FromMinutes(30 * slot)).InZone(zone).LocalDateTime;
            (cells[(int)local.DayOfWeek - 1, local.Hour] ??= []).Add(slot);
        }

        var said = people.Where(one => !one.Missing.HasFlag(ProfileParts.Hours)).Select(one => WeekGrid.Of(one.Hours, one.Zone, first)).ToList();
        var counts = new int[HeatMap.Days, HeatMap.Hours];
        for (var day = 0; day < HeatMap.Days; day++)
        {
            for (var hour = 0; hour < HeatMap.Hours; hour++)
            {
                // An hour that a clock change leaves out is nobody's.
                counts[day, hour] = cells[day, hour] is { } slots ? said.Count(grid => slots.TrueForAll(slot => grid[slot])) : 0;
            }
        }

        return new FreeHours(counts, said.Count, zone);
    }

    /// <summary>The hours in which the most are free, such as "Tuesday 18–21 (4 of 5)"; those of one number that touch are one.</summary>
    public IReadOnlyList<string> Best()
    {
        var most = Counts.Cast<int>().Max();
        var runs = new List<string>();
        for (var day = 0; most > 0 && day < HeatMap.Days; day++)
        {
            for (var hour = 0; hour < HeatMap.Hours; hour++)
            {
                var from = hour;
                while (hour < HeatMap.Hours && Counts[day, hour] == most)
                {
                    hour++;
                }

                if (hour > from)
                {
                    runs.Add(string.Create(CultureInfo.InvariantCulture, $"{s_days[day]} {from}–{hour} ({most} of {People})"));
                }
            }
        }

        return runs.Count <= MostNamed ? runs : [.. runs.Take(MostNamed), string.Create(CultureInfo.InvariantCulture, $"and {runs.Count - MostNamed} more times")];
    }
}
