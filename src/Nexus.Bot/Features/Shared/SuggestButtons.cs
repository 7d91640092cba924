using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Lead to the forms by which members propose pages and changes.</summary>
internal static class SuggestButtons
{
    public static ControlSpec EditSpec { get; } = new("suggestions", "edit");

    public static ControlSpec NewSpec { get; } = new("suggestions", "new");

    public static Button Edit(string slug) => Control.Button("Suggest a change", EditSpec.For(slug));

    public static Button New(string question) => Control.Button("Suggest a page", NewSpec.Fitting(question));
}
