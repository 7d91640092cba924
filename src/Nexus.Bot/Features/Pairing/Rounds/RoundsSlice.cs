using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Rounds of pairs: who wants to meets somebody new, again and again.</summary>
internal static class RoundsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new RoundScheduleTable())
            .Table(new RoundTable())
            .Table(new RoundPersonTable())
            .Table(new RoundAnswerTable())
            .Command<JoinRoundsCommand>()
            .Command<LeaveRoundsCommand>()
            .Command<SkipRoundCommand>()
            .Command<PauseRoundsCommand>()
            .Command<RoundCommand>()
            .Button<RoundPartButton>()
            .Button<RoundPartHereButton>()
            .Button<PauseRoundsButton>()
            .Modal<PauseRoundsModal>()
            .Button<MetButton>()
            .Button<RoundHelpButton>()
            .Button<RoundCardButton>()
            .Button<StartRoundButton>()
            .FollowUp<LookAtRound>()
            .Button<DrawRoundButton>()
            .FollowUp<DrawRoundNow>()
            .Button<ScheduleRoundsButton>()
            .Modal<ScheduleRoundsModal>()
            .Button<StopRoundsButton>()
            .Select<CallChannelSelect>()
            .Button<PostCallButton>()
            .FollowUp<PostCall>()
            .On<MessageCreateEvent, HearsRoundPairs>()
            .On<GuildMemberRemoveEvent, RoundPersonLeaves>()
            .Job<RunRoundsJob>(RunRoundsJob.Sweep);
        slice.Services.TryAddSingleton<MatchingGate>();
        slice.Services.AddSingleton<RoundLooks>().AddSingleton<RoundDrawer>().AddSingleton<RoundCheckIn>().AddSingleton<LateJoiners>().AddSingleton<PairHours>();
        slice.Services.AddSingleton<IDeliverySource, RoundBegunSource>().AddSingleton<IDeliverySource, RoundCallSource>().AddSingleton<IDeliverySource, PairNudgeSource>()
            .AddSingleton<IDeliverySource, CheckInSource>().AddSingleton<IDeliverySource, ThirdSource>().AddSingleton<IDeliverySource, LeftOutSource>().AddSingleton<IDeliverySource, AsleepSource>();
        slice.Services.AddScoped<RoundDesk>().AddScoped<RoundCards>().AddScoped<RoundAnswers>();
    }
}
