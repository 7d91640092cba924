using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>A board whose message was deleted comes back; without this it would when something on it changes.</summary>
internal sealed class BoardMessageDeleted(BoardDrawing drawing, IJobSchedule schedule, TimeProvider clock) : IEventHandler<MessageDeleteEvent>
{
    public Task HandleAsync(MessageDeleteEvent happened, CancellationToken ct)
    {
        if (happened.GuildId is { } guild && drawing.Forgets(guild, happened.Id))
        {
            schedule.WakeAt<DrawBoardsJob>(clock.GetUtcNow());
        }

        return Task.CompletedTask;
    }
}
