using System.Globalization;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Questions.Duplicates;

/// <summary>What is suggested when the questions of one set are asked, with every stored question of all sets and the background in one archive.</summary>
/// <param name="Pairs">How many questions were asked again in other words.</param>
/// <param name="Found">Of them, those whose earlier question was offered as the same.</param>
/// <param name="Mistaken">Of the questions with another problem, those for which the look-alike was offered as the same.</param>
/// <param name="Strays">Other questions offered as the same, of all families and the background.</param>
/// <param name="Helped">Of the pairs, those whose earlier question is among the offers in either tone.</param>
/// <param name="Offers">What those who asked again were offered in either tone, all of them together.</param>
/// <param name="First">How often the first offer was the right one.</param>
/// <param name="Shown">How many of them were offered anything.</param>
/// <param name="InThree">Of the pairs, those whose earlier question is among the first three, however unsure.</param>
internal sealed record DuplicateScores(int Pairs, int Found, int Mistaken, int Strays, int Helped, int Offers, int First, int Shown, int InThree)
{
    private const int Offered = 3;

    private static readonly IReadOnlyList<DuplicateFamily> All =
        [.. DuplicateSet.Tuned, .. DuplicateSet.HeldOut, .. DuplicateSet.FirstLot, .. DuplicateSet.SecondLot, .. DuplicateSet.ThirdLotTuned, .. DuplicateSet.ThirdLotHeldOut];

    private static readonly LiveIndex Archive = LiveIndex.Of(All.Select(family => family.Stored).Concat(DuplicateSet.Background)
        .Select((text, key) => KeyValuePair.Create((long)key, DuplicateSet.Document(text))));

    public double Recall => (double)Found / Pairs;

    /// <summary>On the labelled pairs and non-pairs.</summary>
    public double Precision => Found == 0 ? 0 : (double)Found / (Found + Mistaken);

    /// <summary>Of everything that is offered as the same.</summary>
    public double PrecisionOfSame => Found == 0 ? 0 : (double)Found / (Found + Mistaken + Strays);

    /// <summary>Of everything that is offered to who asks again.</summary>
    public double PrecisionOfOffers => Offers == 0 ? 0 : (double)Helped / Offers;

    public double HelpedShare => (double)Helped / Pairs;

    public static DuplicateScores Of(IReadOnlyList<DuplicateFamily> asked, KnownProblems known, float same = Sameness.Same)
    {
        var keys = All.Select((family, key) => (family, key)).ToDictionary(pair => pair.family, pair => (long)pair.key);
        var scores = new DuplicateScores(asked.Count, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var family in asked)
        {
            var own = keys[family];
            var again = Archive.AskedBefore(DuplicateSet.Document(family.Again), known, Offered);
            var other = Archive.AskedBefore(DuplicateSet.Document(family.Other), known, Offered);
            var offers = again.Where(hit => hit.Likeness >= Sameness.MayHelp).ToList();
            scores = scores with
            {
                Found = scores.Found + Sure(again).Count(hit => hit.Key == own),
                Mistaken = scores.Mistaken + Sure(other).Count(hit => hit.Key == own),
                Strays = scores.Strays + Sure(again).Concat(Sure(other)).Count(hit => hit.Key != own),
                Helped = scores.Helped + offers.Count(hit => hit.Key == own),
                Offers = scores.Offers + offers.Count,
                First = scores.First + offers.Take(1).Count(hit => hit.Key == own),
                Shown = scores.Shown + offers.Take(1).Count(),
                InThree = scores.InThree + again.Count(hit => hit.Key == own),
            };
        }

        return scores;

        IEnumerable<SimilarHit> Sure(IReadOnlyList<SimilarHit> hits) => hits.Where(hit => hit.Likeness >= same);
    }

    public string Line(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-28} {Pairs,4} | {Precision,9:0.000} {Recall,6:0.000} {Mistaken,8} {Strays,6} {PrecisionOfSame,8:0.000} | {HelpedShare,6:0.000} {PrecisionOfOffers,9:0.000} {(double)First / Math.Max(1, Shown),8:0.000} | {(double)InThree / Pairs,8:0.000}");

    public static string Heading => $"""
        {"",-28}      | said to be the same                         | offered in either tone    | whatever it is
        {"",-28}    n | precision recall mistaken strays of these | helped of offers of first | in three
        """;
}
