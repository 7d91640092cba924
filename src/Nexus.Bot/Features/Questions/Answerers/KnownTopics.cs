using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Several topics of the hub in one option, with commas between them: completes the last one.</summary>
internal sealed class KnownTopics(GuildHubs hubs) : IAutocomplete
{
    private const int Most = 25;
    private const int MostCharacters = 100;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        var parts = Split(call.Typed);
        var before = (call.Typed.TrimEnd().EndsWith(',') ? parts : parts.SkipLast(1)).Select(part => Named(hub, part)).OfType<HubPage>().DistinctBy(page => page.Slug).ToList();
        var typed = call.Typed.TrimEnd().EndsWith(',') ? "" : parts.LastOrDefault() ?? "";
        return
        [
            .. hub.Complete(typed, Most)
                .Where(page => before.TrueForAll(other => other.Slug != page.Slug))
                .Select(page => new Suggestion(
                    Md.Cut(string.Join(", ", before.Append(page).Select(one => one.Title)), MostCharacters), string.Join(", ", before.Append(page).Select(one => one.Slug))))
                .Where(suggestion => suggestion.Value.Length <= MostCharacters),
        ];
    }

    /// <summary>The pages that are named, and the names that no page has.</summary>
    public static (IReadOnlyList<HubPage> Known, IReadOnlyList<string> Unknown) Read(HubIndex hub, string typed)
    {
        var read = Split(typed).Select(part => (Part: part, Page: Named(hub, part))).ToList();
        return (
            [.. read.Select(one => one.Page).OfType<HubPage>().DistinctBy(page => page.Slug)],
            [.. read.Where(one => one.Page is null).Select(one => one.Part)]);
    }

    private static string[] Split(string typed) => typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static HubPage? Named(HubIndex hub, string name) => hub.BySlug(name.ToLowerInvariant()) ?? hub.Named(name);
}
