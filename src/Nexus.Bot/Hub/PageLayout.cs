using Markdig;
using Markdig.Syntax;
using Nexus.Bot.Search;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nexus.Bot.Hub;

/// <summary>Where in a page's text its front matter and its sections stand: what reading and editing share.</summary>
internal sealed class PageLayout
{
    /// <summary>What a select and a custom id have room for.</summary>
    public const int MostKey = 40;

    /// <summary>Front matter is over when this line comes again.</summary>
    private const string Fence = "---";

    private const int FrontStart = 4;

    private readonly string _text;

    private PageLayout(string text, int frontEnd, YamlMappingNode front)
    {
        _text = text;
        FrontEnd = frontEnd;
        Front = front;
        Sections = Divide(text, frontEnd + Fence.Length + 1);
    }

    public YamlMappingNode Front { get; }

    /// <summary>Where the line that closes the front matter starts.</summary>
    public int FrontEnd { get; }

    public IReadOnlyList<SectionSpan> Sections { get; }

    public IEnumerable<string> Keys => Front.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>Of a text with line feeds.</summary>
    /// <exception cref="HubFileException">The text is no page.</exception>
    /// <exception cref="YamlException">Its front matter is no YAML.</exception>
    public static PageLayout Of(string text)
    {
        var end = text.StartsWith(Fence + "\n", StringComparison.Ordinal)
            ? text.IndexOf($"\n{Fence}\n", StringComparison.Ordinal) + 1
            : 0;
        if (end == 0)
        {
            throw new HubFileException($"a page starts with front matter between two lines '{Fence}'.");
        }

        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text[FrontStart..end]));
        }
        catch (Exception wrong) when (wrong is not YamlException)
        {
            // An unclosed bracket, for one, ends in an exception of the parser's insides.
            throw new HubFileException("front matter is not valid YAML; look for an unclosed bracket or quote.");
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode front }]
            ? new PageLayout(text, end, front)
            : throw new HubFileException("front matter must be a list of 'key: value'.");
    }

    /// <summary>The lines of one key of the front matter; null when it has no such key.</summary>
    public Range? LinesOf(string key)
    {
        var keys = Front.Children.Keys.ToList();
        var at = keys.FindIndex(node => node is YamlScalarNode { Value: { } value } && value == key);
        if (at < 0)
        {
            return null;
        }

        var next = at + 1 < keys.Count ? FrontStart + (int)keys[at + 1].Start.Index : FrontEnd;
        return (FrontStart + (int)keys[at].Start.Index)..next;
    }

    public string? TextOf(string key) => LinesOf(key) is { } lines ? _text[lines] : null;

    public string TextOf(SectionSpan section) => _text[section.Text].Trim();

    // A heading in a code block is no heading, so this asks a Markdown parser and not a pattern. Words underlined with
    // dashes are none either: people write that for a line across.
    private static List<SectionSpan> Divide(string text, int bodyStart)
    {
        var body = text[bodyStart..];
        var headings = Markdown.Parse(body).OfType<HeadingBlock>().Where(block => block is { Level: <= 2, IsSetext: false }).ToList();
        var sections = new List<SectionSpan>();
        for (var i = 0; i < headings.Count; i++)
        {
            var span = headings[i].Span;
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : body.Length;
            var heading = body.Substring(span.Start, span.Length).TrimStart('#').Trim();
            var key = KeyOf(heading);
            if (key.Length is 0 or > MostKey || sections.Exists(section => section.Key == key))
            {
                throw new HubFileException($"the heading '{heading}' is empty, over {MostKey} characters, or there twice.");
            }

            sections.Add(new SectionSpan(key, heading, bodyStart + span.Start, (bodyStart + span.End + 1)..(bodyStart + end)));
        }

        return sections;
    }

    public static string KeyOf(string heading) => SearchText.Normalise(heading).Replace(' ', '-');
}

/// <param name="Start">Where the heading starts.</param>
/// <param name="Text">What stands below the heading, up to the next.</param>
internal readonly record struct SectionSpan(string Key, string Heading, int Start, Range Text);
