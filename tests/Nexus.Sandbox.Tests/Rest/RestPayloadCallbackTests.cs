using Nexus.Sandbox.Emulator;
using static Nexus.Sandbox.Tests.Rest.Refusal;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadCallbackTests
{
    private const string Input = """{"type":18,"label":"Title","component":{"type":4,"custom_id":"t","style":1}}""";

    private static string Label(string control) => $$"""{"type":18,"label":"l","component":{{control}}}""";

    private static string Modal(string components, string title = "t", string id = "m") =>
        $$$"""{"type":9,"data":{"custom_id":"{{{id}}}","title":"{{{title}}}","components":[{{{components}}}]}}""";

    [Theory]
    [InlineData(4, PayloadRules.CommandInteraction, false, true)]
    [InlineData(4, PayloadRules.AutocompleteInteraction, false, false)]
    [InlineData(6, PayloadRules.CommandInteraction, false, false)]
    [InlineData(6, PayloadRules.ComponentInteraction, false, true)]
    [InlineData(7, PayloadRules.ModalInteraction, true, true)]
    [InlineData(7, PayloadRules.ModalInteraction, false, false)]
    [InlineData(8, PayloadRules.AutocompleteInteraction, false, true)]
    [InlineData(8, PayloadRules.CommandInteraction, false, false)]
    [InlineData(9, PayloadRules.CommandInteraction, false, true)]
    [InlineData(9, PayloadRules.ComponentInteraction, false, true)]
    [InlineData(9, PayloadRules.ModalInteraction, true, false)]
    [InlineData(1, PayloadRules.CommandInteraction, false, false)]
    public void Each_answer_fits_some_kinds_of_interaction_only(int type, int interaction, bool fromComponent, bool fits)
    {
        var data = type switch
        {
            8 => """{"choices":[]}""",
            9 => $$"""{"custom_id":"m","title":"t","components":[{{Input}}]}""",
            _ => """{"content":"x"}""",
        };
        var refusal = Of(PayloadRules.Callback(Json($$"""{"type":{{type}},"data":{{data}}}"""), interaction, fromComponent));

        Assert.Equal(fits ? null : "type INTERACTION_RESPONSE_TYPE_INVALID", refusal);
    }

    [Theory]
    [InlineData("""{"type":3}""", "type BASE_TYPE_CHOICES")]
    [InlineData("""{}""", "type BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":4}""", "data BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":4,"data":{}}""", "50006")]
    [InlineData("""{"type":4,"data":{"content":5}}""", "data.content STRING_TYPE_CONVERT")]
    [InlineData("""{"type":5}""", null)]
    [InlineData("""{"type":5,"data":{"flags":64}}""", null)]
    public void A_fault_of_an_answer_is_named_under_data(string body, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Callback(Json(body), PayloadRules.CommandInteraction, fromComponent: false)));

    [Theory]
    [InlineData(PayloadRules.ComponentsV2, null)]
    [InlineData(0, "data.components.0 UNION_TYPE_CHOICES")]
    public void An_update_of_a_message_of_components_v2_need_not_say_so_again(long flags, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Callback(
            Json("""{"type":7,"data":{"components":[{"type":10,"content":"x"}]}}"""), PayloadRules.ComponentInteraction, fromComponent: true, flags: flags)));

    [Theory]
    [InlineData(0, "data.components.0 UNION_TYPE_CHOICES")]
    [InlineData(PayloadRules.ComponentsV2, null)]
    public void An_update_is_judged_by_the_flags_its_message_already_has(long flags, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Callback(Json("""{"type":7,"data":{"components":[{"type":10,"content":"x"}]}}"""), PayloadRules.ComponentInteraction, fromComponent: true, files: 0, flags)));

    public static TheoryData<string, string?> Autocomplete() => new()
    {
        { Repeat(25, i => """{"name":"n","value":"v"}"""), null },
        { Repeat(26, i => """{"name":"n","value":"v"}"""), "data.choices BASE_TYPE_MAX_LENGTH" },
        { $$"""{"name":"{{Text(100)}}","value":"{{Text(100)}}"}""", null },
        { $$"""{"name":"{{Text(101)}}","value":"v"}""", "data.choices.0.name BASE_TYPE_BAD_LENGTH" },
        { $$"""{"name":"n","value":"{{Text(101)}}"}""", "data.choices.0.value BASE_TYPE_MAX_LENGTH" },
        { """{"name":"","value":"v"}""", "data.choices.0.name BASE_TYPE_REQUIRED" },
        { """{"name":"n"}""", "data.choices.0.value BASE_TYPE_REQUIRED" },
        { """{"name":"n","value":5}""", null },
        { """{"name":"n","value":true}""", "data.choices.0.value APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID" },
    };

    [Theory, MemberData(nameof(Autocomplete))]
    public void Autocomplete_gives_at_most_25_short_choices(string choices, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Callback(Json($$$"""{"type":8,"data":{"choices":[{{{choices}}}]}}"""), PayloadRules.AutocompleteInteraction, false)));

    public static TheoryData<string, string?> Modals() => new()
    {
        { Modal(Input), null },
        { Modal(Input, title: Text(45)), null },
        { Modal(Input, title: Text(46)), "data.title BASE_TYPE_BAD_LENGTH" },
        { Modal(Input, id: Text(100)), null },
        { Modal(Input, id: Text(101)), "data.custom_id BASE_TYPE_BAD_LENGTH" },
        { Modal(""), "data.components BASE_TYPE_BAD_LENGTH" },
        { Modal(Repeat(5, i => Label($$"""{"type":4,"custom_id":"t{{i}}","style":1}"""))), null },
        { Modal(Repeat(6, i => Label($$"""{"type":4,"custom_id":"t{{i}}","style":1}"""))), "data.components BASE_TYPE_BAD_LENGTH" },
        { Modal(Input + "," + Input), "data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED" },
        { Modal("""{"type":10,"content":"Read this"}"""), null },
        { Modal("""{"type":17,"components":[]}"""), "data.components.0 UNION_TYPE_CHOICES" },
        { Modal($$$"""{"type":18,"label":"{{{Text(46)}}}","component":{"type":23,"custom_id":"c"}}"""), "data.components.0.label BASE_TYPE_BAD_LENGTH" },
        { Modal($$$"""{"type":18,"label":"l","description":"{{{Text(101)}}}","component":{"type":23,"custom_id":"c"}}"""), "data.components.0.description BASE_TYPE_MAX_LENGTH" },
        { Modal(Label("""{"type":2,"style":1,"custom_id":"b","label":"x"}""")), "data.components.0.component UNION_TYPE_CHOICES" },
        { Modal("""{"type":1,"components":[{"type":4,"custom_id":"t","style":2,"label":"Old way"}]}"""), null },
        { Modal("""{"type":1,"components":[{"type":4,"custom_id":"t","style":2}]}"""), "data.components.0.components.0.label BASE_TYPE_REQUIRED" },
        { Modal(Label("""{"type":4,"custom_id":"t","style":3}""")), "data.components.0.component.style BASE_TYPE_CHOICES" },
        { Modal(Label("""{"type":4,"custom_id":"t","style":1,"max_length":4001}""")), "data.components.0.component.max_length NUMBER_TYPE_MAX" },
        { Modal(Label("""{"type":4,"custom_id":"t","style":1,"max_length":3,"value":"long"}""")), "data.components.0.component.value BASE_TYPE_MAX_LENGTH" },
        { Modal(Label($$"""{"type":4,"custom_id":"t","style":1,"placeholder":"{{Text(101)}}"}""")), "data.components.0.component.placeholder BASE_TYPE_MAX_LENGTH" },
        { Modal(Label("""{"type":5,"custom_id":"u"}""")), null },
        { Modal(Label("""{"type":5,"custom_id":"u","disabled":true}""")), "data.components.0.component.disabled COMPONENT_DISABLED_IN_MODAL" },
        { Modal(Label("""{"type":5,"custom_id":"u","min_values":0}""")), "data.components.0.component.min_values NUMBER_TYPE_MIN" },
        { Modal(Label("""{"type":5,"custom_id":"u","min_values":0,"required":false}""")), null },
        { Modal(Label("""{"type":19,"custom_id":"f","max_values":10}""")), null },
        { Modal(Label("""{"type":19,"custom_id":"f","max_values":11}""")), "data.components.0.component.max_values NUMBER_TYPE_MAX" },
        { Modal(Label("""{"type":21,"custom_id":"r","options":[{"label":"a","value":"a"},{"label":"b","value":"b"}]}""")), null },
        { Modal(Label("""{"type":21,"custom_id":"r","options":[{"label":"a","value":"a"}]}""")), "data.components.0.component.options BASE_TYPE_BAD_LENGTH" },
        { Modal(Label("""{"type":22,"custom_id":"c","options":[{"label":"a","value":"a"}]}""")), null },
        { Modal(Label("""{"type":22,"custom_id":"c","options":[]}""")), "data.components.0.component.options BASE_TYPE_BAD_LENGTH" },
        { Modal(Label("""{"type":22,"custom_id":"c","min_values":2,"options":[{"label":"a","value":"a"}]}""")), "data.components.0.component.min_values NUMBER_TYPE_MAX" },
        { Modal(Label("""{"type":23,"custom_id":"c","default":true}""")), null },
    };

    [Theory, MemberData(nameof(Modals))]
    public void A_modal_is_taken_or_refused_as_discord_would(string body, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Callback(Json(body), PayloadRules.CommandInteraction, fromComponent: false)));
}
