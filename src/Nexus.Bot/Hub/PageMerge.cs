using YamlDotNet.Core;

namespace Nexus.Bot.Hub;

/// <summary>Brings two changes of one page together: line by line, or else part by part, since a page's parts do not depend on each other.</summary>
internal static class PageMerge
{
    // Tells keys of the front matter from sections, whose keys begin with a letter or digit.
    private const char FrontMark = '-';

    /// <summary>What <paramref name="mine"/> changed in <paramref name="was"/>, done to <paramref name="now"/>; null when both changed the same words.</summary>
    public static string? Merge(string was, string mine, string now)
    {
        if (PageText.Merge(was, mine, now) is { } merged)
        {
            return merged;
        }

        try
        {
            return MergeParts(was, mine, now);
        }
        catch (Exception wrong) when (wrong is HubFileException or YamlException)
        {
            return null;
        }
    }

    /// <summary>
    /// <paramref name="now"/> with every part that <paramref name="mine"/> changed in <paramref name="was"/>. Where both changed the same
    /// part, mine stands: for a person to look at, never to be approved as it is.
    /// </summary>
    public static string Carry(string? was, string mine, string now)
    {
        var (before, after) = (PartsOf(was), PartsOf(mine));
        return before.Keys.Union(after.Keys)
            .Where(part => before.GetValueOrDefault(part).Text != after.GetValueOrDefault(part).Text)
            .Aggregate(now, (text, part) => Put(text, part, before, after, after.GetValueOrDefault(part).Text));
    }

    private static string? MergeParts(string was, string mine, string now)
    {
        var (before, after, present) = (PartsOf(was), PartsOf(mine), PartsOf(now));
        var text = now;
        foreach (var part in before.Keys.Union(after.Keys))
        {
            var (old, changed, there) = (before.GetValueOrDefault(part).Text, after.GetValueOrDefault(part).Text, present.GetValueOrDefault(part).Text);
            if (changed == old || changed == there)
            {
                continue;
            }

            var both = there == old ? changed
                : old is null || changed is null || there is null ? null
                : PageText.Merge(old + "\n", changed + "\n", there + "\n")?.TrimEnd('\n');
            if (both is null && there != old)
            {
                return null;
            }

            text = Put(text, part, before, after, both);
        }

        return text;
    }

    private static string Put(string page, string part, Dictionary<string, (string Name, string? Text)> before, Dictionary<string, (string Name, string? Text)> after, string? text)
    {
        var name = after.TryGetValue(part, out var kept) ? kept.Name : before[part].Name;
        return part[0] == FrontMark ? PageEdit.Put(page, name, text is null ? "" : text + "\n") : PageEdit.Section(page, name, text ?? "");
    }

    // The day of review is each approval's own, and the slug never changes.
    private static Dictionary<string, (string Name, string? Text)> PartsOf(string? page)
    {
        var parts = new Dictionary<string, (string Name, string? Text)>(StringComparer.Ordinal);
        if (page is null)
        {
            return parts;
        }

        var layout = PageLayout.Of(page);
        foreach (var key in layout.Keys.Where(key => key is not ("slug" or PageEdit.LastReviewed)))
        {
            parts[FrontMark + key] = (key, layout.TextOf(key)?.TrimEnd());
        }

        foreach (var section in layout.Sections)
        {
            parts[section.Key] = (section.Heading, layout.TextOf(section));
        }

        return parts;
    }
}
