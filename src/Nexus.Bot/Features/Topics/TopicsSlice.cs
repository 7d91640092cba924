using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The program's documentation hub, one command away.</summary>
internal static class TopicsSlice
{
    /// <summary>The setting that names another folder of topics.</summary>
    public const string FolderSetting = "Content:Topics";

    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("topic", "The program's documentation hub")
            .Command<LookUpTopicCommand>()
            .Button<ShowTopicButton>()
            .Button<ShowTopicSectionButton>();
        slice.Services.AddSingleton(services =>
            services.GetService<IConfiguration>()?[FolderSetting] is { Length: > 0 } path ? new TopicHubFolder(path) : TopicHubFolder.Shipped);
        slice.Services.AddSingleton<TopicHub>();
        slice.Services.AddHostedService(services => services.GetRequiredService<TopicHub>());
    }
}
