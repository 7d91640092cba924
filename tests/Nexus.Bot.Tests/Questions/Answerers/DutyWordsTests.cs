using Nexus.Bot.Features.Questions.Answerers;

namespace Nexus.Bot.Tests.Questions.Answerers;

public sealed class DutyWordsTests
{
    [Theory]
    [InlineData("18:00-22:00", "every day 18:00–22:00")]
    [InlineData("weekdays 9-17", "weekdays 09:00–17:00")]
    [InlineData("weekdays 9-5", "weekdays 09:00–17:00")]
    [InlineData("evenings", "every day 18:00–22:00")]
    [InlineData("weekend mornings", "weekends 08:00–12:00")]
    [InlineData("Mon Wed Fri 6-10pm", "Mon, Wed, Fri 18:00–22:00")]
    [InlineData("10-2pm", "every day 10:00–14:00")]
    [InlineData("6pm to 10pm on Saturdays and Sundays", "weekends 18:00–22:00")]
    [InlineData("mon-thu, sat from 7:30 until 9", "Mon, Tue, Wed, Thu, Sat 07:30–09:00")]
    [InlineData("Fri - Mon 20:00–02:00", "Mon, Fri, Sat, Sun 20:00–02:00")]
    [InlineData("9 am - 12 pm", "every day 09:00–12:00")]
    [InlineData("10pm-2am", "every day 22:00–02:00")]
    [InlineData("0:00-24:00", "any time")]
    [InlineData("any time", "any time")]
    [InlineData("Sundays all day", "Sun, all day")]
    [InlineData("Tuesday", "Tue 08:00–21:00")]
    [InlineData("in the evening on weekdays", "weekdays 18:00–22:00")]
    public void Hours_are_read_as_people_say_them(string phrase, string understood)
    {
        var time = DutyWords.Read(phrase);

        Assert.NotNull(time);
        Assert.Equal(understood, DutyWords.Of(time.Value));
        Assert.Equal(time, DutyWords.Read(understood));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sometimes")]
    [InlineData("25-26")]
    [InlineData("9:70-10")]
    [InlineData("evenings 9-10")]
    [InlineData("mornings and evenings")]
    [InlineData("13pm-14pm")]
    [InlineData("weekdays except Monday")]
    public void What_is_no_hours_is_not_guessed(string phrase) => Assert.Null(DutyWords.Read(phrase));
}
