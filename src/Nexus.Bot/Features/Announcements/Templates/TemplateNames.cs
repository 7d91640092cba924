using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>Offers templates by name.</summary>
internal sealed class TemplateNames(TemplateBook book) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct) => call.GuildOrNull is not { } guild ? [] :
    [
        .. (await book.AllAsync(guild, ct))
            .Where(it => it.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase) || it.Title.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(TemplateViews.Suggestion),
    ];
}
