using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Revert to this, Back to the file: says what will happen and asks.</summary>
internal sealed class AskRevertButton(GuildHubs hubs, PageRevisions revisions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "askrevert") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
        {
            return HistoryViews.Gone();
        }

        var now = await revisions.NowAsync(call.Guild, slug, ct);
        return now.Newest is null || to > now.Number
            ? HistoryViews.Gone()
            : HistoryViews.ConfirmRevert(slug, (await hubs.OfAsync(call.Guild, ct)).BySlug(slug)?.Title ?? slug, to, now);
    }
}
