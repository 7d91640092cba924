using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Nexus.Bot.Search;

namespace Nexus.Bot.Hub;

/// <summary>What holds between pages: names are unique, links lead somewhere, every page can be come to, no circle of prerequisites.</summary>
internal static partial class HubLinterGraph
{
    public static void Check(IReadOnlyList<LintedPage> files)
    {
        var bySlug = files.GroupBy(file => file.Page.Slug, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        CheckNames(files);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            CheckLinks(file, bySlug, reached);
        }

        foreach (var file in files.Where(file => files.Count > 1 && !reached.Contains(file.Page.Slug)))
        {
            file.Error(file.LineOf("slug"), $"no other page leads to '{file.Page.Slug}'; name it in the 'related', 'next' or 'prerequisites' of one.");
        }

        CheckCircles(files, bySlug);
    }

    private static void CheckNames(IReadOnlyList<LintedPage> files)
    {
        var owners = new Dictionary<string, (LintedPage File, string What)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var (key, name, what) in NamesOf(file.Page))
            {
                var normal = SearchText.Normalise(name);
                if (normal.Length == 0)
                {
                    file.Error(file.LineOf(key, name), $"the {what} '{name}' has no letters or digits.");
                }
                else if (!owners.TryAdd(normal, (file, what)) && owners[normal] is var owner && owner.File != file)
                {
                    file.Error(file.LineOf(key, name), $"the {what} '{name}' is already the {owner.What} of {owner.File.File}; a name leads to one page.");
                }
            }
        }
    }

    private static IEnumerable<(string Key, string Name, string What)> NamesOf(HubPage page) =>
        [("slug", page.Slug, "slug"), ("title", page.Title, "title"), .. page.Aliases.Select(alias => ("aliases", alias, "alias"))];

    /// <summary>Pages that lead to a page which is not there (any more).</summary>
    public static IReadOnlyList<(HubPage Page, string Slug)> DeadLinks(HubIndex hub) =>
    [
        .. hub.Pages.SelectMany(page => LinksOf(new LintedPage(page.Slug, page, []))
            .Select(link => link.Slug)
            .Where(slug => hub.BySlug(slug) is null)
            .Distinct(StringComparer.Ordinal)
            .Select(slug => (page, slug))),
    ];

    private static void CheckLinks(LintedPage file, Dictionary<string, LintedPage> bySlug, HashSet<string> reached)
    {
        var page = file.Page;
        foreach (var (slug, where, line) in LinksOf(file))
        {
            if (slug == page.Slug)
            {
                file.Error(line, $"{where} links to the page itself.");
            }
            else if (!bySlug.ContainsKey(slug))
            {
                file.Error(line, $"{where} links to '{slug}', and there is no such page.");
            }
            else
            {
                reached.Add(slug);
            }
        }

        foreach (var (key, slugs) in ListsOf(page))
        {
            foreach (var same in slugs.GroupBy(slug => slug, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                file.Error(file.LineOf(key), $"'{same.Key}' stands in '{key}' twice.");
            }
        }

        foreach (var slug in page.Prerequisites.Intersect(page.Next, StringComparer.Ordinal))
        {
            file.Error(file.LineOf("next", slug), $"'{slug}' is to be read both before and after this page.");
        }
    }

    private static IEnumerable<(string Slug, string Where, int? Line)> LinksOf(LintedPage file) =>
        ListsOf(file.Page).SelectMany(list => list.Slugs.Select(slug => (slug, list.Key, file.LineOf(list.Key, slug))))
            .Concat(file.Body.Descendants<LiteralInline>().SelectMany(text => HubLink().Matches(text.Content.ToString())
                .Select(match => (match.Groups[1].Value, "the text", (int?)file.LineOf(text)))));

    private static (string Key, IReadOnlyList<string> Slugs)[] ListsOf(HubPage page) =>
        [("related", page.Related), ("prerequisites", page.Prerequisites), ("next", page.Next)];

    private static void CheckCircles(IReadOnlyList<LintedPage> files, Dictionary<string, LintedPage> bySlug)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var file in files)
        {
            Visit(file.Page.Slug);
        }

        void Visit(string slug)
        {
            var at = path.IndexOf(slug);
            if (at >= 0)
            {
                var file = bySlug[slug];
                file.Error(file.LineOf("prerequisites"), $"the prerequisites run in a circle: {string.Join(" → ", path.Skip(at).Append(slug))}.");
                return;
            }

            if (done.Contains(slug) || !bySlug.TryGetValue(slug, out var here))
            {
                return;
            }

            path.Add(slug);
            foreach (var before in here.Page.Prerequisites.Where(before => before != slug))
            {
                Visit(before);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(slug);
        }
    }

    [GeneratedRegex(@"\bhub:\s*([a-z0-9]+(?:-[a-z0-9]+)*)")]
    private static partial Regex HubLink();
}
