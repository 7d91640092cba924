using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace Nexus.Bot.Matching;

/// <summary>
/// Which half hours of one week are free, from Monday 00:00 UTC. Half hours, because India's clocks differ by one from their neighbours';
/// where a zone is off by a quarter, a half hour counts only if all of it is free.
/// </summary>
internal readonly struct WeekGrid : IEquatable<WeekGrid>
{
    public const int Slots = 2 * LocalWeek.Hours;
    public const int Words = 6;

    private readonly Parts _parts;

    private WeekGrid(Parts parts) => _parts = parts;

    /// <summary>All the week.</summary>
    public static WeekGrid Full { get; } = Of(Enumerable.Range(0, Slots));

    public ReadOnlySpan<ulong> Bits => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Parts, ulong>(ref Unsafe.AsRef(in _parts)), Words);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Bits)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public double Hours => Count / 2.0;

    public bool this[int slot] => (_parts[slot >> 6] >> (slot & 63) & 1) != 0;

    public static WeekGrid Of(IEnumerable<int> slots)
    {
        Parts parts = default;
        foreach (var slot in slots)
        {
            parts[slot >> 6] |= 1UL << (slot & 63);
        }

        return new(parts);
    }

    /// <summary>The free hours of a week by UTC: the clocks of the zone may change within it, and differ from last week's.</summary>
    public static WeekGrid Of(LocalWeek week, DateTimeZone zone, LocalDate monday)
    {
        var start = monday.AtMidnight().InUtc().ToInstant();
        return Of(Enumerable.Range(0, Slots).Where(slot => IsFree(2 * slot) && IsFree((2 * slot) + 1)));

        bool IsFree(int quarter)
        {
            var local = start.Plus(Duration.FromMinutes(15 * quarter)).InZone(zone).LocalDateTime;
            return week[(((int)local.DayOfWeek - 1) * 24) + local.Hour];
        }
    }

    public static WeekGrid operator &(WeekGrid one, WeekGrid other)
    {
        Parts parts = default;
        for (var word = 0; word < Words; word++)
        {
            parts[word] = one._parts[word] & other._parts[word];
        }

        return new(parts);
    }

    /// <summary>The free times of that week, each as long as it lasts.</summary>
    public IEnumerable<Interval> Windows(LocalDate monday)
    {
        var start = monday.AtMidnight().InUtc().ToInstant();
        for (var slot = 0; slot < Slots; slot++)
        {
            var from = slot;
            while (slot < Slots && this[slot])
            {
                slot++;
            }

            if (slot > from)
            {
                yield return new Interval(start + Duration.FromMinutes(30 * from), start + Duration.FromMinutes(30 * slot));
            }
        }
    }

    public bool Equals(WeekGrid other) => Bits.SequenceEqual(other.Bits);

    public override bool Equals(object? other) => other is WeekGrid grid && Equals(grid);

    public override int GetHashCode() => HashCode.Combine(_parts[0], _parts[1], _parts[2], _parts[3], _parts[4], _parts[5]);

    [InlineArray(Words)]
    private struct Parts
    {
        private ulong _first;
    }
}
