using System.Globalization;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Tips;

/// <summary>One tip: a page, or one of its common mistakes.</summary>
/// <param name="Mistake">The mistake's own words; null for the page itself.</param>
internal sealed record TipOfTheDay(HubPage Page, string Key, string? Mistake)
{
    /// <summary>Every tip a hub has to give.</summary>
    public static IEnumerable<TipOfTheDay> In(HubIndex hub) => hub.Pages.SelectMany(Of);

    /// <summary>
    /// The next tip: one that was never given, else the one longest ago; among those, of the page longest ago. By chance, but the
    /// same chance each time for one server. Null when the hub is empty.
    /// </summary>
    /// <param name="used">The tips given so far, by the day they were given.</param>
    public static TipOfTheDay? Next(HubIndex hub, ulong server, IReadOnlyList<TipUse> used)
    {
        var lastUse = used.GroupBy(use => use.Tip).ToDictionary(uses => uses.Key, uses => uses.Max(use => use.Occurrence));
        var lastOfPage = used.GroupBy(use => SlugOf(use.Tip)).ToDictionary(uses => uses.Key, uses => uses.Max(use => use.Occurrence));
        return In(hub)
            .OrderBy(tip => lastUse.GetValueOrDefault(tip.Key, int.MinValue))
            .ThenBy(tip => lastOfPage.GetValueOrDefault(tip.Page.Slug, int.MinValue))
            .ThenBy(tip => Shuffle(server, tip.Key))
            .ThenBy(tip => tip.Key, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static IEnumerable<TipOfTheDay> Of(HubPage page)
    {
        yield return new TipOfTheDay(page, page.Slug, null);
        var number = 0;
        foreach (var mistake in PageBullets.Of(page.Section(PageBullets.Mistakes)))
        {
            yield return new TipOfTheDay(page, string.Create(CultureInfo.InvariantCulture, $"{page.Slug}#{++number}"), mistake);
        }
    }

    private static string SlugOf(string key) => key.Split('#')[0];

    // FNV-1a: the same in every run and on every machine, unlike a string's hash code.
    private static uint Shuffle(ulong server, string key)
    {
        var hash = 2_166_136_261u ^ (uint)server ^ (uint)(server >> 32);
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16_777_619u;
        }

        return hash;
    }
}
