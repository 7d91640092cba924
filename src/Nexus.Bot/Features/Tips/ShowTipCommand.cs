using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Tips;

/// <summary><c>/tip show</c> shows today's tip to whoever asks.</summary>
internal sealed class ShowTipCommand(TipBook book, LookupLog lookups) : ICommand
{
    public static CommandSpec Spec { get; } = new("tip", "show", "Read today's tip from the hub")
    {
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/tip show",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (await book.TodayAsync(call.GuildOrNull, ct) is not { } tip)
        {
            return TipViews.NoTips();
        }

        lookups.Shown(call.GuildOrNull, tip.Page.Slug);
        return TipViews.Shown(tip);
    }
}
