using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Who has neither an idea nor an interest in the first days of a cohort.</summary>
internal static class FirstWeekSlice
{
    // A first day that is said, or a channel that is chosen, is noticed by then; the days themselves wake the job.
    private static readonly TimeSpan LookAtCalendar = TimeSpan.FromMinutes(30);

    public static void Declare(SliceBuilder slice)
    {
        slice.Command<WithoutIdeaCommand>()
            .Button<ShowWithoutButton>()
            .Button<WithoutPageButton>()
            .FollowUp<ShowWithoutFollowUp>()
            .Button<NudgeButton>()
            .Button<NudgeAllButton>()
            .FollowUp<NudgeAllFollowUp>()
            .Button<NudgesOffButton>()
            .Button<NudgesOnButton>()
            .Table(new IdeaNudgeTable())
            .Job<FirstWeekJob>(LookAtCalendar);
        slice.Services.AddSingleton<FirstWeekReader>().AddSingleton<NudgeBook>()
            .AddSingleton<IDeliverySource, NudgeSource>()
            .AddSingleton<IDeliverySource, FirstWeekSource>();
    }
}
