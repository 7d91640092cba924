using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary><c>/helper remove</c> forgets what somebody said, after a question.</summary>
internal sealed class RemoveHelperCommand(AnswererBook book, GuildHubs hubs, PersonZones zones) : ICommand
{
    public static CommandSpec Spec { get; } = new("helper", "remove", "Forget what you said you help with")
    {
        Visibility = Visibility.Private,
        Example = "/helper remove",
        Details = "It asks you first. For a pause there is `/helper off`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await book.FindAsync(call.Guild, call.User, ct) is { } profile
        ? AnswererViews.AskRemoval(AnswererShown.Of(profile, await hubs.OfAsync(call.Guild, ct), await zones.OfAsync(call.User, call.Guild, ct)))
        : AnswererViews.NotYet();
}

/// <summary>Forget it, under that question.</summary>
internal sealed class RemoveHelperButton(AnswererBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("helpers", "remove") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || await book.FindAsync(guild, call.User, ct) is not { } profile)
        {
            return AnswererViews.NothingToRemove();
        }

        await book.RemoveAsync(profile, ct);
        return AnswererViews.Removed();
    }
}

/// <summary>Keep it, under that question.</summary>
internal sealed class KeepHelperButton : IButton
{
    public static ControlSpec Spec { get; } = new("helpers", "keep") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(AnswererViews.Kept());
}
