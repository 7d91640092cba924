using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>What two questions have in common.</summary>
/// <param name="Score">Orders what was asked before; a question that has nothing to do with the other has about 5, the same one 12 to 20.</param>
/// <param name="Problem">How surely both are about one known problem: 0, or 1 when each can only be about that.</param>
/// <param name="OtherProblem">They are about different known problems.</param>
/// <param name="SameText">Letter by letter nearly the same, as when somebody posts twice.</param>
internal readonly record struct Common(float Score, float Problem, bool OtherProblem, bool SameText);

/// <summary>
/// How surely two questions ask the same, in two tones, for a person who chooses. One is made for each question that is asked: it
/// keeps what its words weigh. The numbers are fitted to labelled questions.
/// </summary>
internal sealed class Sameness(Gist asked, Corpus corpus)
{
    /// <summary>From here on an earlier question is offered as the same.</summary>
    public const float Same = 0.8f;

    /// <summary>From here on it is offered as one that may help.</summary>
    public const float MayHelp = 0.12f;

    // A little archive does not know yet which words are rare: as if so many questions had been asked before, with an everyday word
    // in one of twenty of them and another in one of a hundred.
    private const int Assumed = 300;
    private const float EverydayShare = 0.05f;
    private const float OtherShare = 0.01f;

    // Nor does it have rivals: the best of many questions about something else has about this.
    private const float Stranger = 12;
    private const float MostLead = 3;
    private const float Copied = 0.93f;

    // Seven in ten of those tuned with that reach it ask the same, and more of them where problems are known.
    private const float Sure = 2.81f;

    // A word said more often than this is not said louder.
    private const float MostTimes = 2;

    private const float NotWeight = 1;

    private readonly Dictionary<string, float> _weights = new(StringComparer.Ordinal);
    private float _length = -1;

    public Common With(Gist other)
    {
        var both = asked.Problems.Count(other.Problems.Contains);
        var (here, there) = (asked.Problems.Count, other.Problems.Count);
        var problem = both == 0 ? 0 : 2f / (here + there);
        var otherProblem = here > 0 && there > 0 && both == 0;
        var letters = asked.Letters.To(other.Letters);
        var claims = asked.TitleClaims.Count(other.Claims.Contains) + other.TitleClaims.Count(asked.Claims.Contains);
        var score = (11.4f * asked.Near.To(other.Near)) + (6.1f * letters) + (3.3f * Cosine(asked.All, other.All))
            + (2.7f * problem) - (otherProblem ? 1 : 0) - (here > 0 != there > 0 ? 0.9f : 0)
            + Topics(other) + (0.5f * MathF.Log(1 + claims)) + (3.8f * MathF.Log(1 + asked.Codes.Count(other.Codes.Contains)));
        return new Common(score, problem, otherProblem, letters >= Copied);
    }

    /// <summary>
    /// From 0 to 1, to be held against <see cref="Same"/> and <see cref="MayHelp"/>. It takes one known problem and a lead before all
    /// others to be the same; words alone never do, for what only looks the same has them too.
    /// </summary>
    /// <param name="common">What the two have in common.</param>
    /// <param name="rival">The best score of all others.</param>
    public static float Likeness(Common common, float rival)
    {
        var lead = Math.Clamp(common.Score - MathF.Max(rival, Stranger), -MostLead, MostLead);
        var helps = 1 / (1 + MathF.Exp(3.64f - (0.198f * common.Score) - (0.663f * lead)));
        var same = (2.25f * common.Problem) + (0.43f * lead) - (common.OtherProblem ? 0.53f : 0) >= Sure;
        return same || common.SameText ? Same + ((1 - Same) * helps) : Same * helps;
    }

    private float Topics(Gist other) =>
        !asked.Topics.Any(other.Topics.Contains) ? 0
        : asked.Topics[0] == other.Topics[0] ? 1.4f
        : 0.9f;

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

        _length = _length < 0 ? Length(a) : _length;
        return product == 0 ? 0 : product / (_length * Length(b));
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
