using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>A text as its letters in threes, which forgive spelling, word forms and words written together.</summary>
internal sealed class Threes
{
    private readonly Dictionary<int, int> _times = [];
    private readonly float _length;

    public Threes(ReadOnlySpan<char> text)
    {
        var normal = $" {SearchText.Normalise(text)} ";
        for (var i = 0; i + 3 <= normal.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_times, string.GetHashCode(normal.AsSpan(i, 3), StringComparison.Ordinal), out _)++;
        }

        _length = MathF.Sqrt(_times.Values.Sum(times => (float)times * times));
    }

    /// <summary>From 0, nothing in common, to 1, the same text.</summary>
    public float To(Threes other)
    {
        var (few, many) = _times.Count <= other._times.Count ? (_times, other._times) : (other._times, _times);
        var product = 0L;
        foreach (var (three, times) in few)
        {
            product += times * many.GetValueOrDefault(three);
        }

        return product == 0 ? 0 : MathF.Min(1, product / (_length * other._length));
    }
}
