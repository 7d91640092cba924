using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>A section's button in a preview: the section as suggested, not as it is served.</summary>
internal sealed class PreviewSectionButton(PageSuggestions suggestions, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "section");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var number, var stamp]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || await suggestions.FindAsync(call.Guild, n, ct) is not { } suggestion)
        {
            return SuggestionViews.Gone();
        }

        if (!await rights.MayOpenAsync(call, suggestion, ct))
        {
            return SuggestionViews.NotYours();
        }

        return HubFile.Parse(suggestion.Slug + ".md", await suggestions.TextOfAsync(suggestion, ct)) is HubFile.Read { Page: var page }
            && page.Sections.FirstOrDefault(section => PageStamp.Of(section.Key) == stamp) is { } section
                ? SuggestionViews.PreviewSection(page, section)
                : SuggestionViews.LookAgain(suggestion);
    }
}
