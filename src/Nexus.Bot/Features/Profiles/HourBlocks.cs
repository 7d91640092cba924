using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Profiles;

/// <summary>A week in 7 × 4 blocks, for those who don't want to type hours.</summary>
internal static class HourBlocks
{
    public static readonly IReadOnlyList<(string Name, int From, int Until)> All =
        [("Mornings, 8–12", 8, 12), ("Afternoons, 12–18", 12, 18), ("Evenings, 18–22", 18, 22), ("Late, 22–24", 22, 24)];

    public static readonly IReadOnlyList<string> Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static bool IsWhole(LocalWeek week, int block, int day) => WeekHours.All(Of(block, day)).All(hour => week[hour]);

    /// <summary>Chosen blocks are free as a whole, and no longer chosen ones not at all; half a block that was not chosen stays as it was.</summary>
    /// <param name="chosen">Of a block, the numbers of its days.</param>
    public static LocalWeek Choose(LocalWeek week, Func<int, IReadOnlyList<string>> chosen)
    {
        var before = week;
        for (var block = 0; block < All.Count; block++)
        {
            var days = chosen(block);
            for (var day = 0; day < Days.Count; day++)
            {
                if (days.Contains(day.ToString(CultureInfo.InvariantCulture)))
                {
                    week = WeekHours.Union(week, Of(block, day));
                }
                else if (IsWhole(before, block, day))
                {
                    week = WeekHours.Without(week, Of(block, day));
                }
            }
        }

        return week;
    }

    private static LocalWeek Of(int block, int day) => WeekHours.Of(1 << day, All[block].From, All[block].Until);
}
