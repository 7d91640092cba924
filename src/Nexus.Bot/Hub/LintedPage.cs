using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Nexus.Bot.Hub;

/// <summary>A page with the lines of its file, so that a finding can say where.</summary>
internal sealed class LintedPage
{
    private static readonly MarkdownPipeline s_withLines = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private readonly List<HubFinding> _findings;
    private readonly string[] _lines;
    private readonly int _bodyLine;

    public LintedPage(string file, HubPage page, List<HubFinding> findings)
    {
        (File, Page, _findings) = (file, page, findings);
        _lines = page.Markdown.Split('\n');
        _bodyLine = Array.IndexOf(_lines, "---", 1) + 1;
        BodyText = string.Join('\n', _lines[_bodyLine..]);
        Body = Markdown.Parse(BodyText, s_withLines);
    }

    public string File { get; }

    public HubPage Page { get; }

    /// <summary>Everything below the front matter.</summary>
    public string BodyText { get; }

    public MarkdownDocument Body { get; }

    public IEnumerable<FencedCodeBlock> Fences => Body.Descendants<FencedCodeBlock>();

    public void Error(int? line, string message) => _findings.Add(new HubFinding(File, line, FindingSeverity.Error, message));

    public void Warning(int? line, string message) => _findings.Add(new HubFinding(File, line, FindingSeverity.Warning, message));

    /// <summary>The line of a part of the body.</summary>
    public int LineOf(MarkdownObject part) => _bodyLine + part.Line + 1;

    /// <summary>The line of a key of the front matter.</summary>
    public int? LineOf(string key) => Find(line => line.StartsWith(key + ":", StringComparison.Ordinal));

    /// <summary>The line of a value under a key, or of the key.</summary>
    public int? LineOf(string key, string value)
    {
        var from = LineOf(key);
        for (var i = from ?? _bodyLine; i <= _bodyLine; i++)
        {
            if (_lines[i - 1].Contains(value, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return from;
    }

    private int? Find(Predicate<string> isIt) => Array.FindIndex(_lines, 0, _bodyLine, isIt) is >= 0 and var at ? at + 1 : null;
}
