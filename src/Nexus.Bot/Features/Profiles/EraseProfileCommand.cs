using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary><c>/profile erase</c> forgets everything, after a question.</summary>
internal sealed class EraseProfileCommand(ProfileBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("profile", "erase", "Forget everything you said in your profile")
    {
        Visibility = Visibility.Private,
        Example = "/profile erase",
        Details = "It asks you first, and cannot be undone. To be left alone for a while, `/profile set` has a button to take no part.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        await book.FindAsync(call.Guild, call.User, ct) is null ? ProfileViews.NothingKept() : ProfileViews.AskErasure();
}

/// <summary>Erase it, under that question.</summary>
internal sealed class EraseProfileButton(ProfileBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("profiles", "erase") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.EraseAsync(call.Guild, call.User, ct) ? ProfileViews.Erased() : ProfileViews.ErasedAlready();
}

/// <summary>Keep it, under that question.</summary>
internal sealed class KeepProfileButton : IButton
{
    public static ControlSpec Spec { get; } = new("profiles", "keep") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(ProfileViews.Kept());
}
