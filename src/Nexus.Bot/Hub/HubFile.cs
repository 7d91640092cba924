using System.Globalization;
using Nexus.Bot.Search;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nexus.Bot.Hub;

/// <summary>What came of reading one file of the hub.</summary>
internal abstract record HubFile(string Name)
{
    /// <summary>The file is a page.</summary>
    internal sealed record Read(string Name, HubPage Page) : HubFile(Name);

    /// <summary>The file is not served; the reason tells its author what to change.</summary>
    internal sealed record Broken(string Name, string Reason) : HubFile(Name);

    /// <summary>Reads YAML front matter and the sections below it.</summary>
    public static HubFile Parse(string name, string text)
    {
        try
        {
            return new Read(name, ParsePage(text.ReplaceLineEndings("\n")));
        }
        catch (HubFileException wrong)
        {
            return new Broken(name, wrong.Message);
        }
        catch (YamlException wrong)
        {
            return new Broken(name, $"front matter, line {wrong.Start.Line + 1}: {wrong.Message}");
        }
    }

    private static HubPage ParsePage(string text)
    {
        var layout = PageLayout.Of(text);
        var front = layout.Front;
        var slug = Word(front, "slug");
        if (slug.Length > 50 || slug != SearchText.Normalise(slug).Replace(' ', '-'))
        {
            throw new HubFileException($"slug '{slug}' must be lower-case words with hyphens, at most 50 characters.");
        }

        var sections = layout.Sections.Select(section => new PageSection(section.Key, section.Heading, layout.TextOf(section))).ToList();
        return new HubPage
        {
            Slug = slug,
            Title = Word(front, "title", most: 80),
            Aliases = Words(front, "aliases"),
            Keywords = Words(front, "keywords"),
            Tags = Words(front, "tags"),
            Kind = OneOf<PageKind>(front, "kind"),
            Level = OneOf<PageLevel>(front, "level"),
            Related = Words(front, "related"),
            Prerequisites = Words(front, "prerequisites"),
            Next = Words(front, "next"),
            Owner = Word(front, "owner"),
            LastReviewed = Day(front, "last_reviewed"),
            Sources = Sources(front),
            Signatures = Words(front, "signatures"),
            Markdown = text,
            Summary = sections.Find(section => section.Key == "summary")?.Markdown is { Length: > 0 } summary
                ? summary
                : throw new HubFileException("the section '## Summary' is missing or empty."),
            Example = sections.Find(section => section.Key == "example")?.Markdown ?? "",
            Sections = [.. sections.Where(section => section.Key is not ("summary" or "example"))],
        };
    }

    private static YamlNode? Node(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string Word(YamlMappingNode map, string key, int most = 512) => Node(map, key) switch
    {
        YamlScalarNode { Value: { Length: > 0 } value } when value.Length <= most => value,
        null => throw new HubFileException($"'{key}' is missing."),
        _ => throw new HubFileException($"'{key}' must be text of 1 to {most} characters."),
    };

    private static string[] Words(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => [],
        YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 }) =>
            [.. list.Children.Select(item => ((YamlScalarNode)item).Value!)],
        _ => throw new HubFileException($"'{key}' must be a list: [one, two]."),
    };

    private static T OneOf<T>(YamlMappingNode map, string key) where T : struct, Enum
    {
        var value = Word(map, key);
        foreach (var one in Enum.GetValues<T>())
        {
            if (string.Equals(value, one.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }
        }

        var all = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        throw new HubFileException($"'{key}' is '{value}'; it must be one of {all}.");
    }

    private static DateOnly Day(YamlMappingNode map, string key) =>
        DateOnly.TryParseExact(Word(map, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new HubFileException($"'{key}' must be a day such as 2026-11-20.");

    private static PageSource[] Sources(YamlMappingNode map) => Node(map, "sources") switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Source)],
        _ => throw new HubFileException("'sources' must be a list of title and url."),
    };

    private static PageSource Source(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            throw new HubFileException("each of 'sources' needs a title and a url.");
        }

        // 512 characters is what Discord takes for a link button, 80 for its label.
        var url = Word(map, "url");
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new PageSource(Word(map, "title", most: 80), address)
            : throw new HubFileException($"the source '{url}' must be an https address.");
    }
}
