using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>One revision: what changed, and its whole text as a file.</summary>
internal sealed class OpenRevisionButton(PageRevisions revisions, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "revision");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return HistoryViews.Gone();
        }

        var all = await revisions.OfAsync(call.Guild, slug, ct);
        return all.Find(revision => revision.Number == n) is { } revision
            ? HistoryViews.Revision(revision, all.Find(before => before.Number == n - 1), all[0].Number, await rights.IsMentorAsync(call, ct))
            : HistoryViews.Gone();
    }
}
