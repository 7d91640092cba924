using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Nexus.Bot.Hub;

/// <summary>
/// Changes one part of a page's text and leaves every other character as it is, so that a diff shows what somebody meant.
/// What people typed becomes a YAML scalar that is quoted where it must be. Throws <see cref="HubFileException"/> on a text that is no page.
/// </summary>
internal static class PageEdit
{
    public const string LastReviewed = "last_reviewed";

    /// <summary>A page of somebody who filled a form: what the form does not ask for is left for a mentor to add.</summary>
    public static string New(NewPage page)
    {
        var front = string.Concat(
            Line("slug", page.Slug),
            Line("title", page.Title),
            Line("aliases", []),
            Line("tags", []),
            Line("kind", page.Kind),
            Line("level", page.Level),
            Line("owner", page.Owner),
            Line(LastReviewed, Day(page.Day)),
            SourceLines(page.Sources));
        return $"---\n{front}---\n## Summary\n{page.Summary}\n{(page.Body.Length == 0 ? "" : $"\n{page.Body}\n")}";
    }

    public static string Word(string page, string key, string value) => Put(page, key, Line(key, value));

    /// <summary>A list on one line.</summary>
    public static string Words(string page, string key, IReadOnlyList<string> values) => Put(page, key, values.Count == 0 ? "" : Line(key, values));

    /// <summary>A list with a line each.</summary>
    public static string Lines(string page, string key, IReadOnlyList<string> values) => Put(page, key, values.Count == 0 ? "" : Yaml(key, emitter =>
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
        foreach (var value in values)
        {
            emitter.Emit(Text(value));
        }

        emitter.Emit(new SequenceEnd());
    }));

    public static string Sources(string page, IReadOnlyList<(string Title, string Url)> sources) => Put(page, "sources", SourceLines(sources));

    /// <summary>A section's words; without words the section goes, a new one comes at the end.</summary>
    public static string Section(string page, string heading, string words)
    {
        var layout = PageLayout.Of(page);
        var key = PageLayout.KeyOf(heading);
        var there = layout.Sections.FirstOrDefault(section => section.Key == key);
        if (there.Key is null)
        {
            return words.Length == 0 ? page : $"{page.TrimEnd()}\n\n## {heading}\n{words}\n";
        }

        var (from, to) = (there.Start, there.Text.End.Value);
        var isLast = to == page.Length;
        var section = words.Length == 0 ? "" : $"## {there.Heading}\n{words}\n{(isLast ? "" : "\n")}";
        var changed = string.Concat(page.AsSpan(0, from), section, page.AsSpan(to));
        return isLast && words.Length == 0 ? changed.TrimEnd() + "\n" : changed;
    }

    /// <summary>The day on which a mentor last looked at the page.</summary>
    public static string Reviewed(string page, DateOnly day) => Put(page, LastReviewed, Line(LastReviewed, Day(day)));

    /// <summary>The lines of one key of the front matter; without lines the key goes, a new one comes at the end.</summary>
    public static string Put(string page, string key, string lines)
    {
        var layout = PageLayout.Of(page);
        var there = layout.LinesOf(key) ?? layout.FrontEnd..layout.FrontEnd;
        return string.Concat(page.AsSpan(0, there.Start.Value), lines, page.AsSpan(there.End.Value));
    }

    private static string SourceLines(IReadOnlyList<(string Title, string Url)> sources) => sources.Count == 0 ? "" : Yaml("sources", emitter =>
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
        foreach (var (title, url) in sources)
        {
            emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
            emitter.Emit(Text("title"));
            emitter.Emit(Text(title));
            emitter.Emit(Text("url"));
            emitter.Emit(Text(url));
            emitter.Emit(new MappingEnd());
        }

        emitter.Emit(new SequenceEnd());
    });

    private static string Line(string key, string value) => Yaml(key, emitter => emitter.Emit(Text(value)));

    private static string Line(string key, IReadOnlyList<string> values) => Yaml(key, emitter =>
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Flow));
        foreach (var value in values)
        {
            emitter.Emit(Text(value));
        }

        emitter.Emit(new SequenceEnd());
    });

    // The emitter knows what has to be quoted; its events need no reflection.
    private static string Yaml(string key, Action<Emitter> value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, indentSequences: true));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, true));
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
        emitter.Emit(Text(key));
        value(emitter);
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static Scalar Text(string value) =>
        new(AnchorName.Empty, TagName.Empty, value, value.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, true, true);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a form for a new page asks for.</summary>
internal sealed record NewPage(
    string Slug, string Title, string Kind, string Level, string Owner, DateOnly Day, string Summary, string Body, IReadOnlyList<(string Title, string Url)> Sources);
