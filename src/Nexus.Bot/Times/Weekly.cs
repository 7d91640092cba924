using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Sets of weekdays, from Monday on.</summary>
internal static class Weekly
{
    public static readonly IReadOnlyList<IsoDayOfWeek> WorkingDays = Range(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);

    public static readonly IReadOnlyList<IsoDayOfWeek> Weekend = Range(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);

    /// <summary>From one weekday to another, over the weekend if need be.</summary>
    public static IReadOnlyList<IsoDayOfWeek> Range(IsoDayOfWeek first, IsoDayOfWeek last) =>
        [.. Enumerable.Range(0, (((last - first) + 7) % 7) + 1).Select(on => (IsoDayOfWeek)((((int)first + on - 1) % 7) + 1)).Order()];

    public static IReadOnlyList<IsoDayOfWeek> Union(IEnumerable<IReadOnlyList<IsoDayOfWeek>> sets) => [.. sets.SelectMany(set => set).Distinct().Order()];
}
