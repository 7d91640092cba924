using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Help;

/// <summary>The list under <c>/help</c>: shows the details of the chosen command.</summary>
internal sealed class ShowCommandSelect(Catalogue catalogue, GuildConfigurations configurations) : ISelect
{
    public static ControlSpec Spec { get; } = new("help", "show") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var usable = await UsableCommands.OfAsync(call, catalogue, configurations, ct);
        return call.Values is [var wanted, ..] && UsableCommands.Find(usable, wanted) is { } spec
            ? HelpViews.Details(spec, usable, isChange: true)
            : HelpViews.Overview(usable, catalogue.Contexts, isChange: true);
    }
}
