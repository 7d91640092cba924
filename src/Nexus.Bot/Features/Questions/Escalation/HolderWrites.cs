using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>A holder who writes in the thread is still on it.</summary>
internal sealed class HolderWrites(NexusDb db, QuestionSettingsStore settings, TimeProvider clock) : IEventHandler<MessageCreateEvent>
{
    public async Task HandleAsync(MessageCreateEvent happened, CancellationToken ct)
    {
        if (happened.Message is not { GuildId: { } guild, Author: { Bot: not true, Id: var author }, ChannelId: var thread })
        {
            return;
        }

        var theirs = db.In<Question>(guild).Where(one => one.ThreadId == thread && one.State == QuestionState.Claimed && one.HolderId == author);
        if (await theirs.AnyAsync(ct))
        {
            DateTimeOffset? look = QuestionLadders.HolderIsAsked(await settings.OfAsync(guild, ct), clock.GetUtcNow());
            await theirs.ExecuteUpdateAsync(set => set.SetProperty(one => one.LapseAt, look).SetProperty(one => one.HolderAskedAt, (DateTimeOffset?)null), ct);
        }
    }
}
