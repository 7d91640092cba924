using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Hours as people say them: "weekdays 9-17", "evenings", "Mon Wed 6-10pm". What is written can be read back.</summary>
internal static partial class DutyWords
{
    public const int MostCharacters = 80;

    private const int Hour = 60;
    private const int Noon = 12 * Hour;
    private const int Day = 24 * Hour;

    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly (Regex Words, int From, int Until)[] Parts =
    [
        (Mornings(), 8 * Hour, 12 * Hour),
        (Afternoons(), 12 * Hour, 18 * Hour),
        (Evenings(), 18 * Hour, 22 * Hour),
        (Nights(), 20 * Hour, 0),
        (Office(), 9 * Hour, 17 * Hour),
        (AllDay(), 0, 0),
    ];

    private static readonly (Regex Words, int Days)[] Sets = [(Workdays(), DutyTime.Weekdays), (Weekends(), DutyTime.Weekend), (EveryDay(), DutyTime.EveryDay)];

    /// <summary>Of who says nothing: when most people are awake.</summary>
    public static DutyTime Usual { get; } = new(8 * Hour, 21 * Hour, DutyTime.EveryDay);

    /// <summary>"weekdays 09:00–17:00".</summary>
    public static string Of(DutyTime time) => (time.Days, time.From == time.Until) switch
    {
        (DutyTime.EveryDay, true) => "any time",
        (var days, true) => $"{DaysOf(days)}, all day",
        (var days, false) => $"{DaysOf(days)} {Clock(time.From)}–{Clock(time.Until)}",
    };

    /// <summary>Null when the words say something else, or more.</summary>
    public static DutyTime? Read(string phrase)
    {
        if (phrase.Length > MostCharacters)
        {
            return null;
        }

        var rest = To().Replace(phrase.ToLowerInvariant(), "-");
        var (days, from, until) = (0, -1, -1);
        foreach (var (words, part, end) in Parts)
        {
            if (Takes(words, ref rest) is not null)
            {
                if (from >= 0)
                {
                    return null;
                }

                (from, until) = (part, end);
            }
        }

        foreach (var (words, set) in Sets)
        {
            days |= Takes(words, ref rest) is null ? 0 : set;
        }

        while (Takes(DayRange(), ref rest) is { } range)
        {
            days |= DaysBetween(DayOf(range.Groups["from"].Value), range.Groups["until"] is { Success: true } last ? DayOf(last.Value) : null);
        }

        if (Takes(Hours(), ref rest) is { } hours)
        {
            if (from >= 0 || Range(hours) is not { } range)
            {
                return null;
            }

            (from, until) = range;
        }

        var isAll = Filler().Replace(rest, "").Length == 0;
        return !isAll || (from < 0 && days == 0) ? null
            : new DutyTime(from < 0 ? Usual.From : from, from < 0 ? Usual.Until : until, days == 0 ? DutyTime.EveryDay : days);
    }

    private static Match? Takes(Regex words, ref string rest)
    {
        if (words.Match(rest) is not { Success: true } match)
        {
            return null;
        }

        rest = rest.Remove(match.Index, match.Length).Insert(match.Index, " ");
        return match;
    }

    private static (int From, int Until)? Range(Match hours)
    {
        var (from, fromHalf) = (Minute(hours, "h1", "m1"), hours.Groups["half1"].Value);
        var (until, untilHalf) = (Minute(hours, "h2", "m2"), hours.Groups["half2"].Value);
        if (from is not { } start || until is not { } end || (fromHalf.Length > 0 && start > Noon + 59) || (untilHalf.Length > 0 && end > Noon + 59))
        {
            return null;
        }

        if (untilHalf.Length > 0)
        {
            end = Half(end, untilHalf);

            // "6-10pm" is in the evening, "10-2pm" begins in the morning.
            start = fromHalf.Length > 0 ? Half(start, fromHalf) : start < Noon && untilHalf[0] == 'p' && start + Noon < end ? start + Noon : start;
        }
        else if (fromHalf.Length > 0)
        {
            start = Half(start, fromHalf);
            end = end <= start && end < Noon ? end + Noon : end;
        }
        else if (start is <= Noon and > 0 && end <= start && end > 0)
        {
            end += Noon; // "9-5"
        }

        return (start % Day, end % Day);
    }

    private static int Half(int minute, string half) => (minute % Noon) + (half[0] == 'p' ? Noon : 0);

    private static int? Minute(Match match, string hour, string minute)
    {
        var h = int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture);
        var m = match.Groups[minute] is { Success: true } said ? int.Parse(said.Value, CultureInfo.InvariantCulture) : 0;
        return h > 24 || m > 59 || (h == 24 && m > 0) ? null : (h * Hour) + m;
    }

    private static IsoDayOfWeek DayOf(string name) => (IsoDayOfWeek)(Array.FindIndex(Names, day => name.StartsWith(day, StringComparison.OrdinalIgnoreCase)) + 1);

    private static int DaysBetween(IsoDayOfWeek first, IsoDayOfWeek? last) =>
        Times.Weekly.Range(first, last ?? first).Aggregate(0, (days, day) => days | (1 << ((int)day - 1)));

    private static string DaysOf(int days) => days switch
    {
        DutyTime.EveryDay => "every day",
        DutyTime.Weekdays => "weekdays",
        DutyTime.Weekend => "weekends",
        _ => string.Join(", ", Names.Where((_, day) => (days & (1 << day)) != 0)),
    };

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / Hour:00}:{minute % Hour:00}");

    [GeneratedRegex(@"\s*(?:–|—|\b(?:to|until|till)\b)\s*")]
    private static partial Regex To();

    [GeneratedRegex(@"\bmornings?\b")]
    private static partial Regex Mornings();

    [GeneratedRegex(@"\bafternoons?\b")]
    private static partial Regex Afternoons();

    [GeneratedRegex(@"\bevenings?\b")]
    private static partial Regex Evenings();

    [GeneratedRegex(@"\bnights?\b")]
    private static partial Regex Nights();

    [GeneratedRegex(@"\b(?:daytime|(?:office|business|working) hours)\b")]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:any ?time|always|all day|24/7)")]
    private static partial Regex AllDay();

    [GeneratedRegex(@"\b(?:weekdays?|work(?:ing )?days?)\b")]
    private static partial Regex Workdays();

    [GeneratedRegex(@"\bweekends?\b")]
    private static partial Regex Weekends();

    [GeneratedRegex(@"\b(?:every ?day|daily|all days)\b")]
    private static partial Regex EveryDay();

    [GeneratedRegex(@"\b(?<from>mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|sday|sdays|nesday|nesdays|r|rs|rsday|rsdays|urday|urdays)?(?:\s*-\s*(?<until>mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|sday|sdays|nesday|nesdays|r|rs|rsday|rsdays|urday|urdays)?)?\b")]
    private static partial Regex DayRange();

    [GeneratedRegex(@"\b(?<h1>\d{1,2})(?:[:.h](?<m1>\d{2}))?\s*(?<half1>am|pm)?\s*-\s*(?<h2>\d{1,2})(?:[:.h](?<m2>\d{2}))?\s*(?<half2>am|pm)?\b")]
    private static partial Regex Hours();

    [GeneratedRegex(@"[\s,;&]|\b(?:from|between|and|on|in|the|at|only)\b")]
    private static partial Regex Filler();
}
