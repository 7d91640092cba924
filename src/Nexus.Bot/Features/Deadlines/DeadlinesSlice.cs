using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What a track has to have done by when, and the reminders on the way there.</summary>
internal static class DeadlinesSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new DeadlineTable())
            .Table(new DeadlineMarkTable())
            .Table(new DeadlineSilenceTable())
            .Table(new DeadlineReminderTable());
        slice.Services.AddSingleton<DeadlineAudience>();
    }
}
