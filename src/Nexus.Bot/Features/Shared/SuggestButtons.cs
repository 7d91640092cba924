using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Lead to the forms by which members propose pages and changes.</summary>
internal static class SuggestButtons
{
    public static ControlSpec EditSpec { get; } = new("suggestions", "edit");

    public static ControlSpec NewSpec { get; } = new("suggestions", "new");

    public static Button Edit(string slug, string label = "Suggest a change") => Control.Button(label, EditSpec.For(slug));

    public static Button New(string question, string label = "Suggest a page") => Control.Button(label, NewSpec.Fitting(question));
}
