using System.Globalization;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Ideas.Likeness;

/// <summary>What is suggested when one half's ideas are put up again, with every idea of both halves and the background on the board.</summary>
/// <param name="Pairs">How many ideas were had twice.</param>
/// <param name="Found">Of them, those whose first is suggested.</param>
/// <param name="Mistaken">Of the other projects of the same field, those for which the look-alike is suggested.</param>
/// <param name="Strays">Everything else that is suggested.</param>
/// <param name="InThree">Of the pairs, those whose first is among the best three, however unlike.</param>
internal sealed record LikenessScores(int Pairs, int Found, int Mistaken, int Strays, int InThree)
{
    public double Recall => (double)Found / Pairs;

    /// <summary>On the labelled pairs and non-pairs.</summary>
    public double Precision => Found == 0 ? 0 : (double)Found / (Found + Mistaken);

    /// <summary>Of everything that is suggested to whoever puts an idea up.</summary>
    public double PrecisionOfOffers => Found == 0 ? 0 : (double)Found / (Found + Mistaken + Strays);

    /// <param name="half">The ideas that are put up again.</param>
    /// <param name="document">How a stored idea is kept.</param>
    /// <param name="similar">Asks for at most three.</param>
    /// <param name="threshold">What is less alike is not suggested.</param>
    public static LikenessScores Of(
        IReadOnlyList<IdeaFamily> half, Func<WrittenIdea, SearchDocument> document, Func<LiveIndex, WrittenIdea, IReadOnlyList<SimilarHit>> similar, float threshold)
    {
        var stored = LikenessSet.Families.Union(half).Select(family => family.Stored).Concat(LikenessSet.Background).ToList();
        var index = LiveIndex.Of(stored.Select((idea, key) => KeyValuePair.Create((long)key, document(idea))));
        var scores = new LikenessScores(half.Count, 0, 0, 0, 0);
        foreach (var family in half)
        {
            var own = stored.IndexOf(family.Stored);
            var again = similar(index, family.Again);
            var offers = again.Where(Suggested).ToList();
            var others = similar(index, family.Other).Where(Suggested).ToList();
            scores = scores with
            {
                Found = scores.Found + offers.Count(hit => hit.Key == own),
                Mistaken = scores.Mistaken + others.Count(hit => hit.Key == own),
                Strays = scores.Strays + offers.Concat(others).Count(hit => hit.Key != own),
                InThree = scores.InThree + again.Count(hit => hit.Key == own),
            };
        }

        return scores;

        bool Suggested(SimilarHit hit) => hit.Likeness >= threshold;
    }

    public static string Heading => $"{"",-44} {"n",3} precision recall mistaken strays of offers in three";

    public string Line(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-44} {Pairs,3} {Precision,9:0.000} {Recall,6:0.000} {Mistaken,8} {Strays,6} {PrecisionOfOffers,9:0.000} {(double)InThree / Pairs,8:0.000}");
}
