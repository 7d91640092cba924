using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary><c>/idea settings</c> shows admins how this server treats its ideas, and changes it.</summary>
internal sealed class ShowIdeaSettingsCommand(SettingsDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "settings", "Choose how this server treats its ideas")
    {
        Audience = Audience.Admins,
        Visibility = Visibility.Private,
        Example = "/idea settings",
        Details = "Whether mentors look at ideas first, who may vote for what and form teams, how many places and votes one person may have, after how many quiet weeks an idea "
            + "is asked about, the first day of the cohort, and where mentors hear of ideas. The place for ideas is chosen with `/nexus setup`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => SettingsViews.Card(await desk.OfAsync(call.Guild, ct));
}
