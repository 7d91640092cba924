using System.Globalization;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Questions.Duplicates;

/// <summary>
/// What is suggested when one half's questions are asked, with every stored question of both halves and the background in one index.
/// </summary>
/// <param name="Pairs">How many questions were asked again in other words.</param>
/// <param name="Found">Of them, those whose earlier question was offered as the same.</param>
/// <param name="Mistaken">Of the questions with another problem, those for which the look-alike was offered.</param>
/// <param name="Strays">Other questions offered, of all families and the background.</param>
/// <param name="InThree">Of the pairs, those whose earlier question is among the first three, however unsure.</param>
internal sealed record DuplicateScores(int Pairs, int Found, int Mistaken, int Strays, int InThree)
{
    private const int Offered = 3;

    public double Recall => (double)Found / Pairs;

    /// <summary>On the labelled pairs and non-pairs.</summary>
    public double Precision => Found == 0 ? 0 : (double)Found / (Found + Mistaken);

    /// <summary>Of everything that is offered to whoever asks.</summary>
    public double PrecisionOfOffers => Found == 0 ? 0 : (double)Found / (Found + Mistaken + Strays);

    public static DuplicateScores Of(IReadOnlyList<DuplicateFamily> half, IReadOnlyList<DuplicateFamily> rest, KnownProblems known, float threshold)
    {
        var stored = half.Concat(rest).Select(family => family.Stored).Concat(DuplicateSet.Background).ToList();
        var index = LiveIndex.Of(stored.Select((text, key) => KeyValuePair.Create((long)key, DuplicateSet.Document(text))));
        var scores = new DuplicateScores(half.Count, 0, 0, 0, 0);
        for (var own = 0; own < half.Count; own++)
        {
            var again = index.AskedBefore(DuplicateSet.Document(half[own].Again), known, stored.Count);
            var other = index.AskedBefore(DuplicateSet.Document(half[own].Other), known, stored.Count);
            var offers = Sure(again).Concat(Sure(other)).ToList();
            scores = scores with
            {
                Found = scores.Found + Sure(again).Count(hit => hit.Key == own),
                Mistaken = scores.Mistaken + Sure(other).Count(hit => hit.Key == own),
                Strays = scores.Strays + offers.Count(hit => hit.Key != own),
                InThree = scores.InThree + again.Take(Offered).Count(hit => hit.Key == own),
            };
        }

        return scores;

        IEnumerable<SimilarHit> Sure(IReadOnlyList<SimilarHit> hits) => hits.Take(Offered).Where(hit => hit.Likeness >= threshold);
    }

    public string Line(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-34} {Pairs,4} {Precision,9:0.000} {Recall,6:0.000} {Mistaken,8} {Strays,6} {PrecisionOfOffers,9:0.000} {(double)InThree / Pairs,8:0.000}");

    public static string Heading => $"{"",-34} {"n",4} precision recall mistaken strays of offers in three";
}
