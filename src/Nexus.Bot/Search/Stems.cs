using Lucene.Net.Tartarus.Snowball.Ext;

namespace Nexus.Bot.Search;

/// <summary>English stems by Snowball's stemmer ("caching" and "cached" are one). Words with digits, signs or letters beyond a–z stay as they are.</summary>
internal static class Stems
{
    // A stemmer keeps the word it works on.
    [ThreadStatic]
    private static EnglishStemmer? own;

    public static string Of(string word)
    {
        if (word.Length is < 3 or > 64 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        var stemmer = own ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
