using System.Text.Json;
using CsCheck;

namespace Nexus.Sandbox.Tests.Page;

public sealed class MessageViewTests
{
    private const string Author = """ "author":{"id":"5","username":"ada","global_name":"Ada Obi"},"timestamp":"2026-01-02T03:04:05Z" """;

    private static string Message(string fields) => $$"""{"id":"9","type":0,"content":"",{{Author}},{{fields}}}""";

    [Theory]
    [InlineData(""" "content":"Hello **you**" """, "Hello you")]
    [InlineData(""" "content":"x","edited_timestamp":"2026-01-02T03:04:06Z" """, "x (edited)")]
    [InlineData(""" "flags":128 """, "Ada Obi is thinking…")]
    [InlineData(""" "content":"psst","flags":64 """, "psst Only you can see this · Dismiss message")]
    [InlineData(""" "interaction_metadata":{"name":"topic lookup","user":{"id":"6","username":"bo"}},"content":"ok" """, "bo used /topic lookup")]
    [InlineData(""" "referenced_message":{"id":"3","content":"the question","author":{"id":"6","username":"bo"}},"content":"ok" """, "bo the question")]
    [InlineData(""" "referenced_message":null,"content":"ok" """, "Original message was deleted")]
    [InlineData(""" "reactions":[{"count":2,"me":true,"emoji":{"id":null,"name":"👍"}}] """, "👍 2")]
    [InlineData(""" "thread":{"id":"4","name":"Demo day","message_count":3} """, "Demo day 3 messages ›")]
    [InlineData(""" "embeds":[{"title":"T","description":"**D**","author":{"name":"A"},"fields":[{"name":"N","value":"V"}],"footer":{"text":"F"}}] """, "A T D N V F")]
    [InlineData(""" "attachments":[{"filename":"notes.txt","url":"http://127.0.0.1/a/notes.txt","size":2048}] """, "notes.txt 2 KB")]
    [InlineData(""" "poll":{"question":{"text":"When?"},"answers":[{"answer_id":1,"poll_media":{"text":"Friday"}}],"results":{"is_finalized":true,"answer_counts":[{"id":1,"count":1}]}} """, "When? Select one answer Friday 1 vote 1 vote · Poll closed")]
    public async Task A_message_reads_as_on_Discord(string fields, string text) =>
        Assert.Contains(text, Rendered.Text(await Rendered.MessageAsync(Message(fields))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":10,"content":"# Head"}""", "<div class=\"text-display\"><div class=\"md-h1\"")]
    [InlineData("""{"type":17,"accent_color":5793266,"components":[{"type":10,"content":"in"}]}""", "style=\"--stripe:#5865f2\"")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"}]}""", "class=\"button primary \"")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]}""", "disabled")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":5,"label":"Out","url":"https://docs.example/"}]}""", "href=\"https://docs.example/\"")]
    [InlineData("""{"type":1,"components":[{"type":3,"custom_id":"pick","placeholder":"Pick","options":[{"label":"One","value":"1","description":"first"}]}]}""", "<option value=\"1\">One — first</option>")]
    [InlineData("""{"type":1,"components":[{"type":3,"custom_id":"pick","max_values":2,"options":[{"label":"One","value":"1"},{"label":"Two","value":"2"}]}]}""", "type=\"checkbox\"")]
    [InlineData("""{"type":9,"components":[{"type":10,"content":"left"}],"accessory":{"type":11,"media":{"url":"https://pics.example/a.png"},"description":"a cat"}}""", "alt=\"a cat\"")]
    [InlineData("""{"type":12,"items":[{"media":{"url":"https://pics.example/a.png"},"description":"a dog"}]}""", "alt=\"a dog\"")]
    [InlineData("""{"type":13,"file":{"url":"attachment://plan.pdf"},"name":"plan.pdf"}""", "http://127.0.0.1/files/plan.pdf")]
    [InlineData("""{"type":14,"divider":true}""", "<hr")]
    public async Task Every_component_is_drawn(string component, string html) =>
        Assert.Contains(html, System.Net.WebUtility.HtmlDecode(await Rendered.MessageAsync(Message(
            $$""" "flags":32768,"attachments":[{"filename":"plan.pdf","url":"http://127.0.0.1/files/plan.pdf"}],"components":[{{component}}] """))), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_a_component_shows_is_shown_once()
    {
        var html = await Rendered.MessageAsync(Message(
            """ "flags":32768,"attachments":[{"filename":"plan.ics","url":"http://127.0.0.1/files/plan.ics","size":2048}],"components":[{"type":13,"file":{"url":"http://127.0.0.1/files/plan.ics?ex=1"},"name":"plan.ics","size":2048}] """));

        Assert.Single(Rendered.Text(html).Split("plan.ics 2 KB")[1..]);
        Assert.DoesNotContain("ex=1<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_sent_on_to_followers_says_so() =>
        Assert.Contains("Published", Rendered.Text(await Rendered.MessageAsync(Message(""" "flags":1,"content":"x" """))), StringComparison.Ordinal);

    [Fact]
    public async Task A_button_keeps_its_label_as_its_name() =>
        Assert.Contains(">👍 Vote</button>", System.Net.WebUtility.HtmlDecode(await Rendered.MessageAsync(Message(
            """ "components":[{"type":1,"components":[{"type":2,"style":2,"label":"Vote","emoji":{"name":"👍"},"custom_id":"v"}]}] """))), StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "embeds":[{"title":"x","url":"javascript:alert(1)","image":{"url":"javascript:alert(1)"},"thumbnail":{"url":"data:image/svg+xml,x"},"author":{"name":"a","url":"javascript:alert(1)"}}] """)]
    [InlineData(""" "attachments":[{"filename":"<script>","url":"javascript:alert(1)","content_type":"image/png","description":"\"><script>alert(1)</script>"}] """)]
    [InlineData(""" "attachments":[{"filename":"<script>alert(1)</script>","url":"https://a.example/x","content_type":"text/plain"}] """)]
    [InlineData(""" "components":[{"type":1,"components":[{"type":2,"style":5,"label":"<script>alert(1)</script>","url":"javascript:alert(1)"}]}] """)]
    [InlineData(""" "components":[{"type":12,"items":[{"media":{"url":"javascript:alert(1)"},"description":"<script>"}]},{"type":10,"content":"<script>alert(1)</script>"}] """)]
    [InlineData(""" "components":[{"type":1,"components":[{"type":3,"custom_id":"\"><script>","placeholder":"<script>","options":[{"label":"<script>","value":"\"><script>"}]}]}] """)]
    [InlineData(""" "thread":{"id":"1","name":"<script>alert(1)</script>"},"interaction_metadata":{"name":"<script>","user":{"username":"<script>"}} """)]
    [InlineData(""" "poll":{"question":{"text":"<script>"},"answers":[{"answer_id":1,"poll_media":{"text":"<script>"}}]},"reactions":[{"count":1,"emoji":{"name":"<script>"}}] """)]
    public async Task Hostile_messages_show_as_text_and_lead_nowhere(string fields)
    {
        var html = await Rendered.MessageAsync(Message(fields));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"data:", html, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] Keys =
        ["id", "type", "content", "author", "embeds", "components", "attachments", "poll", "reactions", "flags", "timestamp", "items", "media", "url", "accessory",
         "options", "emoji", "name", "label", "custom_id", "style", "thread", "referenced_message", "accent_color", "max_values", "answers", "results", "fields"];

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, self) => depth > 4
        ? Gen.Const("null")
        : Gen.Int[0, 6].SelectMany(kind => kind switch
        {
            0 => Gen.String[0, 8].Select(text => JsonSerializer.Serialize(text)),
            1 => Gen.Int[-2, 20].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            2 => Gen.Bool.Select(flag => flag ? "true" : "false"),
            3 => Gen.Const("null"),
            4 => self.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            _ => Gen.Select(Gen.Int[0, Keys.Length - 1], self).Array[0, 5].Select(pairs =>
                $"{{{string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{Keys[pair.Item1]}\":{pair.Item2}"))}}}"),
        }));

    [Fact]
    public void A_message_of_any_shape_is_drawn_without_an_error() =>
        Gen.Select(Gen.Int[0, Keys.Length - 1], Json).Array[1, 8].Sample(
            fields =>
            {
                var message = $"{{{string.Join(',', fields.DistinctBy(field => field.Item1).Select(field => $"\"{Keys[field.Item1]}\":{field.Item2}"))}}}";
                var html = Rendered.MessageAsync(message).GetAwaiter().GetResult();
                return html.Contains("<article", StringComparison.Ordinal);
            },
            iter: 1500);
}
