using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Shared;

/// <param name="Week">Null when something was not understood: nothing is guessed.</param>
/// <param name="Unclear">The word that was not understood; empty when there was none.</param>
internal readonly record struct WeekReading(LocalWeek? Week, string Unclear);

/// <summary>
/// Hours of a week as people type them: "Mon-Fri 18-21, Sat 10am-2pm", "weekday evenings", "18-21 every day". Days without hours wait for
/// the ones that follow ("Mon, Wed 18-21"); at the end, and after weekdays or weekends, they mean the day. Only whole hours count.
/// </summary>
internal sealed class WeekReader
{
    /// <summary>The longest words of any week have fewer.</summary>
    public const int MostCharacters = 1000;

    private const int DayFrom = 9;
    private const int DayUntil = 21;

    private readonly List<(int From, int Until)> _hours = [];
    private LocalWeek _week;
    private int _days;
    private int _waiting;
    private int _before;
    private bool _isSet;
    private bool _isTyped;
    private bool _hoursFirst;

    private WeekReader()
    {
    }

    public static WeekReading Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            return new WeekReading(null, text[..20]);
        }

        var words = WeekWord.Split(text);
        return words is [{ Kind: WeekWordKind.Nothing }] ? new WeekReading(WeekHours.None, "") : new WeekReader().Read(words);
    }

    private WeekReading Read(IReadOnlyList<WeekWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            var to = at + 2 < words.Count && words[at + 1].Kind == WeekWordKind.To && words[at + 2].Kind == word.Kind ? words[at + 2] : null;
            switch (word.Kind)
            {
                case WeekWordKind.Break:
                    Close();
                    continue;
                case WeekWordKind.Filler:
                    continue;
                case WeekWordKind.Days:
                    AddDays(word.Days, isSet: true);
                    continue;
                case WeekWordKind.Day:
                    AddDays(to is null ? 1 << word.From : Between(word.From, to.From), isSet: false);
                    break;
                case WeekWordKind.Part:
                    AddHours(word.From, word.Until, isTyped: false);
                    continue;
                case WeekWordKind.Clock when to is not null && WeekClock.Hours(word.Clock, to.Clock) is var (from, until):
                    AddHours(from, until, isTyped: true);
                    break;
                default:
                    return new WeekReading(null, word.Text);
            }

            at += to is null ? 0 : 2;
        }

        Close();
        Take(_waiting, DayFrom, DayUntil);
        return _before == 0 && _waiting == 0 ? new WeekReading(null, "") : new WeekReading(_week, "");
    }

    private static int Between(int first, int last) =>
        Enumerable.Range(0, ((last - first + 7) % 7) + 1).Aggregate(0, (days, day) => days | (1 << ((first + day) % 7)));

    private void AddDays(int days, bool isSet)
    {
        if (_hours.Count > 0 && _days != 0 && !_hoursFirst)
        {
            Close(); // "Sat 10-14 Sun 12-16"
        }

        _hoursFirst |= _hours.Count > 0 && _days == 0;
        _days |= days;
        _isSet |= isSet;
    }

    private void AddHours(int from, int until, bool isTyped)
    {
        if (_hours.Count > 0 && _days != 0 && _hoursFirst)
        {
            Close(); // "evenings on Mon 10-12 on Sat"
        }

        _hours.Add((from, until));
        _isTyped |= isTyped;
    }

    private void Close()
    {
        if (_hours.Count == 0)
        {
            if (_isSet)
            {
                Take(_days, DayFrom, DayUntil);
            }
            else
            {
                _waiting |= _days;
            }
        }
        else
        {
            var days = _waiting | _days;

            // "Mon 8-10, 18-20": still on Monday.
            days = days != 0 ? days : _isTyped && _before != 0 ? _before : WeekHours.EveryDay;
            foreach (var (from, until) in _hours)
            {
                Take(days, from, until);
            }

            _waiting = 0;
        }

        _hours.Clear();
        (_days, _isSet, _isTyped, _hoursFirst) = (0, false, false, false);
    }

    private void Take(int days, int from, int until)
    {
        if (days != 0)
        {
            _week = WeekHours.Union(_week, WeekHours.Of(days, from, until));
            _before = days;
        }
    }
}
