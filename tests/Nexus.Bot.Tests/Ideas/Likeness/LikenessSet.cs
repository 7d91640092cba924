namespace Nexus.Bot.Tests.Ideas.Likeness;

/// <summary>An idea as somebody put it up.</summary>
internal sealed record WrittenIdea(string Title, string Problem);

/// <summary>An idea, the same had by somebody else, and one of the same field that is another project.</summary>
internal sealed record IdeaFamily(string Name, WrittenIdea Stored, WrittenIdea Again, WrittenIdea Other)
{
    /// <summary>The half that no threshold is chosen on, by a stable hash of the name.</summary>
    public bool IsHeldOut => (Name.Aggregate(2166136261, (hash, c) => (hash ^ c) * 16777619) >> 16) % 2 == 1;
}

/// <summary>Reads ideas.txt, lot.txt and background.txt.</summary>
internal static class LikenessSet
{
    public static IReadOnlyList<IdeaFamily> Families { get; } = Read("ideas.txt");

    /// <summary>Subjects that somebody else chose, written when all tuning was over.</summary>
    public static IReadOnlyList<IdeaFamily> Lot { get; } = Read("lot.txt");

    /// <summary>Ideas that are like no other.</summary>
    public static IReadOnlyList<WrittenIdea> Background { get; } = [.. Lines("background.txt").Select(Idea)];

    private static IReadOnlyList<IdeaFamily> Read(string file) =>
    [
        .. Blocks(file).Select(block => block.Lines switch
        {
            [['=', '=', ' ', .. var stored], ['=', '=', ' ', .. var again], ['!', '=', ' ', .. var other]] => new IdeaFamily(block.Name, Idea(stored), Idea(again), Idea(other)),
            _ => throw new FormatException($"{block.Name} is not two of == and one of !="),
        }),
    ];

    private static IEnumerable<(string Name, List<string> Lines)> Blocks(string file)
    {
        (string Name, List<string> Lines)? block = null;
        foreach (var line in Lines(file).Append("## "))
        {
            if (!line.StartsWith("## ", StringComparison.Ordinal))
            {
                block!.Value.Lines.Add(line);
                continue;
            }

            if (block is { } whole)
            {
                yield return whole;
            }

            block = (line[3..], []);
        }
    }

    private static WrittenIdea Idea(string line) =>
        line.Split(" :: ") is [var title, var problem] ? new WrittenIdea(title, problem) : throw new FormatException($"This is no idea with its problem: {line}");

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Nexus.Bot.Tests", "Ideas", "Likeness", file)).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
}
