using System.Globalization;
using System.Text.RegularExpressions;

namespace Nexus.Bot.Features.Shared;

internal enum WeekWordKind
{
    /// <summary>A day; its number, from Monday's 0, in <see cref="WeekWord.From"/>.</summary>
    Day,

    /// <summary>"weekdays".</summary>
    Days,

    /// <summary>"evenings".</summary>
    Part,

    /// <summary>"18", "6:30pm".</summary>
    Clock,

    /// <summary>A dash, or "to".</summary>
    To,

    Break,

    Filler,

    /// <summary>"no time".</summary>
    Nothing,

    Unknown,
}

/// <summary>One word of hours that are typed.</summary>
internal sealed partial record WeekWord(WeekWordKind Kind, string Text, int From = 0, int Until = 0, int Days = 0, WeekClock Clock = default)
{
    private static readonly Dictionary<string, WeekWord> Known = Vocabulary();

    // Several words that mean one thing; the longer ones first.
    private static readonly (string Said, string Meant)[] Phrases =
    [
        ("every day", "everyday"), ("each day", "everyday"), ("all days", "everyday"), ("all day", "allday"), ("whole day", "allday"), ("all the time", "anytime"), ("any time", "anytime"),
        ("24/7", "anytime"), ("office hours", "daytime"), ("working hours", "daytime"), ("business hours", "daytime"), ("working days", "weekdays"), ("work days", "weekdays"), ("no time", "none"),
    ];

    public static IReadOnlyList<WeekWord> Split(string text)
    {
        var plain = Spaces().Replace(text.Trim().ToLowerInvariant(), match => match.Value.Contains('\n') ? "\n" : " ");
        plain = Phrases.Aggregate(plain, (said, phrase) => said.Replace(phrase.Said, phrase.Meant, StringComparison.Ordinal));
        return [.. Words().Matches(plain).Select(match => Of(match.Value, match))];
    }

    private static WeekWord Of(string text, Match match) =>
        match.Groups["hour"].Success ? WeekClock.Of(match) is { } clock ? new WeekWord(WeekWordKind.Clock, text, Clock: clock) : new WeekWord(WeekWordKind.Unknown, text)
        : Known.GetValueOrDefault(text) ?? new WeekWord(WeekWordKind.Unknown, text);

    private static Dictionary<string, WeekWord> Vocabulary()
    {
        (WeekWord Word, string Spellings)[] all =
        [
            (Day(0), "mon monday mondays"), (Day(1), "tue tues tuesday tuesdays"), (Day(2), "wed weds wednesday wednesdays"), (Day(3), "thu thur thurs thursday thursdays"),
            (Day(4), "fri friday fridays"), (Day(5), "sat saturday saturdays"), (Day(6), "sun sunday sundays"),
            (Set(WeekHours.Weekdays), "weekday weekdays workday workdays"), (Set(WeekHours.Weekend), "weekend weekends"), (Set(WeekHours.EveryDay), "everyday daily"),
            .. WeekWords.Parts.Select(part => (Part(part.From, part.Until), $"{part.Name} {part.Name[..^1]}")),
            (Part(22, 24), "night nights"), (Part(9, 17), "daytime"), (Part(0, 24), "allday anytime always"),
            (new(WeekWordKind.To, "-"), "- – — to until till"), (new(WeekWordKind.Break, ","), ", ; \n"), (new(WeekWordKind.Nothing, "none"), "none never"),
            (new(WeekWordKind.Filler, ""), "from between and on in the at only each every also & + / ( ) ."),
        ];
        return all.SelectMany(one => Spelled(one.Spellings).Select(spelling => (spelling, Word: one.Word with { Text = spelling }))).ToDictionary(one => one.spelling, one => one.Word, StringComparer.Ordinal);

        static IEnumerable<string> Spelled(string spellings) => spellings.Split(' ');
        static WeekWord Day(int day) => new(WeekWordKind.Day, "", From: day);
        static WeekWord Set(int days) => new(WeekWordKind.Days, "", Days: days);
        static WeekWord Part(int from, int until) => new(WeekWordKind.Part, "", from, until);
    }

    [GeneratedRegex(@"(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2})(?![0-9])|h(?![0-9a-z]))?(?: ?(?<half>am|pm)(?![a-z]))?(?![0-9])|\p{L}+|\n|[^\s]")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A time of day as it was typed.</summary>
/// <param name="Minute">Of the day.</param>
/// <param name="Half">Whether am or pm stood behind it.</param>
/// <param name="HasZero">"08" is in the morning; "8" may be in the evening.</param>
internal readonly record struct WeekClock(int Minute, char? Half, bool HasZero)
{
    private const int Hour = 60;
    private const int Noon = 12 * Hour;
    private const int Day = 24 * Hour;

    public static WeekClock? Of(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } said ? int.Parse(said.Value, CultureInfo.InvariantCulture) : 0;
        char? half = match.Groups["half"] is { Success: true } letters ? letters.Value[0] : null;
        return hour > 24 || minute > 59 || (hour == 24 && minute > 0) || (half is not null && hour is 0 or > 12) ? null
            : new WeekClock(half is { } which ? (hour % 12 * Hour) + minute + (which == 'p' ? Noon : 0) : (hour * Hour) + minute, half, match.Groups["hour"].Value[0] == '0');
    }

    /// <summary>The whole hours between two times, beyond 24 when they end on the next day; null when there are none.</summary>
    public static (int From, int Until)? Hours(WeekClock first, WeekClock last)
    {
        var (from, until) = (first.Minute, last.Minute == 0 ? Day : last.Minute);
        if (first.Half is null && last.Half == 'p' && from < Noon && from + Noon < until)
        {
            from += Noon; // "6-10pm"
        }
        else if (last.Half is null && !last.HasZero && until <= from && from <= Noon && until <= Noon)
        {
            until += Noon; // "9-5"
        }

        until += until <= from ? Day : 0;
        (from, until) = ((from + Hour - 1) / Hour, until / Hour);
        return from < until && until - from <= 24 ? (from, until) : null;
    }
}
