using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary><c>/profile set</c>: one private card with everything.</summary>
internal sealed class SetProfileCommand(ProfileDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("profile", "set", "Say what you build, know and want, and when you have time")
    {
        Visibility = Visibility.Private,
        Example = "/profile set",
        Details = "It takes about two minutes, and everything is optional. It is how partners and teams are found that fit. "
            + "Others see your track, skills, interests, goal and languages, what time it is for you, and the hours you share with them; whom you would like to work with, or rather not, they never see.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => ProfileViews.Own(await desk.OwnAsync(call, ct));
}
