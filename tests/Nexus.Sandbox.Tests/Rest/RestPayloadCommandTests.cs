using Nexus.Sandbox.Emulator;
using static Nexus.Sandbox.Tests.Rest.Refusal;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadCommandTests
{
    private static string Command(string more = "", string name = "ping") => $$"""{"name":"{{name}}","description":"d"{{more}}}""";

    private static string Option(string more, int type = 3, string name = "o") => $$"""{"type":{{type}},"name":"{{name}}","description":"d"{{more}}}""";

    private static string With(params string[] options) => Command($""","options":[{string.Join(",", options)}]""");

    public static TheoryData<string, string?> Single() => new()
    {
        { Command(), null },
        { Command(name: Text(32)), null },
        { Command(name: Text(33)), "name BASE_TYPE_BAD_LENGTH" },
        { Command(name: "Ping"), "name APPLICATION_COMMAND_INVALID_NAME" },
        { Command(name: "two words"), "name APPLICATION_COMMAND_INVALID_NAME" },
        { Command(name: "héllo_ก-'"), null },
        { """{"name":"ping"}""", "description BASE_TYPE_REQUIRED" },
        { """{"description":"d"}""", "name BASE_TYPE_REQUIRED" },
        { $$"""{"name":"ping","description":"{{Text(100)}}"}""", null },
        { $$"""{"name":"ping","description":"{{Text(101)}}"}""", "description BASE_TYPE_BAD_LENGTH" },
        { """{"name":"Mark as answer","type":3}""", null },
        { """{"name":"Mark as answer","type":3,"description":"d"}""", "description APPLICATION_COMMAND_INVALID_DESCRIPTION" },
        { With([.. Enumerable.Range(0, 25).Select(i => Option("", name: $"o{i}"))]), null },
        { With([.. Enumerable.Range(0, 26).Select(i => Option("", name: $"o{i}"))]), "options BASE_TYPE_MAX_LENGTH" },
        { With(Option(""), Option("")), "options.1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID" },
        { With(Option(""), Option(""","required":true""", name: "p")), "options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID" },
        { With(Option(""","required":true"""), Option("", name: "p")), null },
        { With(Option("", type: 12)), "options.0.type BASE_TYPE_CHOICES" },
        { With(Option($""","choices":[{Repeat(25, i => $$"""{"name":"n{{i}}","value":"v"}""")}]""")), null },
        { With(Option($""","choices":[{Repeat(26, i => $$"""{"name":"n{{i}}","value":"v"}""")}]""")), "options.0.choices BASE_TYPE_MAX_LENGTH" },
        { With(Option($$""","choices":[{"name":"n","value":"{{Text(101)}}"}]""")), "options.0.choices.0.value BASE_TYPE_BAD_LENGTH" },
        { With(Option(""","choices":[{"name":"n","value":5}]""")), "options.0.choices.0.value APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID" },
        { With(Option(""","choices":[{"name":"n","value":5}]""", type: 4)), null },
        { With(Option(""","choices":[{"name":"n","value":9007199254740992}]""", type: 4)), "options.0.choices.0.value APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID" },
        { With(Option(""","autocomplete":true,"choices":[{"name":"n","value":"v"}]""")), "options.0.choices APPLICATION_COMMAND_AUTOCOMPLETE_INVALID" },
        { With(Option(""","autocomplete":true""", type: 6)), "options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_INVALID" },
        { With(Option(""","max_length":6000""")), null },
        { With(Option(""","max_length":6001""")), "options.0.max_length NUMBER_TYPE_MAX" },
        { With(Option(""","min_value":1""")), "options.0.min_value APPLICATION_COMMAND_OPTION_FIELD_INVALID" },
        { With(Option(""","min_value":1""", type: 4)), null },
        { With(Option(""","channel_types":[99]""", type: 7)), "options.0.channel_types.0 BASE_TYPE_CHOICES" },
        { With(Option("", type: 1), Option("", name: "p")), "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID" },
        { With(Option($""","options":[{Option($""","options":[{Option("")}]""", type: 1)}]""", type: 2)), null },
        { With(Option($""","options":[{Option($""","options":[{Option("", type: 1)}]""", type: 1)}]""", type: 2)), "options.0.options.0.options.0.type UNION_TYPE_CHOICES" },
        { With(Option($""","options":[{Option("", type: 1)}]""", type: 1)), "options.0.options.0.type UNION_TYPE_CHOICES" },
        { With(Option("", type: 2)), "options.0.options BASE_TYPE_REQUIRED" },
        { With(Option($""","options":[{Option("")}]""", type: 2)), "options.0.options.0.type UNION_TYPE_CHOICES" },
        { Command(""","default_member_permissions":"0" """), null },
        { Command(""","default_member_permissions":"admin" """), "default_member_permissions PERMISSIONS_TYPE_CONVERT" },
        { Command(""","contexts":[3]"""), "contexts.0 BASE_TYPE_CHOICES" },
        { Command(""","name_localizations":{"de":"hallo"}"""), null },
        { Command(""","name_localizations":{"de":"Hallo"}"""), "name_localizations.de APPLICATION_COMMAND_INVALID_NAME" },
        { Command(""","name_localizations":{"xx":"hallo"}"""), "name_localizations.xx BASE_TYPE_CHOICES" },
        { Sized(8000), null },
        { Sized(8001), "APPLICATION_COMMAND_TOO_LARGE" },
    };

    [Theory, MemberData(nameof(Single))]
    public void A_command_is_taken_or_refused_as_discord_would(string body, string? refusal) =>
        Assert.Equal(refusal, Of(PayloadRules.Command(Json(body), global: true)));

    [Theory]
    [InlineData("", 100, null)]
    [InlineData("", 101, "30032")]
    [InlineData(""","type":2""", 15, null)]
    [InlineData(""","type":2""", 16, "30032")]
    [InlineData(""","type":3""", 15, null)]
    [InlineData(""","type":3""", 16, "30032")]
    public void A_scope_holds_a_limited_number_of_commands_of_each_type(string type, int count, string? refusal)
    {
        var description = type == "" ? ""","description":"d" """ : "";
        var body = $"[{Repeat(count, i => $$"""{"name":"c{{i}}"{{type}}{{description}}}""")}]";

        Assert.Equal(refusal, Of(PayloadRules.Commands(Json(body), global: true)));
    }

    [Fact]
    public void Names_are_unique_per_type()
    {
        Assert.Equal("1 APPLICATION_COMMANDS_DUPLICATE_NAME", Of(PayloadRules.Commands(Json($"[{Command()},{Command()}]"), global: false)));
        Assert.Null(PayloadRules.Commands(Json($$"""[{{Command()}},{"name":"ping","type":2}]"""), global: false));
        Assert.Equal("LIST_TYPE_CONVERT", Of(PayloadRules.Commands(Json("{}"), global: false)));
    }

    /// <summary>A command whose names, descriptions and choice values have exactly this many characters.</summary>
    private static string Sized(int total)
    {
        const int perChoice = 200;
        var head = "ping".Length + 1;
        var options = new List<string>();
        var left = total - head;
        for (var o = 0; left > 0; o++)
        {
            var name = $"o{o:00}";
            left -= name.Length + 1;
            var choices = new List<string>();
            for (var c = 0; c < 25 && left >= perChoice + 20; c++, left -= perChoice)
            {
                choices.Add($$"""{"name":"{{c:00}}{{Text(98)}}","value":"{{Text(100)}}"}""");
            }

            if (choices.Count < 25)
            {
                var value = Math.Min(100, left / 2);
                choices.Add($$"""{"name":"z{{Text(left - value - 1)}}","value":"{{Text(value)}}"}""");
                left = 0;
            }

            options.Add($$"""{"type":3,"name":"{{name}}","description":"d","choices":[{{string.Join(",", choices)}}]}""");
        }

        return With([.. options]);
    }
}
