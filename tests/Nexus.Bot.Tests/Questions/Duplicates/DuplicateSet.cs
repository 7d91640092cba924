using Nexus.Bot.Hub;
using Nexus.Bot.Search;
using Nexus.Bot.Tests.Hub;

namespace Nexus.Bot.Tests.Questions.Duplicates;

/// <summary>A question as somebody asked it.</summary>
internal sealed record AskedText(string Title, string Body);

/// <summary>A question, the same in other words, and one that has its subject and many of its words but another problem.</summary>
internal sealed record DuplicateFamily(string Name, AskedText Stored, AskedText Again, AskedText Other)
{
    /// <summary>
    /// The half that nothing is tuned on, by a stable hash of the name. The halves are in files of their own, so that who tunes
    /// need not see the other.
    /// </summary>
    public bool IsHeldOut => (Hash(Name) >> 16) % 2 == 1;

    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => (hash ^ c) * 16777619);
}

/// <summary>Reads tuned.txt, held-out.txt, lot1.txt, lot2.txt, lot3.txt and background.txt.</summary>
internal static class DuplicateSet
{
    public static IReadOnlyList<DuplicateFamily> Tuned { get; } = Families("tuned.txt");

    public static IReadOnlyList<DuplicateFamily> HeldOut { get; } = Families("held-out.txt");

    /// <summary>Problems drawn by lot from what somebody else wrote. It was measured before it was tuned with.</summary>
    public static IReadOnlyList<DuplicateFamily> FirstLot { get; } = Families("lot1.txt");

    /// <summary>The same, written when all tuning was over, and never tuned with.</summary>
    public static IReadOnlyList<DuplicateFamily> SecondLot { get; } = Families("lot2.txt");

    /// <summary>Half of what somebody wrote who had read neither the known problems nor the engine; this half may be tuned with.</summary>
    public static IReadOnlyList<DuplicateFamily> ThirdLotTuned { get; } = [.. Families("lot3.txt").Where(family => !family.IsHeldOut)];

    /// <summary>The other half, only ever measured.</summary>
    public static IReadOnlyList<DuplicateFamily> ThirdLotHeldOut { get; } = [.. Families("lot3.txt").Where(family => family.IsHeldOut)];

    /// <summary>Questions asked before that are like no other.</summary>
    public static IReadOnlyList<AskedText> Background { get; } = [.. Blocks("background.txt").Select(block => block.Text)];

    /// <summary>As it stands in an index, with the topics that the hub finds for it: nobody is asked for them here.</summary>
    public static SearchDocument Document(AskedText text) => new(text.Title, [], Topics(text), text.Body) { Near = ShippedHub.Index.Near($"{text.Title}\n{text.Body}") };

    private static IReadOnlyList<string> Topics(AskedText text) => TopicGuess.Of(ShippedHub.Index, text.Title, text.Body);

    private static IReadOnlyList<DuplicateFamily> Families(string file) =>
    [
        .. Blocks(file).GroupBy(block => block.Family).Select(family => family.ToList() switch
        {
            [(_, true, var stored), (_, true, var again), (_, false, var other)] => new DuplicateFamily(family.Key, stored, again, other),
            _ => throw new FormatException($"{file}: {family.Key} is not two of == and one of !="),
        }),
    ];

    private static IEnumerable<(string Family, bool Same, AskedText Text)> Blocks(string file)
    {
        var (family, same, title, body) = ("", true, "", new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Nexus.Bot.Tests", "Questions", "Duplicates", file)).Where(line => !line.StartsWith("//", StringComparison.Ordinal)).Append("## "))
        {
            if (line.Length < 3 || line[..3] is not ("## " or "== " or "!= "))
            {
                body.Add(line);
                continue;
            }

            if (title.Length > 0)
            {
                yield return (family, same, new AskedText(title, string.Join('\n', body).Trim()));
            }

            (family, same, title) = line[0] == '#' ? (line[3..], true, "") : (family, line[0] == '=', line[3..]);
            body.Clear();
        }
    }
}
