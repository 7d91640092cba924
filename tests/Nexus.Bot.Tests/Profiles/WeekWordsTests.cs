using CsCheck;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Profiles;

/// <summary>Hours of a week as people type and read them.</summary>
public sealed class WeekWordsTests
{
    private static readonly string[] Some =
    [
        "mon", "tuesday", "Fri", "sun", "weekdays", "weekend", "every day", "daily", "evenings", "mornings", "afternoon", "night", "all day", "any time", "no time", "-", "–", "to", "until", ",", ";", "\n", "and",
        "18", "21", "6pm", "6 pm", "10am", "0", "24", "25", "8:30", "18h", "12.45", "08", "99", "1000", "@", "🎉", "\0", "٣", "from", "office hours", "24/7", ".", "/", "(", "1st", "h", "am",
    ];

    private static readonly Gen<string> Phrases = Gen.OneOf(
        Gen.Int[0, Some.Length - 1].Array[0, 14].Select(chosen => string.Join(' ', chosen.Select(at => Some[at]))),
        Gen.Int[0, Some.Length - 1].Array[0, 40].Select(chosen => string.Concat(chosen.Select(at => Some[at]))),
        Gen.String[0, 1200]);

    // Hours at random, and blocks as people have them.
    private static readonly Gen<LocalWeek> Weeks = Gen.OneOf(
        Gen.Bool.Array[LocalWeek.Hours].Select(Free),
        Gen.Int[0, 99].Array[LocalWeek.Hours].Select(free => Free([.. free.Select(hour => hour < 5)])),
        Gen.Select(Gen.Int[0, 127], Gen.Int[0, 23], Gen.Int[1, 24]).Array[0, 5].Select(blocks =>
            blocks.Aggregate(WeekHours.None, (week, block) => WeekHours.Union(week, WeekHours.Of(block.Item1, block.Item2, Math.Max(block.Item2, block.Item3))))));

    [Theory]
    [InlineData("Mon-Fri 18-21, Sat 10-14", "weekdays 18–21, Sat 10–14")]
    [InlineData("weekday evenings, Sat 10–14", "weekday evenings, Sat 10–14")]
    [InlineData("Mon, Wed 18-21", "Mon, Wed 18–21")]
    [InlineData("Mon and Wed 6-9pm", "Mon, Wed 18–21")]
    [InlineData("mon/wed/fri 18.00 - 21.00", "Mon, Wed, Fri 18–21")]
    [InlineData("Monday to Thursday from 6 pm until 9 pm", "Mon–Thu 18–21")]
    [InlineData("Mon 8-10, 18-20", "Mon 08–10, Mon 18–20")]
    [InlineData("Mon 8-10 and 18-20; Tue 9-10", "Mon 08–10, Mon 18–20, Tue 09–10")]
    [InlineData("Sat 10-14 Sun 12-16", "Sat 10–14, Sun 12–16")]
    [InlineData("evenings on Mon, 10-12 on Sat", "Mon evenings, Sat 10–12")]
    [InlineData("evenings on Mon 10-12 on Sat", "Mon evenings, Sat 10–12")]
    [InlineData("18-21", "every day 18–21")]
    [InlineData("evenings", "evenings every day")]
    [InlineData("every evening", "evenings every day")]
    [InlineData("weekends", "weekends 09–21")]
    [InlineData("weekday evenings, weekends", "weekday evenings, weekends 09–21")]
    [InlineData("Sun", "Sun 09–21")]
    [InlineData("Sat-Mon mornings", "Mon, Sat, Sun mornings")]
    [InlineData("9-5 weekdays", "weekdays 09–17")]
    [InlineData("weekdays 9am-12", "weekdays 09–12")]
    [InlineData("Mon 10am-2pm", "Mon 10–14")]
    [InlineData("Mon 10-2pm", "Mon 10–14")]
    [InlineData("Mon 12am-1am", "Mon 00–01")]
    [InlineData("Mon 08-05", "Mon 08–24, Tue 00–05")]
    [InlineData("Fri 22-02", "Fri 22–24, Sat 00–02")]
    [InlineData("Sun 23-1", "Mon 00–01, Sun 23–24")]
    [InlineData("Mon 18:30-21:45", "Mon 19–21")]
    [InlineData("Mon 18-0, Tue 20-24", "Mon 18–24, Tue 20–24")]
    [InlineData("SATURDAYS ALL DAY", "Sat all day")]
    [InlineData("24/7", "any time")]
    [InlineData("any time", "any time")]
    [InlineData("no time", "no time")]
    [InlineData("mornings and evenings", "mornings every day, evenings every day")]
    public void Hours_are_understood_as_people_say_them(string typed, string words)
    {
        var read = WeekReader.Read(typed);

        Assert.Equal("", read.Unclear);
        Assert.Equal(words, WeekWords.Of(read.Week!.Value));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(", ;", "")]
    [InlineData("whenever", "whenever")]
    [InlineData("Mon 18", "18")]
    [InlineData("Mon 18-", "18")]
    [InlineData("Mon - 18", "-")]
    [InlineData("Mon 25-26", "25")]
    [InlineData("Mon 13pm-14pm", "13pm")]
    [InlineData("Mon 18:10-18:50", "18:10")]
    [InlineData("Mon 18-21 or so", "or")]
    [InlineData("Mon 18-21, no time", "none")]
    [InlineData("1000-1200", "1")]
    public void What_is_not_understood_is_named_and_nothing_is_guessed(string typed, string unclear)
    {
        var read = WeekReader.Read(typed);

        Assert.Null(read.Week);
        Assert.Equal(unclear, read.Unclear);
    }

    [Fact]
    public void The_words_of_any_hours_are_read_back_as_these_hours() => Weeks.Sample(
        week =>
        {
            var words = WeekWords.Of(week);
            Assert.InRange(words.Length, 1, WeekReader.MostCharacters);
            Assert.Equal(week, WeekReader.Read(words).Week);
            Assert.Equal(week, WeekHours.OfText(WeekHours.ToText(week)));
        },
        iter: 3000);

    [Fact]
    public void The_longest_words_there_can_be_are_read_back_too()
    {
        var everyOther = LocalWeek.Of(Enumerable.Range(0, 84).Select(hour => (2 * hour) + (hour / 12 % 2)));
        var ragged = LocalWeek.Of(Enumerable.Range(0, LocalWeek.Hours).Where(hour => hour * 7 % 5 < 3 && hour % 11 > 1));

        Assert.All([everyOther, ragged], week => Assert.Equal(week, WeekReader.Read(WeekWords.Of(week)).Week));
    }

    [Fact]
    public void No_phrase_throws_and_what_is_understood_is_understood_again() => Phrases.Sample(
        phrase =>
        {
            var read = WeekReader.Read(phrase);
            if (read.Week is { } week)
            {
                Assert.Equal("", read.Unclear);
                Assert.Equal(week, WeekReader.Read(WeekWords.Of(week)).Week);
            }
        },
        iter: 5000);

    private static LocalWeek Free(bool[] free) => LocalWeek.Of(Enumerable.Range(0, LocalWeek.Hours).Where(hour => free[hour]));
}
