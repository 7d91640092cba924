using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary><c>/idea merge</c> has one idea go on as another, after it was shown what becomes of both.</summary>
internal sealed class MergeIdeasCommand(IdeaNames names, MergeDesk merging) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "merge", "Have one idea go on as another that is the same")
    {
        Options = [IdeaNames.Option("idea", "The one that goes on as another"), IdeaNames.Option("into", "The one that stays")],
        Visibility = Visibility.Private,
        Example = "/idea merge idea:#31 into:#12",
        Details = "For who proposed the first one, and for mentors. You see what becomes of both before anything is done. "
            + "Votes count once for each person, who wants to build it comes along, and both threads link to each other. A mentor can take it back under **More…**.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("idea");
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is { } source ? await merging.PreviewAsync(call, source, call.Text("into"), ct) : IdeaNameViews.WhichOne(typed, named.Near);
    }
}
