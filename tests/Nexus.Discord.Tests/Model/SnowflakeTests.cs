using System.Text.Json;
using CsCheck;

namespace Nexus.Discord.Tests.Model;

public sealed class SnowflakeTests
{
    [Fact]
    public void The_instant_in_an_id_is_Discords_own_example() =>
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), new Snowflake(175928847299117063).CreatedAt);

    [Fact]
    public void The_first_id_of_an_instant_is_not_later_than_any_id_made_then()
    {
        var id = new Snowflake(175928847299117063);

        Assert.Equal(id.CreatedAt, Snowflake.At(id.CreatedAt).CreatedAt);
        Assert.True(Snowflake.At(id.CreatedAt) <= id);
        Assert.True(Snowflake.At(id.CreatedAt.AddMilliseconds(1)) > id);
    }

    [Fact]
    public void Before_Discord_there_were_no_ids() => Assert.Equal(new Snowflake(0), Snowflake.At(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Ids_are_ordered_as_numbers_not_as_text() => Assert.True(new Snowflake(9) < new Snowflake(10));

    [Fact]
    public void Every_id_survives_JSON_as_text_and_is_read_from_a_number_too() =>
        Gen.ULong.Sample(value =>
        {
            var id = new Snowflake(value);
            var json = JsonSerializer.Serialize(id);
            Assert.Equal($"\"{value}\"", json);
            Assert.Equal(id, JsonSerializer.Deserialize<Snowflake>(json));
            Assert.Equal(id, JsonSerializer.Deserialize<Snowflake>(json.Trim('"')));
            Assert.Equal(id, JsonSerializer.Deserialize<Dictionary<Snowflake, int>>($"{{{json}:1}}")!.Keys.Single());
        });

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"-1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"18446744073709551616\"")]
    [InlineData("\"@me\"")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("1e30")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_is_no_id_is_a_JSON_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Snowflake>(json));

    [Fact]
    public void A_very_long_text_is_a_JSON_error_too() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Snowflake>($"\"{new string('1', 10_000)}\""));
}
