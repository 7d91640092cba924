using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>How a server treats its ideas.</summary>
internal static class SettingsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new IdeaSettingsTable());
        slice.Services.AddSingleton<IdeaSettingsStore>().AddSingleton<MentorPlace>();
    }
}
