using System.Numerics;

namespace Nexus.Bot.Search;

/// <summary>
/// Which letters a word has, and which twice, as bits: a cheap no before two words are compared, for a slip changes at
/// most two of the bits.
/// </summary>
internal static class Letters
{
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        foreach (var c in word)
        {
            // Digits, signs and other scripts share what 26 letters leave.
            var bit = 1UL << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
            letters |= (letters & bit) == 0 ? bit : bit << 32;
        }

        return letters;
    }

    /// <summary>Whether two words may be that near to each other.</summary>
    public static bool MayBeWithin(ulong a, ulong b, int slips) => BitOperations.PopCount(a ^ b) <= 2 * slips;
}
