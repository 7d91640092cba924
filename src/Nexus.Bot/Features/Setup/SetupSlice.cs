using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Setup;

internal static class SetupSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Services.AddTransient<ServerReader>();
        slice.Services.AddTransient<SetupStore>();
        slice.Noun("nexus", "Set the bot up and see how it is")
            .Command<SetUpServerCommand>()
            .Command<ShowStatusCommand>()
            .Button<InspectServerButton>()
            .Button<CreateMissingButton>()
            .Button<ChooseChannelsButton>()
            .Button<ChooseRolesButton>()
            .Button<ChooseTimeZoneButton>()
            .Button<ShowAnnouncementRulesButton>()
            .Button<RequireApprovalButton>()
            .Button<ChooseQuietHoursButton>()
            .Modal<ChooseQuietHoursModal>()
            .Select<ChooseChannelSelect>()
            .Select<ChooseRoleSelect>()
            .Modal<ChooseTimeZoneModal>()
            .FollowUp<InspectServerFollowUp>()
            .FollowUp<CreateMissingFollowUp>()
            .On<GuildCreateEvent, AdoptServer>();
    }
}
