using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary><c>/nexus setup</c> finds or creates the channels, forums and roles the bot works with, and says which permissions it lacks.</summary>
internal sealed class SetUpServerCommand : ICommand
{
    public static CommandSpec Spec { get; } = new("nexus", "setup", "Find or create the channels and roles I work with")
    {
        Audience = Audience.Admins,
        Visibility = Visibility.Private,
        Details = "Shows what I found, what is missing and which permissions I lack, each with the exact fix. Nothing is created before you press a button. Safe to run again.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        Task.FromResult(SetupViews.Looking(isChange: false).Afterwards<InspectServerFollowUp>());
}
