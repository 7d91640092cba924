using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>How surely two questions ask the same. One is made for each question that is asked: it keeps what its words weigh.</summary>
internal sealed class Sameness(Gist asked, Corpus corpus)
{
    /// <summary>From here on an earlier question is offered as the same: of those tuned with, two of three are found, and six of seven offers are right.</summary>
    public const float Same = 0.8f;

    // A little archive does not know yet which words are rare: as if so many questions had been asked before, with an everyday word
    // in one of twenty of them and another in one of a hundred.
    private const int Assumed = 300;
    private const float EverydayShare = 0.05f;
    private const float OtherShare = 0.01f;

    // A word said more often than this is not said louder.
    private const float MostTimes = 2;

    private const float NotWeight = 1;

    private readonly Dictionary<string, float> _weights = new(StringComparer.Ordinal);

    /// <summary>
    /// From 0 to 1: a logistic fitted to labelled pairs. What both have counts for it; that they are about two different known
    /// problems, or show two different codes, against it.
    /// </summary>
    public float To(Gist other)
    {
        var askedThere = Share(asked.Title, other.All);
        var otherHere = Share(other.Title, asked.All);
        var claims = asked.TitleClaims.Count(other.Claims.Contains) + other.TitleClaims.Count(asked.Claims.Contains);
        var sum = -4.8f + Problems(other) + Codes(other) + Topics(other)
            + (0.6f * MathF.Min(askedThere, otherHere)) + (0.3f * MathF.Max(askedThere, otherHere))
            + (0.7f * Cosine(asked.All, other.All)) + (0.55f * MathF.Log(1 + claims));
        return 1 / (1 + MathF.Exp(-sum));
    }

    private float Problems(Gist other) => (asked.Problems.Count, other.Problems.Count, asked.Problems.Count(other.Problems.Contains)) switch
    {
        (0, 0, _) => 0,
        (0, _, _) or (_, 0, _) => -0.7f,
        (_, _, 0) => -1,
        var (here, there, _) => 4.4f * 2 / (here + there),
    };

    private float Codes(Gist other) => asked.Codes.Count(other.Codes.Contains) switch
    {
        0 => asked.Codes.Count > 0 && other.Codes.Count > 0 ? -1.2f : 0,
        var both => 1.1f * MathF.Log(1 + both),
    };

    private float Topics(Gist other) =>
        !asked.Topics.Any(other.Topics.Contains) ? 0
        : asked.Topics[0] == other.Topics[0] ? 2.1f
        : 1;

    // How much of a title the other question speaks of anywhere.
    private float Share(Dictionary<string, float> title, Dictionary<string, float> all)
    {
        float has = 0, whole = 0;
        foreach (var term in title.Keys)
        {
            var weight = Weight(term);
            whole += weight;
            has += all.ContainsKey(term) ? weight : 0;
        }

        return whole == 0 ? 0 : has / whole;
    }

    private float Cosine(Dictionary<string, float> a, Dictionary<string, float> b)
    {
        float product = 0;
        foreach (var (term, times) in a)
        {
            if (b.TryGetValue(term, out var others))
            {
                product += Weight(term) * MathF.Min(MostTimes, times) * Weight(term) * MathF.Min(MostTimes, others);
            }
        }

        return product == 0 ? 0 : product / (Length(a) * Length(b));
    }

    private float Length(Dictionary<string, float> terms)
    {
        var sum = 0f;
        foreach (var (term, times) in terms)
        {
            var weight = Weight(term) * MathF.Min(MostTimes, times);
            sum += weight * weight;
        }

        return MathF.Sqrt(sum);
    }

    private float Weight(string term)
    {
        ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(_weights, term, out var known);
        if (!known)
        {
            var word = term.TrimStart(Wordings.Not).TrimStart(Wordings.IsSense);
            var assumed = Assumed * (CommonWords.IsEveryday(word) ? EverydayShare : OtherShare);
            weight = MathF.Log(1 + ((corpus.Count + Assumed) / (corpus.CountOf(Stems.Of(word)) + assumed))) + (term[0] == Wordings.Not ? NotWeight : 0);
        }

        return weight;
    }
}
