namespace Nexus.Bot.Search;

/// <summary>What speaks for the best document and against it: the ground on which a question is answered or refused.</summary>
internal struct Evidence
{
    /// <summary>The share of the question's weight that the document has.</summary>
    public float Coverage;

    /// <summary>How strongly the document has it, by weight of the question.</summary>
    public float Strength;

    /// <summary>The weight of the document's names and keywords that stand in the question as a whole.</summary>
    public float Phrases;

    /// <summary>Words of the question that stand in names of any document, else in keywords, else in texts only.</summary>
    public int InNames, InKeywords, InTexts;

    /// <summary>Words the index does not have: everyday ones and others.</summary>
    public int Everyday, Unknown;

    /// <summary>Words about technologies that are not the hub's, and about life.</summary>
    public int OtherTechnologies, Life;

    /// <summary>All words that say something.</summary>
    public int Words;

    /// <summary>
    /// Above 0 it is an answer: a logistic fitted to one half of the labelled questions and to made up ones that the hub
    /// cannot answer. Counts go in as logarithms, so that a long story is not judged by its length.
    /// </summary>
    public readonly float Sureness => Words == 0
        ? Phrases - LeastPhrase
        : -7.10f + (2.7f * Coverage) + (3f * Log(Strength)) + (0.55f * Log(Phrases)) +
            (1.55f * Log(InNames)) + (0.4f * Log(InKeywords)) + (0.5f * Log(InTexts)) + (2.2f * Log(Words)) -
            (2f * Log(Everyday)) - (0.2f * Log(Unknown)) - (1.45f * Log(OtherTechnologies)) - (0.75f * Log(Life));

    // "one to one": nothing but stop words, and yet a name.
    private const float LeastPhrase = 1;

    private static float Log(float count) => MathF.Log(1 + count);
}
