using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>What mentors see of unanswered questions by themselves: a board, and a weekly digest.</summary>
internal static class BoardSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(10);

    public static void Declare(SliceBuilder slice)
    {
        slice.Command<SetBoardCommand>()
            .Button<RefreshBoardButton>()
            .Button<RemoveBoardButton>()
            .FollowUp<PlaceBoardFollowUp>()
            .FollowUp<DeleteBoardFollowUp>()
            .On<MessageDeleteEvent, BoardMessageDeleted>()
            .Job<DrawBoardsJob>(Sweep)
            .Button<StopDigestButton>()
            .Button<ResumeDigestButton>()
            .Job<PlanDigestsJob>(Sweep);
        slice.Services.AddScoped<BoardBook>();
        slice.Services.AddSingleton<BoardDrawing>().AddSingleton<DigestPlanner>();
        slice.Services.AddSingleton<IDeliverySource, DigestSource>();
    }
}
