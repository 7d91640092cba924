using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Opens a page whose file has changed since the server's own text was approved.</summary>
internal sealed class OpenConflictButton(GuildHubs hubs, PageRevisions revisions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "conflict") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if ((await hubs.ConflictsAsync(call.Guild, ct)).FirstOrDefault(it => it.Slug == call.Argument) is not { } conflict)
        {
            return ConflictViews.NoLonger();
        }

        var bothWork = conflict.Both is { } both && await revisions.FaultAsync(call.Guild, conflict.Slug, both, ct) is null;
        return ConflictViews.Opened(conflict, bothWork);
    }
}
