using Nexus.Sandbox.Emulator;
using static Nexus.Sandbox.Tests.Rest.Refusal;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadComponentTests
{
    private static string Row(string inside) => $$"""{"type":1,"components":[{{inside}}]}""";

    private static string Button(string id, string more = "") => $$"""{"type":2,"style":1,"label":"x","custom_id":"{{id}}"{{more}}}""";

    private static string Display(string text) => $$"""{"type":10,"content":"{{text}}"}""";

    private static string Select(string more) => $$"""{"type":3,"custom_id":"s"{{more}}}""";

    private static string Options(int count) => Repeat(count, i => $$"""{"label":"l","value":"{{i}}"}""");

    public static TheoryData<string, string?> Classic() => new()
    {
        { Row(Button("a")), null },
        { Repeat(5, i => Row(Button($"b{i}"))), null },
        { Repeat(6, i => Row(Button($"b{i}"))), "components BASE_TYPE_MAX_LENGTH" },
        { Row(Repeat(5, i => Button($"b{i}"))), null },
        { Row(Repeat(6, i => Button($"b{i}"))), "components.0.components BASE_TYPE_BAD_LENGTH" },
        { Row(""), "components.0.components BASE_TYPE_BAD_LENGTH" },
        { Row(Button("a") + "," + Button("a")), "components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED" },
        { Row(Button("a")) + "," + Row(Button("a")), "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED" },
        { Row(Button(Text(100))), null },
        { Row(Button(Text(101))), "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH" },
        { Row(Button("")), "components.0.components.0.custom_id BASE_TYPE_REQUIRED" },
        { Row("""{"type":2,"style":1,"label":"x"}"""), "components.0.components.0.custom_id BASE_TYPE_REQUIRED" },
        { Row("""{"type":2,"style":1,"custom_id":"a"}"""), "components.0.components.0.label BASE_TYPE_REQUIRED" },
        { Row("""{"type":2,"style":1,"custom_id":"a","emoji":{"name":"👍"}}"""), null },
        { Row("""{"type":2,"style":1,"custom_id":"a","emoji":{"name":":tada:"}}"""), "components.0.components.0.emoji.name COMPONENT_INVALID_EMOJI" },
        { Row($$"""{"type":2,"style":1,"custom_id":"a","label":"{{Text(80)}}"}"""), null },
        { Row($$"""{"type":2,"style":1,"custom_id":"a","label":"{{Text(81)}}"}"""), "components.0.components.0.label BASE_TYPE_MAX_LENGTH" },
        { Row("""{"type":2,"style":9,"custom_id":"a","label":"x"}"""), "components.0.components.0.style BASE_TYPE_CHOICES" },
        { Row("""{"type":2,"style":5,"label":"x","url":"https://example.com"}"""), null },
        { Row("""{"type":2,"style":5,"label":"x"}"""), "components.0.components.0.url BASE_TYPE_REQUIRED" },
        { Row("""{"type":2,"style":5,"label":"x","url":"https://example.com","custom_id":"a"}"""), "components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE" },
        { Row($$"""{"type":2,"style":5,"label":"x","url":"https://e.com/{{Text(499)}}"}"""), "components.0.components.0.url BASE_TYPE_MAX_LENGTH" },
        { Button("a"), "components.0 UNION_TYPE_CHOICES" },
        { Display("x"), "components.0 UNION_TYPE_CHOICES" },
        { """{"components":[]}""", "components.0.type BASE_TYPE_REQUIRED" },
        { Row(Select($""","options":[{Options(25)}]""")), null },
        { Row(Select($""","options":[{Options(26)}]""")), "components.0.components.0.options BASE_TYPE_BAD_LENGTH" },
        { Row(Select(""","options":[]""")), "components.0.components.0.options BASE_TYPE_BAD_LENGTH" },
        { Row(Select("")), "components.0.components.0.options BASE_TYPE_REQUIRED" },
        { Row(Select(""","options":[{"label":"a","value":"v"},{"label":"b","value":"v"}]""")), "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
        { Row(Select($$""","options":[{"label":"{{Text(101)}}","value":"v"}]""")), "components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH" },
        { Row(Select($$""","options":[{"label":"l","value":"{{Text(101)}}"}]""")), "components.0.components.0.options.0.value BASE_TYPE_BAD_LENGTH" },
        { Row(Select($$""","options":[{"label":"l","value":"v","description":"{{Text(101)}}"}]""")), "components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH" },
        { Row(Select($$""","placeholder":"{{Text(150)}}","options":[{{Options(1)}}]""")), null },
        { Row(Select($$""","placeholder":"{{Text(151)}}","options":[{{Options(1)}}]""")), "components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH" },
        { Row(Select($""","max_values":3,"options":[{Options(2)}]""")), "components.0.components.0.options BASE_TYPE_MIN_LENGTH" },
        { Row(Select($""","max_values":26,"options":[{Options(25)}]""")), "components.0.components.0.max_values NUMBER_TYPE_MAX" },
        { Row(Select($""","min_values":2,"options":[{Options(3)}]""")), "components.0.components.0.min_values BASE_TYPE_CHOICES" },
        { Row(Select($""","options":[{Options(1)}]""") + "," + Button("b")), "components.0.components.0 COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
        { Row("""{"type":5,"custom_id":"u","default_values":[{"id":"1","type":"user"}]}"""), null },
        { Row("""{"type":5,"custom_id":"u","default_values":[{"id":"1","type":"role"}]}"""), "components.0.components.0.default_values.0.type BASE_TYPE_CHOICES" },
        { Row("""{"type":8,"custom_id":"c","channel_types":[0,99]}"""), "components.0.components.0.channel_types.1 BASE_TYPE_CHOICES" },
    };

    [Theory, MemberData(nameof(Classic))]
    public void Components_of_a_classic_message(string components, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Message(Json($$"""{"content":"x","components":[{{components}}]}"""))));

    public static TheoryData<string, string?> V2() => new()
    {
        { Display("x"), null },
        { "", "50006" },
        { Display(""), "components.0.content BASE_TYPE_REQUIRED" },
        { Repeat(40, i => Display("x")), null },
        { Repeat(41, i => Display("x")), "components BASE_TYPE_MAX_LENGTH" },
        { $$"""{"type":17,"components":[{{Repeat(39, i => Display("x"))}}]}""", null },
        { $$"""{"type":17,"components":[{{Repeat(40, i => Display("x"))}}]}""", "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED" },
        { $"{Display(Text(2000))},{Display(Text(2000))}", null },
        { $"{Display(Text(2000))},{Display(Text(2001))}", "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED" },
        { Row(Button("a")), null },
        { $$"""{"type":9,"components":[{{Display("x")}}],"accessory":{{Button("a")}}}""", null },
        { $$"""{"type":9,"components":[{{Repeat(4, i => Display("x"))}}],"accessory":{{Button("a")}}}""", "components.0.components BASE_TYPE_BAD_LENGTH" },
        { $$"""{"type":9,"components":[{{Display("x")}}]}""", "components.0.accessory BASE_TYPE_REQUIRED" },
        { $$"""{"type":9,"components":[{{Display("x")}}],"accessory":{{Display("x")}}}""", "components.0.accessory UNION_TYPE_CHOICES" },
        { $$$$"""{"type":9,"components":[{{{{Display("x")}}}}],"accessory":{"type":11,"media":{"url":"https://e.com/a.png"}}}""", null },
        { """{"type":12,"items":[]}""", "components.0.items BASE_TYPE_BAD_LENGTH" },
        { $$"""{"type":12,"items":[{{Repeat(10, i => """{"media":{"url":"https://e.com/a.png"}}""")}}]}""", null },
        { $$"""{"type":12,"items":[{{Repeat(11, i => """{"media":{"url":"https://e.com/a.png"}}""")}}]}""", "components.0.items BASE_TYPE_BAD_LENGTH" },
        { $$"""{"type":12,"items":[{"media":{"url":"https://e.com/a.png"},"description":"{{Text(1025)}}"}]}""", "components.0.items.0.description BASE_TYPE_MAX_LENGTH" },
        { """{"type":13,"file":{"url":"https://e.com/a.txt"}}""", "components.0.file.url URL_TYPE_INVALID_SCHEME" },
        { """{"type":13,"file":{"url":"attachment://a.txt"}}""", null },
        { """{"type":14,"spacing":2}""", null },
        { """{"type":14,"spacing":3}""", "components.0.spacing BASE_TYPE_CHOICES" },
        { $$"""{"type":17,"components":[{"type":17,"components":[{{Display("x")}}]}]}""", "components.0.components.0 UNION_TYPE_CHOICES" },
        { """{"type":17,"components":[]}""", "components.0.components BASE_TYPE_BAD_LENGTH" },
        { """{"type":10,"id":7,"content":"x"},{"type":10,"id":7,"content":"x"}""", "components.1.id COMPONENT_ID_DUPLICATED" },
        { """{"type":10,"id":2147483648,"content":"x"}""", "components.0.id NUMBER_TYPE_MAX" },
    };

    [Theory, MemberData(nameof(V2))]
    public void Components_of_a_version_2_message(string components, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Message(Json($$"""{"flags":32768,"components":[{{components}}]}"""))));

    [Theory]
    [InlineData("\"content\":\"x\"", "content")]
    [InlineData("\"embeds\":[{\"title\":\"x\"}]", "embeds")]
    [InlineData("\"poll\":{\"question\":{\"text\":\"?\"},\"answers\":[{\"poll_media\":{\"text\":\"a\"}}]}", "poll")]
    [InlineData("\"sticker_ids\":[\"1\"]", "sticker_ids")]
    public void A_version_2_message_has_nothing_of_the_old_kind(string field, string path) =>
        Assert.Equal(
            $"{path} MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            Of(PayloadRules.Message(Json($$"""{"flags":32768,{{field}},"components":[{"type":10,"content":"x"}]}"""))));

    [Fact]
    public void An_empty_content_beside_version_2_components_is_forgiven() =>
        Assert.Null(PayloadRules.Message(Json("""{"flags":32768,"content":"","components":[{"type":10,"content":"x"}]}""")));
}
