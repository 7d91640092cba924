using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.ServerLog;

/// <summary>What people did, for the mentors' log channel.</summary>
internal static class ServerLogSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new LogEntryTable());
        slice.Services.AddSingleton<LogBook>().AddSingleton<IDeliverySource, LogEntrySource>();
    }
}
