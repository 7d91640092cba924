using System.Globalization;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Teams.Forming;

public sealed class FormationFormTests
{
    [Theory]
    [InlineData("4", "4")]
    [InlineData(" 3 - 5 ", "3-5")]
    [InlineData("3–5", "3-5")]
    [InlineData("2-12", "2-12")]
    [InlineData("5-3", null)]
    [InlineData("1", null)]
    [InlineData("13", null)]
    [InlineData("3-", null)]
    [InlineData("3-4-5", null)]
    [InlineData("four", null)]
    [InlineData("-4", null)]
    [InlineData("4.5", null)]
    [InlineData("", null)]
    public void A_size_is_a_number_or_a_range(string typed, string? read) =>
        Assert.Equal(read, FormationForm.Size(typed) is { } size ? FormationForm.Text(size.Least, size.Most) : null);

    [Theory]
    [InlineData("", "any")]
    [InlineData("Any", "any")]
    [InlineData("2", "2")]
    [InlineData("1-2", "1-2")]
    [InlineData("1+", "1+")]
    [InlineData("0", "0")]
    [InlineData("some", null)]
    [InlineData("2-1", null)]
    [InlineData("+", null)]
    [InlineData("1-2+3", null)]
    public void A_part_of_a_team_is_a_number_a_range_a_least_or_any(string typed, string? read) =>
        Assert.Equal(read, FormationForm.Part(typed) is { } part ? FormationForm.Part(part.Least, part.Most) : null);

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("2,5", 2.5)]
    [InlineData(" 3.2 ", 3.0)]
    [InlineData("40", 40.0)]
    [InlineData("41", null)]
    [InlineData("-1", null)]
    [InlineData("NaN", null)]
    [InlineData("1e3", null)]
    [InlineData("a few", null)]
    public void Hours_are_halves_of_an_hour_up_to_forty(string typed, double? read) => Assert.Equal(read, FormationForm.Hours(typed));

    [Theory]
    [InlineData("hours", "hours")]
    [InlineData("New faces > HOURS,wishes", "new faces, hours, wishes")]
    [InlineData("hours, hours", null)]
    [InlineData("hours, luck", null)]
    [InlineData(" , ", null)]
    public void What_counts_is_named_in_order_each_once(string typed, string? read) =>
        Assert.Equal(read, FormationForm.Order(typed) is { } order ? string.Join(", ", order.Select(FormationForm.Word)) : null);

    [Fact]
    public void Whatever_is_typed_is_read_within_the_limits_or_not_at_all_and_what_is_written_is_read_again()
    {
        var random = new Random(20261124);
        const string Letters = "0123456789-–+,. >anyhoursbalce\n\u0660٣🎉";
        for (var i = 0; i < 20_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (FormationForm.Size(typed) is { } size)
            {
                Assert.InRange(size.Least, 2, size.Most);
                Assert.InRange(size.Most, 2, FormationForm.LargestTeam);
                Assert.Equal(size, FormationForm.Size(FormationForm.Text(size.Least, size.Most)));
            }

            if (FormationForm.Part(typed) is { } part)
            {
                Assert.InRange(part.Least, 0, part.Most);
                Assert.InRange(part.Most, 0, Quota.NoLimit);
                Assert.Equal(part, FormationForm.Part(FormationForm.Part(part.Least, part.Most)));
            }

            if (FormationForm.Hours(typed) is { } hours)
            {
                Assert.InRange(hours, 0, FormationForm.MostHours);
                Assert.Equal(hours, FormationForm.Hours(hours.ToString(CultureInfo.InvariantCulture)));
            }

            if (FormationForm.Order(typed) is { } order)
            {
                Assert.Equal(order, FormationForm.Order(string.Join(", ", order.Select(FormationForm.Word))));
            }
        }
    }
}
