using System.Text.Json;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Tests.Page;

public sealed class ModalFormTests
{
    [Theory]
    [InlineData("""{"type":4,"custom_id":"f","style":1}""", "", "This is required.")]
    [InlineData("""{"type":4,"custom_id":"f","style":1}""", "   ", "This is required.")]
    [InlineData("""{"type":4,"custom_id":"f","style":1,"required":false}""", "", null)]
    [InlineData("""{"type":4,"custom_id":"f","style":1,"min_length":5}""", "abc", "At least 5 characters, please: 3 so far.")]
    [InlineData("""{"type":4,"custom_id":"f","style":1,"max_length":2}""", "abc", "At most 2 characters: 1 too many.")]
    [InlineData("""{"type":21,"custom_id":"f","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", "", "Choose one.")]
    [InlineData("""{"type":21,"custom_id":"f","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", "a", null)]
    [InlineData("""{"type":22,"custom_id":"f","min_values":2,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", "a", "Please choose at least 2.")]
    [InlineData("""{"type":22,"custom_id":"f","max_values":1,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", "a,b", "Please choose at most 1.")]
    [InlineData("""{"type":22,"custom_id":"f","required":false,"options":[{"label":"A","value":"a"}]}""", "", null)]
    [InlineData("""{"type":3,"custom_id":"f","options":[{"label":"A","value":"a"}]}""", "", "Please choose at least 1.")]
    [InlineData("""{"type":19,"custom_id":"f"}""", "", "Please add at least 1.")]
    [InlineData("""{"type":23,"custom_id":"f"}""", "", null)]
    public void A_field_says_what_is_missing(string control, string filledIn, string? complaint)
    {
        var form = Form($$"""[{"type":18,"label":"Field","component":{{control}}}]""");
        var field = Assert.Single(form.Fields);
        field.Text = filledIn;
        field.Values = filledIn.Split(',', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(complaint is null, form.Check(null));
        Assert.Equal(complaint, field.Error);
    }

    [Fact]
    public void A_form_opens_with_what_the_bot_filled_in()
    {
        var form = Form("""
            [{"type":10,"content":"Read me"},
             {"type":18,"label":"Title","component":{"type":4,"custom_id":"title","style":1,"value":"Demo day"}},
             {"type":18,"label":"Track","component":{"type":21,"custom_id":"track","options":[{"label":"A","value":"a"},{"label":"B","value":"b","default":true}]}},
             {"type":18,"label":"Agree","component":{"type":23,"custom_id":"agree","default":true}},
             {"type":18,"label":"Who","component":{"type":5,"custom_id":"who","default_values":[{"id":"7","type":"user"}]}},
             {"type":1,"components":[{"type":4,"custom_id":"old","label":"Old style","style":2}]}]
            """);

        Assert.Equal("title=Demo day, track=b, agree=True, who=7, old=", string.Join(", ", form.Values().Select(pair =>
            $"{pair.Key}={(pair.Value is IEnumerable<string> several ? string.Join('+', several) : pair.Value)}")));
        Assert.Equal(["", "Title", "Track", "Agree", "Who", "Old style"], form.Fields.Select(field => field.Label));
    }

    [Fact]
    public void A_choice_that_was_left_open_is_not_sent() =>
        Assert.Empty(Form("""[{"type":18,"label":"T","component":{"type":21,"custom_id":"t","required":false,"options":[{"label":"A","value":"a"}]}}]""").Values());

    private static ModalForm Form(string components) => new(JsonDocument.Parse(components).RootElement.EnumerateArray());
}
