using Nexus.Bot.Search;
using Nexus.Bot.Tests.Questions.Duplicates;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Questions;

/// <summary>
/// How well a question is recognised as asked before, in an archive of all that are here. The first set was looked at while tuning;
/// the held-out half has the same author as the known problems, which flatters. The lots are about what others wrote: the first was
/// tuned with after it was measured, the second never, and of the third one half. They show what to expect of problems that nobody
/// has written down: few are said to be the same, most are among what may help.
/// </summary>
public sealed class DuplicateTests(ITestOutputHelper output)
{
    private static readonly KnownProblems Known = KnownProblems.Parse(
        File.ReadLines(Path.Combine(Repository.Root, "src", "Nexus.Bot", "Content", "problems.txt")));

    [Fact]
    public void A_question_asked_before_in_other_words_is_suggested_and_one_that_only_looks_like_it_is_not()
    {
        output.WriteLine(DuplicateScores.Heading);
        Print("tuned on", DuplicateSet.Tuned, Known);
        var held = Print("held out", DuplicateSet.HeldOut, Known);
        var unknown = Print("held out, no known problems", DuplicateSet.HeldOut, KnownProblems.None);
        var first = Print("first lot, tuned on later", DuplicateSet.FirstLot, Known);
        Print("second lot, never tuned on", DuplicateSet.SecondLot, Known);
        Print("third lot, tuned on", DuplicateSet.ThirdLotTuned, Known);
        var third = Print("third lot, held out", DuplicateSet.ThirdLotHeldOut, Known);
        foreach (var threshold in new[] { 0.3f, 0.5f, 0.7f, 0.9f })
        {
            output.WriteLine(DuplicateScores.Of(DuplicateSet.HeldOut, Known, threshold).Line($"held out, same from {threshold:0.0}"));
        }

        Assert.True(held.Precision >= 0.9, $"precision is {held.Precision:0.000}");
        Assert.True(held.Recall >= 0.6, $"recall is {held.Recall:0.000}");
        Assert.True(held.PrecisionOfSame >= 0.7, $"of what is said to be the same: {held.PrecisionOfSame:0.000}");
        Assert.True(held.HelpedShare >= 0.85, $"helped: {held.HelpedShare:0.000}");
        Assert.True(held.PrecisionOfOffers >= 0.65, $"of offers: {held.PrecisionOfOffers:0.000}");
        Assert.True(first.Precision >= 0.9, $"precision on the first lot is {first.Precision:0.000}");
        Assert.True(third.HelpedShare >= 0.5, $"helped of the third lot: {third.HelpedShare:0.000}");
        Assert.True(third.InThree >= third.Pairs * 0.65, $"{third.InThree} of the third lot are among the first three");
        Assert.True(unknown.Mistaken <= held.Pairs * 0.05, $"{unknown.Mistaken} look-alikes of unknown problems");
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
        Assert.Equal(60, DuplicateSet.ThirdLotTuned.Concat(DuplicateSet.ThirdLotHeldOut).Select(family => family.Name).Except(all.Select(family => family.Name)).Count());
        Assert.InRange(DuplicateSet.ThirdLotHeldOut.Count, 24, 36);
    }

    private DuplicateScores Print(string name, IReadOnlyList<DuplicateFamily> asked, KnownProblems known)
    {
        var scores = DuplicateScores.Of(asked, known);
        output.WriteLine(scores.Line(name));
        return scores;
    }
}
