using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary><c>/announce acks</c> shows who has pressed "Got it" and who has not.</summary>
internal sealed class ShowAcknowledgementsCommand(AcknowledgementBook book) : ICommand
{
    private const int MostSearched = 200;
    private const int MostGuesses = 5;

    public static CommandSpec Spec { get; } = new("announce", "acks", "See who has confirmed an announcement with Got it")
    {
        Options = [Option.Text("which", "Which post; the latest one if left out", min: 1, max: 100).SuggestedBy<AskingPosts>().Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce acks which:Demo day",
        Details = "Shows how many of how many pressed **Got it** and who has not. Those can be nudged with one polite direct message each, once.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull("which") is not { } named)
        {
            return await book.LatestAsync(call.Guild, 1, ct) is [var latest] ? await ShowAsync(call, latest.DeliveryId, ct) : AcknowledgementViews.NoneAsks();
        }

        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.FindAsync(call.Guild, id, ct) is not null)
        {
            return await ShowAsync(call, id, ct);
        }

        var all = await book.LatestAsync(call.Guild, MostSearched, ct);
        var meant = all.Where(post => post.Title.Contains(named.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return meant is [var only] ? await ShowAsync(call, only.DeliveryId, ct)
            : all.Count == 0 ? AcknowledgementViews.NoneAsks()
            : AcknowledgementViews.WhichOne(named, [.. (meant.Count > 0 ? meant : all).Take(MostGuesses)]);
    }

    private async Task<Reply> ShowAsync(CommandCall call, long id, CancellationToken ct) => await book.FindAsync(call.Guild, id, ct) is { } post
        ? AcknowledgementViews.LookingUp(post).Afterwards<LookUpAcknowledgements>(new AcknowledgementPage(id).ToText())
        : AcknowledgementViews.Gone();
}
