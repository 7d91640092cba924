using Nexus.Bot.Search;

namespace Nexus.Bot.Hub;

/// <summary>What stands between the two lines <c>---</c>.</summary>
internal static class HubLinterFrontMatter
{
    private const int LongestSourceTitle = 60;
    private const int LongestUrl = 512;
    private const int LeastFixed = 8;

    private static readonly HashSet<string> s_tags = new(StringComparer.Ordinal)
    {
        "python", "django", "api", "graphql", "database", "auth", "caching", "async", "queue", "docker", "ci", "testing", "docs", "deployment",
        "security", "performance", "git", "teamwork", "frontend", "tools", "structure", "debugging",
    };

    public static void Check(LintedPage file, DateOnly today)
    {
        var page = file.Page;
        if (file.File != page.Slug + ".md")
        {
            file.Error(file.LineOf("slug"), $"the file must be called '{page.Slug}.md', after its slug.");
        }

        CheckAmount(file, "aliases", page.Aliases.Count, 6, 20);
        CheckAmount(file, "keywords", page.Keywords.Count, 15, 120);
        CheckAmount(file, "tags", page.Tags.Count, 2, 5);
        CheckAmount(file, "related", page.Related.Count, 1, 5);
        CheckAmount(file, "prerequisites", page.Prerequisites.Count, 0, 3);
        CheckAmount(file, "next", page.Next.Count, 0, 3);
        CheckRepeats(file, "aliases", page.Aliases);
        CheckRepeats(file, "keywords", page.Keywords);
        CheckRepeats(file, "tags", page.Tags);
        foreach (var tag in page.Tags.Where(tag => !s_tags.Contains(tag)))
        {
            file.Warning(file.LineOf("tags"), $"the tag '{tag}' is not one of the hub's: {string.Join(", ", s_tags)}.");
        }

        CheckReview(file, today);
        CheckSources(file);
        CheckSignatures(file);
    }

    private static void CheckReview(LintedPage file, DateOnly today)
    {
        var days = today.DayNumber - file.Page.LastReviewed.DayNumber;
        if (days < 0)
        {
            file.Error(file.LineOf("last_reviewed"), "'last_reviewed' is in the future.");
        }
        else if (days > HubCheckup.StaleAfterDays)
        {
            file.Warning(file.LineOf("last_reviewed"), "nobody has reviewed this page for over a year: read it again and set 'last_reviewed'.");
        }
    }

    private static void CheckSources(LintedPage file)
    {
        var sources = file.Page.Sources;
        if (sources.Count == 0)
        {
            file.Error(file.LineOf("sources"), "'sources' needs at least one page of official documentation.");
        }
        else
        {
            CheckAmount(file, "sources", sources.Count, 2, 5);
        }

        foreach (var source in sources)
        {
            var line = file.LineOf("sources", source.Url.OriginalString);
            if (!source.Url.Host.Contains('.', StringComparison.Ordinal) || source.Url.UserInfo.Length > 0 || source.Url.OriginalString.Any(char.IsWhiteSpace))
            {
                file.Error(line, $"'{source.Url.OriginalString}' is not the address of a public page.");
            }

            if (source.Url.AbsoluteUri.Length > LongestUrl)
            {
                file.Error(line, $"the address is longer than the {LongestUrl} characters that a link may have.");
            }

            if (source.Title.Length > LongestSourceTitle)
            {
                file.Warning(file.LineOf("sources", source.Title), $"the title '{source.Title}' is longer than {LongestSourceTitle} characters, which a phone cuts.");
            }
        }

        foreach (var same in sources.GroupBy(source => source.Url.AbsoluteUri.TrimEnd('/')).Where(group => group.Count() > 1))
        {
            file.Error(file.LineOf("sources", same.First().Url.OriginalString), $"the source '{same.Key}' is there twice.");
        }

        foreach (var same in sources.GroupBy(source => SearchText.Normalise(source.Title)).Where(group => group.Count() > 1))
        {
            file.Warning(file.LineOf("sources", same.First().Title), $"two sources are called '{same.First().Title}'; readers cannot tell them apart.");
        }
    }

    private static void CheckSignatures(LintedPage file)
    {
        var signatures = file.Page.Signatures;
        if (file.Page.Kind == PageKind.Challenge && signatures.Count == 0)
        {
            file.Error(file.LineOf("signatures"), "a challenge needs 'signatures': the error lines by which it is recognised.");
        }
        else if (file.Page.Kind == PageKind.Challenge)
        {
            CheckAmount(file, "signatures", signatures.Count, 4, 30);
        }

        CheckRepeats(file, "signatures", signatures);
        foreach (var signature in signatures.Where(signature => signature.Count(char.IsLetter) < LeastFixed))
        {
            file.Error(file.LineOf("signatures", signature), $"the signature '{signature}' has too few letters of its own: nearly any line would match it.");
        }

        foreach (var signature in signatures.Where(signature => signature.Contains('\n', StringComparison.Ordinal)))
        {
            file.Error(file.LineOf("signatures"), $"the signature '{signature.ReplaceLineEndings(" ")}' has several lines; give each its own entry.");
        }
    }

    private static void CheckAmount(LintedPage file, string key, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            file.Warning(file.LineOf(key), $"'{key}' has {count} entries; {least} to {most} serve readers best.");
        }
    }

    private static void CheckRepeats(LintedPage file, string key, IReadOnlyList<string> entries)
    {
        foreach (var same in entries.GroupBy(entry => entry.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            file.Warning(file.LineOf(key, same.Key), $"'{same.Key}' stands in '{key}' twice.");
        }
    }
}
