using System.Diagnostics;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>All pages of a hub at one moment, and how to find them. Never changes; a reload makes a new one.</summary>
internal sealed class HubIndex
{
    private const int MostHits = 5;
    private const int MostOrdered = 100;
    private const int MostErrors = 3;
    private const int LongestLine = 200;

    // Where a newcomer begins.
    private const string Start = "first-week";

    private readonly Dictionary<string, HubPage> _bySlug = new(StringComparer.Ordinal);
    private readonly SearchIndex _index;

    private readonly IReadOnlyList<HubFile> _files;

    /// <summary>Takes what was read; of two files with one slug the first by name is served and the second is named as broken.</summary>
    public HubIndex(IEnumerable<HubFile> files)
    {
        _files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        var broken = new List<HubFile.Broken>();
        var pages = new List<HubPage>();
        foreach (var file in _files)
        {
            switch (file)
            {
                case HubFile.Read read when _bySlug.TryAdd(read.Page.Slug, read.Page):
                    pages.Add(read.Page);
                    break;
                case HubFile.Read read:
                    broken.Add(new HubFile.Broken(read.Name, $"the slug '{read.Page.Slug}' is already used by another file."));
                    break;
                case HubFile.Broken wrong:
                    broken.Add(wrong);
                    break;
            }
        }

        Pages = pages;
        Broken = broken;
        Featured =
        [
            .. pages.OrderByDescending(page => page.Slug == Start).ThenByDescending(page => page.Kind == PageKind.Guide)
                .ThenBy(page => page.Level).ThenBy(page => page.Title, StringComparer.Ordinal),
        ];
        _index = new SearchIndex([.. pages.Select(Document)]);
    }

    /// <summary>In the order of their file names.</summary>
    public IReadOnlyList<HubPage> Pages { get; }

    /// <summary>Files that are not served, with the reason.</summary>
    public IReadOnlyList<HubFile.Broken> Broken { get; }

    /// <summary>What is offered before anything is typed: the newcomer's first week, then guides, then easy ones.</summary>
    public IReadOnlyList<HubPage> Featured { get; }

    /// <summary>The page with this slug, or null.</summary>
    public HubPage? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The page that has exactly this name, be it slug, title or alias; null when there is none.</summary>
    public HubPage? Named(string name) => SearchText.Normalise(name) is { Length: > 0 } normal
        ? Pages.FirstOrDefault(page => Names(page).Any(known => SearchText.Normalise(known) == normal))
        : null;

    /// <summary>The file a page was read from, or the one it would be written to.</summary>
    public string FileNameOf(string slug) => _files.OfType<HubFile.Read>().FirstOrDefault(file => file.Page.Slug == slug)?.Name ?? slug + ".md";

    /// <summary>A name of this page that another page has, so that an exact name leads to one page only; null when there is none.</summary>
    public (string Name, HubPage By)? NameTaken(HubPage page)
    {
        var taken = Pages.Where(other => other.Slug != page.Slug)
            .SelectMany(other => Names(other).Select(name => (Name: SearchText.Normalise(name), By: other)))
            .DistinctBy(name => name.Name)
            .ToDictionary(name => name.Name, name => name.By, StringComparer.Ordinal);
        foreach (var name in Names(page))
        {
            if (taken.TryGetValue(SearchText.Normalise(name), out var by))
            {
                return (name, by);
            }
        }

        return null;
    }

    /// <summary>The pages behind some slugs; those that do not exist (any more) are left out.</summary>
    public IEnumerable<HubPage> Among(IEnumerable<string> slugs) => slugs.Select(BySlug).OfType<HubPage>();

    /// <summary>This hub with a server's newest revisions over it. A page whose revision cannot be read keeps the file's text.</summary>
    /// <param name="credits">Who wrote them, by slug.</param>
    public HubIndex With(IReadOnlyList<PageRevision> revisions, ILookup<string, Snowflake> credits)
    {
        var own = revisions
            .Where(revision => revision.Markdown is not null)
            .Select(revision => HubFile.Parse(revision.Slug + ".md", revision.Markdown!) is HubFile.Read read
                ? read with { Page = read.Page with { Credits = [.. credits[revision.Slug]] } }
                : null)
            .OfType<HubFile.Read>()
            .ToDictionary(file => file.Page.Slug);
        return own.Count == 0
            ? this
            : new HubIndex(_files.Where(file => file is not HubFile.Read read || !own.ContainsKey(read.Page.Slug)).Concat(own.Values));
    }

