using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline list</c> shows what is coming, what somebody has to do first.</summary>
internal sealed class ListDeadlinesCommand(DeadlineBook book, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "list", "See the coming deadlines, yours first")
    {
        Visibility = Visibility.Private,
        Example = "/deadline list",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => DeadlineListViews.List(await book.ListAsync(call, ct), clock.GetUtcNow());
}

/// <summary>First, previous, next and last under <c>/deadline list</c>.</summary>
internal sealed class PageDeadlinesButton(DeadlineBook book, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "page") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is null)
        {
            return DeadlineViews.Gone();
        }

        // The argument is "next/2": which way and where to, since a custom id may stand only once in a message.
        var page = call.Argument.Split('/') is [_, var number] && int.TryParse(number, out var index) ? index : 0;
        return DeadlineListViews.Page(await book.ListAsync(call, ct), page, clock.GetUtcNow());
    }
}
