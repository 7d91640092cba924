using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Who hears of an idea.</summary>
internal static class FollowingSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new IdeaThreadMemberTable())
            .Button<FollowIdeaButton>()
            .Button<UnfollowIdeaButton>()
            .On<MessageCreateEvent, ThreadComment>()
            .Job<SeatFollowersJob>(Sweep);
        slice.Services.AddSingleton<Follows>().AddSingleton<IDeliveryFinisher, SeatWithNews>();
    }
}