    /// <summary>Answers a question: exact names first, else the best pages, else the nearest names.</summary>
    public HubAnswer Find(string question)
    {
        var result = _index.Find(question, MostHits);
        var pages = result.Hits.Select(hit => Pages[hit.Document]).ToList();
        return result.Verdict switch
        {
            SearchVerdict.None => new HubAnswer.NotInTheHub([.. pages.Take(3)]),
            SearchVerdict.Unsure => new HubAnswer.Found(pages[0], [.. pages.Skip(1).Take(2)], result.Corrected),
            SearchVerdict.Exact or SearchVerdict.Confident => new HubAnswer.Found(pages[0], [], result.Corrected),
        };
    }

    /// <summary>Answers a pasted error or log: a line that is known first, else what its words say.</summary>
    public ErrorAnswer FindError(string paste)
    {
        var known = _index.Signatures.Find(paste, MostErrors);
        var byWords = Find(ErrorText.Essence(paste));
        var others = known.Skip(1).Select(hit => Pages[hit.Document])
            .Concat(byWords is HubAnswer.Found also ? [also.Page, .. also.Others] : []);
        return (known, byWords) switch
        {
            ([var best, ..], _) => new ErrorAnswer.Known(
                Pages[best.Document],
                Telling(best),
                best.Signature,
                [.. others.Where(page => page != Pages[best.Document]).Distinct().Take(MostErrors - 1)]),
            // Any log has a word or two of some page: with several that fit about as well, none is the answer.
            (_, HubAnswer.Found { Others: [] } found) => new ErrorAnswer.Likely(found.Page),
            (_, HubAnswer.Found found) => new ErrorAnswer.Unknown([found.Page, .. found.Others]),
            (_, HubAnswer.NotInTheHub none) => new ErrorAnswer.Unknown(none.Nearest),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>How near a text is to each page, whether or not one answers it.</summary>
    public Nearness Near(string text) =>
        Nearness.Of([.. _index.Candidates(text, Pages.Count).Select(hit => (Pages[hit.Document].Slug, hit.Score))]);

    /// <summary>Pages to offer while a name is being typed, best first.</summary>
    public IEnumerable<HubPage> Complete(string typed, int most) =>
        string.IsNullOrWhiteSpace(typed)
            ? Featured.Take(most)
            : InOrder(SearchText.Normalise(typed), [.. _index.Complete(typed, Math.Max(most, MostOrdered)).Select(document => Pages[document])]).Take(most);

    // A whole log may come as one line: what is shown starts where the known words do.
    private static string Telling(SignatureHit hit)
    {
        if (hit.Line.Length <= LongestLine)
        {
            return hit.Line;
        }

        var start = hit.Signature.Split('*').MaxBy(piece => piece.Length) is { Length: > 0 } piece
            ? hit.Line.IndexOf(piece.Trim(), StringComparison.OrdinalIgnoreCase)
            : -1;
        return start < 0 ? hit.Line : hit.Line[start..];
    }

    private static IEnumerable<string> Names(HubPage page) => page.Aliases.Append(page.Title).Append(page.Slug);

    // Who types "d" rather means Docker than a page with the other name "data race". An exact name stays first.
    private static IEnumerable<HubPage> InOrder(string typed, IReadOnlyList<HubPage> found) => found
        .Select((page, at) => (page, rank: at == 0 && Names(page).Any(name => SearchText.Normalise(name) == typed) ? 0
            : SearchText.Normalise(page.Title).StartsWith(typed, StringComparison.Ordinal) ? 1
            : 2))
        .OrderBy(ranked => ranked.rank)
        .Select(ranked => ranked.page);

    private static SearchDocument Document(HubPage page) => new(
        page.Title,
        [page.Slug, .. page.Aliases],
        [.. page.Keywords, .. page.Tags],
        string.Join('\n', page.Sections.Select(section => section.Markdown).Prepend(page.Example).Prepend(page.Summary)))
    {
        Signatures = page.Signatures,
        SolvesProblem = page.Kind == PageKind.Challenge,
    };
}
