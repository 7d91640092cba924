using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Help;

/// <summary><c>/help</c> shows what the caller may do, or the details of one command.</summary>
internal sealed class ShowHelpCommand(Catalogue catalogue, GuildConfigurations configurations) : ICommand
{
    public static CommandSpec Spec { get; } = new("help", null, "See what you can do here")
    {
        Options = [Option.Text("command", "Which command do you want to know more about?", max: 100).Optional().SuggestedBy<CommandSuggestions>()],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/help command:help",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var usable = await UsableCommands.OfAsync(call, catalogue, configurations, ct);
        if (call.TextOrNull("command") is not { Length: > 0 } wanted)
        {
            return HelpViews.Overview(usable, catalogue.Contexts);
        }

        return UsableCommands.Find(usable, wanted) is { } spec
            ? HelpViews.Details(spec, usable)
            : HelpViews.NoSuchCommand(wanted, UsableCommands.Like(usable, wanted), usable);
    }
}
