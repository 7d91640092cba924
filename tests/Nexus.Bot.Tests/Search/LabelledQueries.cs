namespace Nexus.Bot.Tests.Search;

/// <summary>What a learner typed and the pages that answer it, the better first; none when the hub has no answer.</summary>
internal sealed record LabelledQuery(string Text, IReadOnlyList<string> Slugs, string Kind)
{
    public bool IsOffTopic => Slugs.Count == 0;

    /// <summary>
    /// The half that nothing is tuned on. A stable hash of the text decides, so that a query added to the file moves no
    /// other one.
    /// </summary>
    public bool IsHeldOut => (Hash(Text.Replace("\n", "\\n", StringComparison.Ordinal)) >> 16) % 2 == 1;

    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => (hash ^ c) * 16777619);
}

/// <summary>The queries of queries.tsv.</summary>
internal static class LabelledQueries
{
    public static IReadOnlyList<LabelledQuery> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Nexus.Bot.Tests", "Search", "queries.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(fields => new LabelledQuery(
                fields[0].Replace("\\n", "\n", StringComparison.Ordinal),
                fields[1] == "-" ? [] : fields[1].Split('|'),
                fields[2])),
    ];
}
