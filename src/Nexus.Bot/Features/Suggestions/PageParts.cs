using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>One field of a form about a page.</summary>
/// <param name="Value">What stands in it when it opens; empty for nothing.</param>
internal sealed record PartField(string Name, string Label, int Max, string Value)
{
    public bool IsLong { get; init; }

    public bool IsRequired { get; init; }

    public string? Hint { get; init; }

    /// <summary>What can be chosen; null when it is typed.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
}

/// <summary>A part of a page that fits into one form.</summary>
/// <param name="Key">At most 20 characters; stays the same while the part is there.</param>
internal sealed record PagePart(string Key, string Label, string Hint);

/// <summary>Which parts of a page can be changed by a form, what stands in the form, and what it does to the page's text.</summary>
internal static class PageParts
{
    /// <summary>Discord's ceiling for one field.</summary>
    public const int Most = 4000;

    public const int MostTitle = 80;

    private const int MostLine = 500;
    private const int MostOptions = 25;
    private const string Text = "text", Heading = "heading", Title = "title", Aliases = "aliases", Keywords = "keywords";
    private const string Kind = "kind", Level = "level", Tags = "tags", Related = "related", Prerequisites = "prerequisites", Next = "next";

    private static readonly HubPage s_blank = new()
    {
        Slug = "", Title = "", Kind = PageKind.Topic, Level = PageLevel.Beginner, Owner = "", LastReviewed = default, Summary = "", Markdown = "",
    };

    /// <summary>What can be changed, in the order of the page; what is too long for a field is left out.</summary>
    public static IReadOnlyList<PagePart> Of(HubPage page)
    {
        PagePart[] rest =
        [
            new("section", "A new section", "With a heading of its own"),
            new("names", "Title and other names", "Names, abbreviations, words people search by"),
            new("about", "Kind, level and tags", "Where it stands when people browse"),
            new("links", "Pages it leads to", "Related pages, what to read before and after"),
            new("errors", "Error lines", "Lines of a log that lead to this page"),
            new("sources", "Sources", "Links to official documentation"),
        ];
        var words = page.Sections.Select(section => (Part: SectionPart(section), section.Markdown))
            .Prepend((Part: new PagePart("example", "Example", page.Example.Length == 0 ? "There is none yet" : "The code on the card"), Markdown: page.Example))
            .Prepend((Part: new PagePart("summary", "Summary", "What the card says first"), Markdown: page.Summary))
            .Where(part => part.Markdown.Length <= Most)
            .Select(part => part.Part);
        return [.. words.Take(MostOptions - rest.Length), .. rest.Where(part => (Fields(page, part.Key) ?? []).All(field => field.Value.Length <= field.Max))];
    }

    /// <summary>What a part is called; null when the page has no such part.</summary>
    public static string? Name(HubPage page, string part) => Of(page).FirstOrDefault(one => one.Key == part)?.Label;

    /// <summary>The form's fields with what the page says now; null when the page has no such part.</summary>
    public static IReadOnlyList<PartField>? Fields(HubPage page, string part) => part switch
    {
        "summary" => [Long(Text, "Summary", page.Summary, "Two or three sentences that answer the question; markdown works") with { IsRequired = true }],
        "example" => [Long(Text, "Example", page.Example, "Code between two lines of ```; leave it empty to remove it")],
        "section" => [new(Heading, "Heading", PageLayout.MostKey, "") { IsRequired = true, Hint = "Such as “Common mistakes”" }, Long(Text, "Text", "", "Markdown works") with { IsRequired = true }],
        "names" =>
        [
            new(Title, "Title", MostTitle, page.Title) { IsRequired = true },
            Long(Aliases, "Other names of the same thing", Joined(page.Aliases), "One a line or with commas; no other page may have them"),
            Long(Keywords, "Words people search by", Joined(page.Keywords), "One a line or with commas"),
        ],
        "about" =>
        [
            new(Kind, "Kind", MostLine, Lower(page.Kind)) { Choices = All<PageKind>(), IsRequired = true },
            new(Level, "Level", MostLine, Lower(page.Level)) { Choices = All<PageLevel>(), IsRequired = true },
            new(Tags, "Tags", MostLine, string.Join(", ", page.Tags)) { Hint = "With commas, such as: python, web" },
        ],
        "links" =>
        [
            Slugs(Prerequisites, "To read before", page.Prerequisites),
            Slugs(Next, "To read after", page.Next),
            Slugs(Related, "Related", page.Related),
        ],
        "errors" => [Long("signatures", "Error lines", string.Join('\n', page.Signatures), "One a line; * stands for what differs each time")],
        "sources" => [Long("sources", "Sources", string.Join('\n', page.Sources.Select(source => $"{source.Title} | {source.Url}")), "One a line: title | https://…")],
        _ => SectionOf(page, part) is { } section ? [Long(Text, section.Heading.Length <= 45 ? section.Heading : "Text", section.Markdown, "Leave it empty to remove the section")] : null,
    };

