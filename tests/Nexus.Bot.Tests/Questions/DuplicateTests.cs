using Nexus.Bot.Search;
using Nexus.Bot.Tests.Questions.Duplicates;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Questions;

/// <summary>
/// How well a question is recognised as asked before. One half was looked at while tuning; what is asserted is measured on the
/// other. Both halves and the known problems have one author, which flatters: the lots are about what others wrote, the first was
/// tuned with after it was measured, the second never. Without the known problems is what is left for one nobody has written down.
/// </summary>
public sealed class DuplicateTests(ITestOutputHelper output)
{
    private static readonly KnownProblems Known = KnownProblems.Parse(
        File.ReadLines(Path.Combine(Repository.Root, "src", "Nexus.Bot", "Content", "problems.txt")));

    [Fact]
    public void A_question_asked_before_in_other_words_is_suggested_and_one_that_only_looks_like_it_is_not()
    {
        output.WriteLine(DuplicateScores.Heading);
        Print("tuned on", DuplicateSet.Tuned, DuplicateSet.HeldOut, Known, Sameness.Same);
        var held = Print("held out", DuplicateSet.HeldOut, DuplicateSet.Tuned, Known, Sameness.Same);
        foreach (var threshold in new[] { 0.3f, 0.5f, 0.7f, 0.9f })
        {
            Print($"held out, from {threshold:0.0}", DuplicateSet.HeldOut, DuplicateSet.Tuned, Known, threshold);
        }

        var unknown = Print("held out, no known problems", DuplicateSet.HeldOut, DuplicateSet.Tuned, KnownProblems.None, Sameness.Same);
        var first = Print("first lot, tuned on later", DuplicateSet.FirstLot, [], Known, Sameness.Same);
        var second = Print("second lot, never tuned on", DuplicateSet.SecondLot, [], Known, Sameness.Same);

        Assert.True(held.Precision >= 0.9, $"precision is {held.Precision:0.000}");
        Assert.True(held.Recall >= 0.6, $"recall is {held.Recall:0.000}");
        Assert.True(held.PrecisionOfOffers >= 0.75, $"of offers: {held.PrecisionOfOffers:0.000}");
        Assert.True(held.InThree >= held.Pairs * 0.9, $"{held.InThree} are among the first three");
        Assert.True(unknown.Mistaken <= held.Pairs * 0.05, $"{unknown.Mistaken} look-alikes of unknown problems");
        Assert.True(first.Precision >= 0.9, $"precision on the first lot is {first.Precision:0.000}");
        Assert.True(second.InThree >= second.Pairs * 0.7, $"{second.InThree} of the second lot are among the first three");
        Assert.True(second.Mistaken <= second.Pairs * 0.1, $"{second.Mistaken} look-alikes of the second lot");
    }

    [Fact]
    public void The_set_is_large_enough_and_each_half_is_where_its_hash_says()
    {
        var all = DuplicateSet.Tuned.Concat(DuplicateSet.HeldOut).ToList();

        Assert.True(all.Count >= 150);
        Assert.True(DuplicateSet.Background.Count >= 100);
        Assert.Equal(all.Count, all.DistinctBy(family => family.Name).Count());
        Assert.Equal(all.Count * 3, all.SelectMany(family => new[] { family.Stored, family.Again, family.Other }).Distinct().Count());
        Assert.DoesNotContain(DuplicateSet.Tuned, family => family.IsHeldOut);
        Assert.All(DuplicateSet.HeldOut, family => Assert.True(family.IsHeldOut, family.Name));
        Assert.InRange(DuplicateSet.HeldOut.Count, all.Count * 0.4, all.Count * 0.6);
    }

    private DuplicateScores Print(string name, IReadOnlyList<DuplicateFamily> half, IReadOnlyList<DuplicateFamily> rest, KnownProblems known, float threshold)
    {
        var scores = DuplicateScores.Of(half, rest, known, threshold);
        output.WriteLine(scores.Line(name));
        return scores;
    }
}
