using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>The confirmation: an earlier text becomes the newest revision.</summary>
internal sealed class RevertPageButton(PageRevisions revisions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "revert") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var number, var newest]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            || !int.TryParse(newest, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return HistoryViews.Gone();
        }

        return await revisions.RevertAsync(call.Guild, slug, to, seen, call.User, ct) switch
        {
            Revised.Done done => HistoryViews.Reverted(done.Revision).Afterwards<LogRevision>($"{slug}/{done.Revision.Number.ToString(CultureInfo.InvariantCulture)}"),
            Revised.Same => HistoryViews.ServedAlready(),
            Revised.Moved => HistoryViews.Moved(slug),
            Revised.Invalid invalid => HistoryViews.CannotBeServed(invalid.Reason),
            Revised.Gone => HistoryViews.Gone(),
            _ => throw new UnreachableException(),
        };
    }
}
