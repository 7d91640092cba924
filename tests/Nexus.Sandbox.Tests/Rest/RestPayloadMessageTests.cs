using Nexus.Sandbox.Emulator;
using static Nexus.Sandbox.Tests.Rest.Refusal;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadMessageTests
{
    public static TheoryData<string, string?> Messages() => new()
    {
        { """{"content":"hi"}""", null },
        { """{}""", "50006" },
        { """{"content":"   "}""", "50006" },
        { """{"content":null,"embeds":[]}""", "50006" },
        { """[]""", "MODEL_TYPE_CONVERT" },
        { $$"""{"content":"{{Text(2000)}}"}""", null },
        { $$"""{"content":"{{Text(2001)}}"}""", "content BASE_TYPE_MAX_LENGTH" },
        { """{"content":5}""", "content STRING_TYPE_CONVERT" },
        { """{"content":"\ud800"}""", "content STRING_TYPE_CONVERT" },
        { """{"content":"hi","nonce":"1234567890123456789012345"}""", null },
        { """{"content":"hi","nonce":"12345678901234567890123456"}""", "nonce BASE_TYPE_MAX_LENGTH" },
        { """{"content":"hi","nonce":1.5}""", "nonce STRING_TYPE_CONVERT" },
        { """{"content":"hi","tts":"yes"}""", "tts BOOLEAN_TYPE_CONVERT" },
        { """{"content":"hi","flags":"x"}""", "flags NUMBER_TYPE_COERCE" },
        { """{"message_reference":{"message_id":"1"}}""", "50006" },
        { """{"content":"re","message_reference":{"message_id":"x"}}""", "message_reference.message_id NUMBER_TYPE_COERCE" },

        // Embeds
        { $$"""{"embeds":[{{Repeat(10, i => "{\"title\":\"x\"}")}}]}""", null },
        { $$"""{"embeds":[{{Repeat(11, i => "{\"title\":\"x\"}")}}]}""", "embeds BASE_TYPE_MAX_LENGTH" },
        { $$"""{"embeds":[{"title":"{{Text(256)}}"}]}""", null },
        { $$"""{"embeds":[{"title":"{{Text(257)}}"}]}""", "embeds.0.title BASE_TYPE_MAX_LENGTH" },
        { $$"""{"embeds":[{"description":"{{Text(4096)}}"}]}""", null },
        { $$"""{"embeds":[{"description":"{{Text(4097)}}"}]}""", "embeds.0.description BASE_TYPE_MAX_LENGTH" },
        { $$"""{"embeds":[{"fields":[{{Repeat(25, i => "{\"name\":\"n\",\"value\":\"v\"}")}}]}]}""", null },
        { $$"""{"embeds":[{"fields":[{{Repeat(26, i => "{\"name\":\"n\",\"value\":\"v\"}")}}]}]}""", "embeds.0.fields BASE_TYPE_MAX_LENGTH" },
        { $$"""{"embeds":[{"fields":[{"name":"{{Text(256)}}","value":"{{Text(1024)}}"}]}]}""", null },
        { $$"""{"embeds":[{"fields":[{"name":"{{Text(257)}}","value":"v"}]}]}""", "embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH" },
        { $$"""{"embeds":[{"fields":[{"name":"n","value":"{{Text(1025)}}"}]}]}""", "embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH" },
        { """{"embeds":[{"fields":[{"name":"n","value":""}]}]}""", "embeds.0.fields.0.value BASE_TYPE_REQUIRED" },
        { $$$"""{"embeds":[{"footer":{"text":"{{{Text(2048)}}}"}}]}""", null },
        { $$$"""{"embeds":[{"footer":{"text":"{{{Text(2049)}}}"}}]}""", "embeds.0.footer.text BASE_TYPE_MAX_LENGTH" },
        { $$$"""{"embeds":[{"author":{"name":"{{{Text(257)}}}"}}]}""", "embeds.0.author.name BASE_TYPE_MAX_LENGTH" },
        { $$"""{"embeds":[{"description":"{{Text(4000)}}"},{"description":"{{Text(2000)}}"}]}""", null },
        { $$"""{"embeds":[{"description":"{{Text(4000)}}"},{"description":"{{Text(2001)}}"}]}""", "embeds MAX_EMBED_SIZE_EXCEEDED" },
        { """{"embeds":[{"url":"javascript:alert(1)"}]}""", "embeds.0.url URL_TYPE_INVALID_SCHEME" },
        { """{"embeds":[{"image":{"url":"attachment://a.png"}}]}""", null },
        { """{"embeds":[{"timestamp":"tomorrow-ish"}]}""", "embeds.0.timestamp DATE_TIME_TYPE_PARSE" },
        { """{"embeds":[{"color":16777216}]}""", "embeds.0.color NUMBER_TYPE_MAX" },

        // Mentions
        { """{"content":"x","allowed_mentions":{"parse":[]}}""", null },
        { """{"content":"x","allowed_mentions":{"parse":["users"],"users":[]}}""", null },
        { """{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
        { """{"content":"x","allowed_mentions":{"parse":["roles"],"users":["1"]}}""", null },
        { """{"content":"x","allowed_mentions":{"parse":["here"]}}""", "allowed_mentions.parse.0 BASE_TYPE_CHOICES" },
        { $$$"""{"content":"x","allowed_mentions":{"users":[{{{Repeat(100, i => $"\"{i}\"")}}}]}}""", null },
        { $$$"""{"content":"x","allowed_mentions":{"users":[{{{Repeat(101, i => $"\"{i}\"")}}}]}}""", "allowed_mentions.users BASE_TYPE_MAX_LENGTH" },
        { """{"content":"x","allowed_mentions":{"roles":["moderators"]}}""", "allowed_mentions.roles.0 NUMBER_TYPE_COERCE" },

        // Polls
        { """{"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"a"}}],"duration":768}}""", null },
        { """{"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"a"}}],"duration":769}}""", "poll.duration NUMBER_TYPE_MAX" },
        { $$$"""{"poll":{"question":{"text":"{{{Text(300)}}}"},"answers":[{"poll_media":{"text":"{{{Text(55)}}}"}}]}}""", null },
        { $$$"""{"poll":{"question":{"text":"{{{Text(301)}}}"},"answers":[{"poll_media":{"text":"a"}}]}}""", "poll.question.text BASE_TYPE_BAD_LENGTH" },
        { $$$"""{"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"{{{Text(56)}}}"}}]}}""", "poll.answers.0.poll_media.text BASE_TYPE_BAD_LENGTH" },
        { $$$"""{"poll":{"question":{"text":"?"},"answers":[{{{Repeat(10, i => "{\"poll_media\":{\"text\":\"a\"}}")}}}]}}""", null },
        { $$$"""{"poll":{"question":{"text":"?"},"answers":[{{{Repeat(11, i => "{\"poll_media\":{\"text\":\"a\"}}")}}}]}}""", "poll.answers BASE_TYPE_BAD_LENGTH" },

        // Attachments
        { $$"""{"content":"x","attachments":[{{Repeat(10, i => $"{{\"id\":{i}}}")}}]}""", null },
        { $$"""{"content":"x","attachments":[{{Repeat(11, i => $"{{\"id\":{i}}}")}}]}""", "attachments BASE_TYPE_MAX_LENGTH" },
        { $$"""{"content":"x","attachments":[{"id":0,"description":"{{Text(1025)}}"}]}""", "attachments.0.description BASE_TYPE_MAX_LENGTH" },
        { """{"content":"x","attachments":[{"id":0},{"id":0}]}""", "attachments.1.id ATTACHMENT_ID_DUPLICATED" },
    };

    [Theory, MemberData(nameof(Messages))]
    public void A_message_is_taken_or_refused_as_discord_would(string body, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Message(Json(body))));

    [Fact]
    public void A_file_alone_is_a_message_but_eleven_files_are_too_many()
    {
        Assert.Null(PayloadRules.Message(Json("{}"), files: 1));
        Assert.Equal("attachments BASE_TYPE_MAX_LENGTH", Of(PayloadRules.Message(Json("{}"), files: 11)));
    }

    [Fact]
    public void A_refused_form_is_written_as_a_tree_of_the_request()
    {
        var error = PayloadRules.Message(Json("""{"content":5,"embeds":[{},{"color":-1}]}"""))!;

        Assert.Equal(400, error.Status);
        Assert.Equal(
            """{"message":"Invalid Form Body","code":50035,"errors":{"content":{"_errors":[{"code":"STRING_TYPE_CONVERT","message":"Could not interpret \u00225\u0022 as string."}]},"embeds":{"1":{"color":{"_errors":[{"code":"NUMBER_TYPE_MIN","message":"int value should be greater than or equal to 0."}]}}}}}""",
            System.Text.Encoding.UTF8.GetString(error.ToJson()));
    }

    [Fact]
    public void A_refused_form_names_every_fault_at_once() =>
        Assert.Equal(3, PayloadRules.Message(Json($$"""{"content":"{{Text(2001)}}","tts":1,"flags":true}"""))!.Fields.Count);

    [Theory]
    [InlineData("""{"content":"x"}""", 0, null)]
    [InlineData("""{"poll":{}}""", 0, "520003")]
    [InlineData("""{"content":"x"}""", PayloadRules.ComponentsV2, "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"content":null,"flags":32768,"components":[{"type":10,"content":"x"}]}""", 0, null)]
    [InlineData("""{"components":[{"type":10,"content":"x"}]}""", 0, "components.0 UNION_TYPE_CHOICES")]
    public void An_edit_is_judged_by_the_flags_the_message_already_has(string body, long flags, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.MessageEdit(Json(body), flags)));

    [Fact]
    public void An_edit_may_not_leave_a_message_empty_or_of_two_kinds()
    {
        Assert.Equal("50006", Of(PayloadRules.AfterEdit(0, content: false, embeds: false, poll: false, stickers: false, components: false, attachments: false)));
        Assert.Equal(
            "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            Of(PayloadRules.AfterEdit(PayloadRules.ComponentsV2, content: true, embeds: false, poll: false, stickers: false, components: true, attachments: false)));
        Assert.Null(PayloadRules.AfterEdit(0, content: true, embeds: false, poll: false, stickers: false, components: false, attachments: false));
    }
}
