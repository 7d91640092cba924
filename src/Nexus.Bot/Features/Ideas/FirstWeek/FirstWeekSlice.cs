using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Who has neither an idea nor an interest in the first days of a cohort.</summary>
internal static class FirstWeekSlice
{
    public static void Declare(SliceBuilder slice) => slice.Table(new IdeaNudgeTable());
}
