using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Leads to a page of the hub; who presses sees it alone.</summary>
internal static class PageButtons
{
    public static ControlSpec ShowSpec { get; } = new("topics", "show");

    /// <param name="label">The page's title when null.</param>
    public static Button Show(HubPage page, string? label = null) => Control.Button(label ?? page.Title, ShowSpec.For(page.Slug));
}
