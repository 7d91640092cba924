using System.Text.Json;
using CsCheck;
using Nexus.Discord.Model;

namespace Nexus.Discord.Tests.Model;

/// <summary>The corners of what we read.</summary>
public sealed class ReadRecordTests
{
    private static readonly DiscordJson Json = DiscordJson.Default;

    [Fact]
    public void A_component_of_a_later_time_is_kept_as_unknown_and_its_neighbours_are_read()
    {
        var message = JsonSerializer.Deserialize(
            """{"id":"1","components":[{"components":[{"type":10,"content":"x"}],"type":99},{"content":"known","type":10},{"no":"type"},{"type":"text"}]}""", Json.Message)!;

        Assert.Equal([new UnknownComponent((ComponentType)99), new TextDisplay("known"), new UnknownComponent(0), new UnknownComponent(0)], message.Components);
    }

    [Fact]
    public void Components_nested_too_deep_are_a_JSON_error()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":17,"components":[""", 100)) + string.Concat(Enumerable.Repeat("]}", 100));

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(deep, Json.Component));
    }

    [Fact]
    public void Who_acted_is_found_in_a_guild_and_in_direct_messages()
    {
        Assert.Equal("ada", JsonSerializer.Deserialize(WireSamples.All["command used"].Json, Json.Interaction)!.User.Username);
        Assert.Equal("ada", JsonSerializer.Deserialize(WireSamples.All["command in direct messages"].Json, Json.Interaction)!.User.Username);
    }

    [Theory]
    [InlineData("\"7\"", "7", 7L, null, null)]
    [InlineData("7", "7", 7L, 7d, null)]
    [InlineData("-0.5", "-0.5", null, -0.5, null)]
    [InlineData("2.0", "2", 2L, 2d, null)]
    [InlineData("1e300", "1E+300", null, 1e300, null)]
    [InlineData("true", "True", null, null, true)]
    [InlineData("\"x\"", "x", null, null, null)]
    [InlineData("null", "", null, null, null)]
    [InlineData("[{}]", "", null, null, null)]
    public void The_value_of_an_option_is_text_number_or_yes_and_no(string json, string text, long? integer, double? number, bool? boolean)
    {
        var value = JsonSerializer.Deserialize($$"""{"name":"o","type":3,"value":{{json}}}""", Json.InteractionOption)!.Value ?? default;

        Assert.Equal((text, integer, number, boolean), (value.Text, value.Integer, value.Number, value.Boolean));
    }

    [Fact]
    public void Nullable_fields_of_the_reference_may_be_null()
    {
        const string User = """{"id":"1","username":"u","global_name":null,"avatar":null}""";
        Assert.Equal("u", JsonSerializer.Deserialize(User, Json.User)!.DisplayName);
        Assert.Null(JsonSerializer.Deserialize($$"""{"user":{{User}},"nick":null,"roles":[],"joined_at":null,"avatar":null,"premium_since":null,"communication_disabled_until":null}""", Json.Member)!.JoinedAt);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","type":0,"name":null,"topic":null,"parent_id":null,"last_message_id":null,"owner_id":null,"application_id":null,"rtc_region":null}""", Json.Channel)!.ParentId);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","channel_id":"2","content":"","edited_timestamp":null,"message_reference":null,"nonce":null,"poll":null}""", Json.Message)!.EditedTimestamp);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","guild_id":"2","channel_id":null,"creator_id":null,"description":null,"scheduled_start_time":"2026-05-01T10:00:00+00:00","scheduled_end_time":null,"entity_metadata":null,"entity_id":null,"image":null,"recurrence_rule":null}""", Json.ScheduledEvent)!.ScheduledEndTime);
        Assert.Null(JsonSerializer.Deserialize("""{"question":{"text":"q"},"answers":[],"expiry":null,"results":null}""", Json.Poll)!.Expiry);
        Assert.Null(JsonSerializer.Deserialize("""{"id":null,"name":null}""", Json.Emoji)!.Id);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","name":"c","description":"d","name_localizations":null,"description_localizations":null,"default_member_permissions":null,"contexts":null,"options":[]}""", Json.ApplicationCommand)!.Contexts);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","type":3,"guild_locale":null,"member":null,"user":null,"message":null,"app_permissions":null}""", Json.Interaction)!.Message);
        Assert.Null(JsonSerializer.Deserialize("""{"id":"1","name":"r","colors":{"primary_color":0,"secondary_color":null,"tertiary_color":null},"icon":null}""", Json.Role)!.Colors!.SecondaryColor);
    }

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("123", "123")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    public void A_nonce_may_be_text_or_a_number(string json, string nonce) =>
        Assert.Equal(nonce, JsonSerializer.Deserialize($$"""{"id":"1","nonce":{{json}}}""", Json.Message)!.Nonce);

    [Theory]
    [InlineData("\"0\"", 0)]
    [InlineData("\"8\"", 8)]
    [InlineData("\"9223372036854775808\"", 1UL << 63)]
    [InlineData("\"36893488147419103240\"", 8)]
    public void Permissions_keep_the_bits_that_have_no_name_yet_and_drop_those_beyond_64(string json, ulong bits) =>
        Assert.Equal((Permissions)bits, JsonSerializer.Deserialize($$"""{"permissions":{{json}}}""", Json.Role)!.Permissions);

    [Fact]
    public void Changing_any_byte_of_an_interaction_gives_an_interaction_or_a_JSON_error()
    {
        var json = System.Text.Encoding.UTF8.GetBytes(WireSamples.All["form sent"].Json);
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte).Sample((place, value) =>
        {
            var changed = (byte[])json.Clone();
            changed[place] = value;
            try
            {
                JsonSerializer.Deserialize(changed, Json.Interaction);
            }
            catch (JsonException)
            {
                // The one way to fail that the readers of events expect.
            }
        }, iter: 5_000);
    }
}
