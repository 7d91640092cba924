using System.Globalization;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>What mentors type for the rules of a formation.</summary>
internal static class FormationForm
{
    public const int LargestTeam = 12;
    public const int MostHours = 40;

    private static readonly (string Word, Criterion Criterion)[] s_criteria =
        [("hours", Criterion.Hours), ("interests", Criterion.Interests), ("balance", Criterion.Balance), ("wishes", Criterion.Wishes), ("new faces", Criterion.Novelty)];

    public static string Word(Criterion criterion) => s_criteria.First(one => one.Criterion == criterion).Word;

    public static string Word(string criterion) => Word(Enum.Parse<Criterion>(criterion));

    /// <summary>"4" or "3-5"; null for anything else, and for what no team can be.</summary>
    public static (int Least, int Most)? Size(string text) => Range(text) is { } size && size.Least >= 2 && size.Most <= LargestTeam ? size : null;

    /// <summary>"2", "1-2", "1+", "any"; null for anything else.</summary>
    public static (int Least, int Most)? Part(string text)
    {
        var typed = text.Trim();
        return typed.Length == 0 || typed.Equals("any", StringComparison.OrdinalIgnoreCase) ? (0, Quota.NoLimit)
            : typed.EndsWith('+') ? Range(typed[..^1]) is { } least ? (least.Least, Quota.NoLimit) : null
            : Range(typed);
    }

    public static string Part(int least, int most) => (least, most) switch
    {
        (0, Quota.NoLimit) => "any",
        (_, Quota.NoLimit) => string.Create(CultureInfo.InvariantCulture, $"{least}+"),
        _ => Text(least, most),
    };

    public static string Text(int least, int most) => least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least}-{most}");

    public static double? Hours(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is >= 0 and <= MostHours ? Math.Round(hours * 2) / 2 : null;

    /// <summary>Names of criteria, most important first; those that are left out count nothing. Null when a word is none of them, or none is there.</summary>
    public static IReadOnlyList<Criterion>? Order(string text)
    {
        var words = text.Split([',', '>', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var order = words.Select(word => s_criteria.Where(one => one.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(one => (Criterion?)one.Criterion).FirstOrDefault()).ToList();
        return order.Count > 0 && order.TrueForAll(one => one is not null) && order.Distinct().Count() == order.Count ? [.. order.Select(one => one!.Value)] : null;
    }

    private static (int Least, int Most)? Range(string text)
    {
        var parts = text.Split(['-', '–'], StringSplitOptions.TrimEntries);
        return parts.Length is 1 or 2 && Number(parts[0]) is { } least && Number(parts[^1]) is { } most && least <= most ? (least, most) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 98 ? number : null;
}
