using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reports;

/// <summary>How the hub is used, and what it lacks.</summary>
internal static class ReportsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Services.AddScoped<ReportReader>();
        slice.Command<ShowReportCommand>();
    }
}
