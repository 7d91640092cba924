using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Hub;

/// <summary>What the features that stand on the hub share: its pages, what servers made of them, and how they are used.</summary>
internal static class HubSlice
{
    /// <summary>The setting that names another folder of pages.</summary>
    public const string FolderSetting = "Content:Topics";

    private static readonly TimeSpan FlushLookups = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForgetLookups = TimeSpan.FromHours(24);

    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new PageRevisionTable())
            .Table(new PageSuggestionTable())
            .Table(new PageUseTable())
            .Table(new PageFeedbackTable())
            .Table(new ReadMarkTable())
            .Table(new LookupMissTable())
            .Job<FlushLookupsJob>(FlushLookups)
            .Job<ForgetLookupsJob>(ForgetLookups);
        slice.Services.AddSingleton(services =>
            services.GetService<IConfiguration>()?[FolderSetting] is { Length: > 0 } path ? new HubFolder(path) : HubFolder.Shipped);
        slice.Services.AddSingleton<HubFiles>();
        slice.Services.AddHostedService(services => services.GetRequiredService<HubFiles>());
        slice.Services.AddSingleton<GuildHubs>();
        slice.Services.AddScoped<PageRevisions>();
        slice.Services.AddScoped<PageSuggestions>();
        slice.Services.AddSingleton<HubCheckup>();
        slice.Services.AddSingleton<LookupLog>();
        slice.Services.AddHostedService(services => services.GetRequiredService<LookupLog>());
    }
}
