using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Take both, Keep ours, Take the file: a new revision on the file as it is now.</summary>
internal sealed class SettleConflictButton(PageRevisions revisions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "settle") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var number, var file, var chosen]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            || !Enum.TryParse<ConflictChoice>(chosen, ignoreCase: true, out var choice)
            || !Enum.IsDefined(choice))
        {
            return HistoryViews.Gone();
        }

        return await revisions.SettleAsync(call.Guild, slug, choice, (seen, file), call.User, ct) switch
        {
            Revised.Done done => ConflictViews.Settled(done.Revision).Afterwards<LogRevision>($"{slug}/{done.Revision.Number.ToString(CultureInfo.InvariantCulture)}"),
            Revised.Moved => HistoryViews.Moved(slug),
            Revised.Invalid invalid => HistoryViews.CannotBeServed(invalid.Reason),
            Revised.Gone => ConflictViews.NoLonger(),
            _ => throw new UnreachableException(),
        };
    }
}
