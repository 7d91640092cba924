using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>How a server treats its ideas.</summary>
internal static class SettingsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<ShowIdeaSettingsCommand>()
            .Select<ChooseIdeaSwitchesSelect>()
            .Select<ChooseMentorChannelSelect>()
            .FollowUp<ChooseMentorChannelFollowUp>()
            .Button<ChooseIdeaLimitsButton>()
            .Modal<ChooseIdeaLimitsModal>()
            .Table(new IdeaSettingsTable());
        slice.Services.AddSingleton<IdeaSettingsStore>().AddSingleton<SettingsDesk>().AddSingleton<MentorPlace>();
    }
}