    /// <summary>The fields of a part's form, whatever the page says now: for reading one that was sent.</summary>
    public static IReadOnlyList<PartField> Blank(string part) => Fields(s_blank, part) ?? [Long(Text, "Text", "", "")];

    /// <summary>The page's text with what the form says.</summary>
    /// <exception cref="HubFileException">Something in the form cannot be.</exception>
    public static string Write(HubPage page, string part, Func<string, string> field, HubIndex hub)
    {
        var text = page.Markdown;
        switch (part)
        {
            case "summary":
                return PageEdit.Section(text, "Summary", field(Text));
            case "example":
                return PageEdit.Section(text, "Example", field(Text));
            case "section":
                var heading = Md.Line(field(Heading)).TrimStart('#').Trim();
                return page.Section(PageLayout.KeyOf(heading)) is not null || PageLayout.KeyOf(heading) is "summary" or "example"
                    ? throw new HubFileException($"there is a section “{heading}” already; change that one, or choose another heading.")
                    : PageEdit.Section(text, heading, field(Text));
            case "names":
                text = PageEdit.Word(text, Title, Md.Line(field(Title)));
                text = IfChanged(text, Aliases, page.Aliases, field(Aliases));
                return IfChanged(text, Keywords, page.Keywords, field(Keywords));
            case "about":
                text = PageEdit.Word(text, Kind, field(Kind));
                text = PageEdit.Word(text, Level, field(Level));
                return IfChanged(text, Tags, page.Tags, field(Tags));
            case "links":
                text = IfChanged(text, Prerequisites, page.Prerequisites, Named(field(Prerequisites), page.Prerequisites, hub));
                text = IfChanged(text, Next, page.Next, Named(field(Next), page.Next, hub));
                return IfChanged(text, Related, page.Related, Named(field(Related), page.Related, hub));
            case "errors":
                var lines = FormText.Lines(field("signatures"));
                return lines.SequenceEqual(page.Signatures.Select(Md.Line)) ? text : PageEdit.Lines(text, "signatures", lines);
            case "sources":
                var sources = FormText.Lines(field("sources")).Select(FormText.Source).ToList();
                return sources.SequenceEqual(page.Sources.Select(source => (source.Title, source.Url.ToString()))) ? text : PageEdit.Sources(text, sources);
            default:
                return SectionOf(page, part) is { } section
                    ? PageEdit.Section(text, section.Heading, field(Text))
                    : throw new HubFileException("the section is no longer on the page.");
        }
    }

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Lower)];

    public static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    // A section's own key and the page's slug together are too long for a custom id.
    private static PagePart SectionPart(PageSection section) => new("s" + PageStamp.Of(section.Key), section.Heading, "A section of the page");

    private static PageSection? SectionOf(HubPage page, string part) => page.Sections.FirstOrDefault(section => SectionPart(section).Key == part);

    private static PartField Long(string name, string label, string value, string hint) => new(name, label, Most, value) { IsLong = true, Hint = hint };

    private static PartField Slugs(string name, string label, IReadOnlyList<string> slugs) =>
        new(name, label, MostLine, string.Join(", ", slugs)) { Hint = "Names of pages, with commas" };

    private static string Joined(IReadOnlyList<string> items) => string.Join('\n', items);

    private static string IfChanged(string text, string key, IReadOnlyList<string> was, string typed) =>
        FormText.Items(typed, was) is var items && items.SequenceEqual(was) ? text : PageEdit.Words(text, key, items);

    private static string Named(string typed, IReadOnlyList<string> was, HubIndex hub) => string.Join(", ", FormText.Items(typed, was).Select(name =>
        was.Contains(name) ? name : hub.Named(name)?.Slug ?? throw new HubFileException($"there is no page “{name}” in the hub.")));
}
