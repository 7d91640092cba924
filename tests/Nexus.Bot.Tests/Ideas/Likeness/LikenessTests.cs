using System.Globalization;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Search;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Ideas.Likeness;

/// <summary>
/// How well an idea is recognised that somebody had before. The thresholds were chosen on one half; what is asserted is measured on the
/// other and on the lot. The halves and the words that mean the same have one author, which flatters; the lot's subjects are another's.
/// The lot was looked at once: it showed that words have to stay beside what they mean.
/// </summary>
public sealed class LikenessTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<IdeaFamily> Tuned = [.. LikenessSet.Families.Where(family => !family.IsHeldOut)];
    private static readonly IReadOnlyList<IdeaFamily> HeldOut = [.. LikenessSet.Families.Where(family => family.IsHeldOut)];

    [Fact]
    public void An_idea_somebody_had_before_is_suggested_and_another_project_of_the_same_field_is_not()
    {
        output.WriteLine(LikenessScores.Heading);
        foreach (var threshold in new[] { 0.15f, 0.2f, 0.25f, 0.3f, 0.35f })
        {
            Print("tuned on", Tuned, Whole, threshold);
            Print("tuned on, title only", Tuned, TitleOnly, threshold);
        }

        var held = Print("held out", HeldOut, Whole, IdeaLikeness.Perhaps);
        var sure = Print("held out, sure", HeldOut, Whole, IdeaLikeness.Sure);
        var title = Print("held out, title only", HeldOut, TitleOnly, IdeaLikeness.Perhaps);
        var lot = Print("lot", LikenessSet.Lot, Whole, IdeaLikeness.Perhaps);
        var sureLot = Print("lot, sure", LikenessSet.Lot, Whole, IdeaLikeness.Sure);
        Print("lot, title only", LikenessSet.Lot, TitleOnly, IdeaLikeness.Perhaps);
        // The same engine with the thresholds of questions: fitted to known problems and error lines, which ideas do not have.
        foreach (var threshold in new[] { 0.04f, Sameness.MayHelp, 0.2f, 0.3f, 0.5f, Sameness.Same })
        {
            Told("tuned on", Tuned, threshold);
        }

        foreach (var (name, set) in new[] { ("held out", HeldOut), ("lot", LikenessSet.Lot) })
        {
            output.WriteLine(LikenessScores.Of(set, Plain, (index, idea) => index.Similar($"{idea.Title} {idea.Problem}", 3), IdeaLikeness.Perhaps).Line($"{name}, words only"));
            Told(name, set, Sameness.MayHelp);
            Told(name, set, Sameness.Same);
        }

        Assert.True(held.Recall >= 0.85, $"recall is {held.Recall:0.000}");
        Assert.True(held.Precision >= 0.7, $"precision is {held.Precision:0.000}");
        Assert.True(held.InThree >= held.Pairs * 0.9, $"{held.InThree} are among the first three");
        Assert.True(title.Recall >= 0.7, $"recall by the title is {title.Recall:0.000}");
        Assert.True(sure.Precision >= 0.8 && sure.Recall >= 0.5, $"of the sure ones {sure.Precision:0.000}, {sure.Recall:0.000}");
        Assert.True(lot.InThree >= lot.Pairs * 0.7, $"{lot.InThree} of the lot are among the first three");
        Assert.Equal(0, sureLot.Mistaken);
    }

    [Fact]
    public void The_set_is_large_enough_and_no_idea_is_there_twice()
    {
        var all = LikenessSet.Families.Concat(LikenessSet.Lot).ToList();

        Assert.True(LikenessSet.Families.Count >= 60);
        Assert.True(LikenessSet.Lot.Count >= 20);
        Assert.True(LikenessSet.Background.Count >= 50);
        Assert.Equal(all.Count, all.DistinctBy(family => family.Name).Count());
        Assert.Equal(all.Count * 3, all.SelectMany(family => new[] { family.Stored, family.Again, family.Other }).Distinct().Count());
        Assert.InRange(HeldOut.Count, LikenessSet.Families.Count * 0.4, LikenessSet.Families.Count * 0.6);
    }

    [Fact]
    public void Who_types_a_title_is_shown_what_is_there_the_surest_first_and_nothing_on_an_empty_board()
    {
        var index = LiveIndex.Of(LikenessSet.Families.Select((family, number) => KeyValuePair.Create((long)number, IdeaLikeness.Document(family.Stored.Title, family.Stored.Problem))));

        var shown = IdeaLikeness.Of(index, "Movie suggestions for tonight", "");

        Assert.Equal("Movie recommendation app", LikenessSet.Families[(int)shown[0].Number].Stored.Title);
        Assert.True(shown[0].IsSure);
        Assert.Equal(shown.OrderByDescending(idea => idea.Likeness), shown);
        Assert.InRange(shown.Count, 1, 3);
        Assert.Empty(IdeaLikeness.Of(index, "Zeppelin hangar thermodynamics", ""));
        Assert.Empty(IdeaLikeness.Of(index, " 🎉 ", ""));
        Assert.Empty(IdeaLikeness.Of(LiveIndex.Empty, "Movie suggestions", ""));
    }

    private LikenessScores Print(string name, IReadOnlyList<IdeaFamily> half, Func<LiveIndex, WrittenIdea, IReadOnlyList<SimilarHit>> similar, float threshold)
    {
        var scores = LikenessScores.Of(half, idea => IdeaLikeness.Document(idea.Title, idea.Problem), similar, threshold);
        output.WriteLine(scores.Line($"{name}, from {threshold:0.00}"));
        return scores;
    }

    private void Told(string name, IReadOnlyList<IdeaFamily> half, float threshold) => output.WriteLine(
        LikenessScores.Of(half, Plain, (index, idea) => index.AskedBefore(Plain(idea), KnownProblems.None, 3), threshold).Line(string.Create(CultureInfo.InvariantCulture, $"{name}, as questions are told, from {threshold:0.00}")));

    private static IReadOnlyList<SimilarHit> Whole(LiveIndex index, WrittenIdea idea) => index.Similar(IdeaWords.WithSenses($"{idea.Title} {idea.Problem}"), 3);

    private static IReadOnlyList<SimilarHit> TitleOnly(LiveIndex index, WrittenIdea idea) => index.Similar(IdeaWords.WithSenses(idea.Title), 3);

    private static SearchDocument Plain(WrittenIdea idea) => new(idea.Title, [], [], idea.Problem);
}
