using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Announcements;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("Stand-up with {speaker} on {topic}", "speaker topic")]
    [InlineData("{a} and {b} and {A} again", "a b")]
    [InlineData("`GET /users/{id}` is code, {this} is not", "this")]
    [InlineData("```json\n{id}\n```\n{after}", "after")]
    [InlineData("An open ` and then {still}", "still")]
    [InlineData("{} {1} { } {a:b} {x", "")]
    [InlineData("{ first name }", "")]
    [InlineData("{first name}", "first name")]
    public void Names_in_braces_are_blanks_but_not_in_code(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TemplateBlanks.In(text)));

    [Fact]
    public void Filling_leaves_the_rest_as_it_is()
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["who"] = "Ada {x}" };

        Assert.Equal("Ada {x} meets {whom}, `{who}` {}", TemplateBlanks.Fill("{Who} meets {whom}, `{who}` {}", values));
    }

    [Fact]
    public async Task A_template_is_saved_listed_edited_and_removed()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Assert.StartsWith("There are no templates yet. `/announce template add`", ReplyText.Of(await world.RunAsync("announce template list")), StringComparison.Ordinal);

        var saved = await AddAsync(world);
        Assert.Equal(
            """
            ✅ Template **Stand-up** is saved.
            It asks for `{speaker}`, `{topic}`.
            -# Use it with `/announce schedule` and `template`.
            [Edit] [Remove it]
            """, ReplyText.Of(saved));
        Assert.Contains("- **Stand-up** · Stand-up with {speaker}\n  -# It asks for `{speaker}`, `{topic}`. By <@201>", ReplyText.Of(await world.RunAsync("announce template list")), StringComparison.Ordinal);

        var form = await world.RunAsync("announce template edit", new { template = "stand" });
        Assert.Equal("Edit the template\nName: Stand-up\nTitle: Stand-up with {speaker}\nText: We talk about {topic}.", ReplyText.Of(form));
        await world.SubmitAsync(form, new { name = "Daily", title = "Daily", text = "See you." });
        Assert.Contains("- **Daily** · Daily\n  -# It has no blanks", ReplyText.Of(await world.RunAsync("announce template list")), StringComparison.Ordinal);

        var asked = await world.RunAsync("announce template remove", new { template = "Daily" });
        Assert.StartsWith("Remove **Daily** for everybody?\n## Daily\nSee you.", ReplyText.Of(asked), StringComparison.Ordinal);
        Assert.Equal("**Daily** stays.", ReplyText.Of(await world.PressAsync(asked, "Keep it")));
        Assert.StartsWith("**Daily** is removed. Its words, should you want them back:\n## Daily", ReplyText.Of(await world.PressAsync(asked, "Remove it")), StringComparison.Ordinal);
        Assert.StartsWith("That template no longer exists.", ReplyText.Of(await world.PressAsync(asked, "Remove it")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_template_of_one_name_gets_a_number_and_loses_no_word()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world);

        Assert.StartsWith(
            "✅ Template **STAND-UP 2** is saved.\nThere was one of the name **STAND-UP** already, so this one has a number.",
            ReplyText.Of(await AddAsync(world, "STAND-UP")), StringComparison.Ordinal);
        Assert.StartsWith("A template needs a name, a title and a text. Nothing was saved.", ReplyText.Of(await AddAsync(world, "  ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scheduling_from_a_template_asks_for_its_blanks_and_posts_them_filled_in()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world);
        var picked = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce schedule", "template", "stand"));
        Assert.Equal("Stand-up · Stand-up with {speaker}", picked.Name);

        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = picked.Value });
        Assert.Equal("Stand-up\nspeaker: (up to 500 characters)\ntopic: (up to 500 characters)", ReplyText.Of(form));
        var preview = await world.SubmitAsync(form, new { blank0 = "Ada", blank1 = "**indexes**" });
        Assert.Contains("## Stand-up with Ada\nWe talk about **indexes**.", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.DoesNotContain("Still to be filled in", ReplyText.Of(preview), StringComparison.Ordinal);

        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.StartsWith("## Stand-up with Ada\nWe talk about **indexes**.", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_that_was_left_empty_is_pointed_out_and_never_posted_by_accident()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world);
        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = "Stand-up" });
        var preview = await world.SubmitAsync(form, new { blank0 = "Ada", blank1 = "" });

        Assert.Contains("✍️ Still to be filled in: `{topic}`. Press **Edit**; it cannot be confirmed before.", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Equal(
            "Nothing was scheduled: `{topic}` would be posted as it stands. Press **Edit** and fill it in, or take it out.",
            ReplyText.Of(await world.PressAsync(preview, "Confirm")));

        var edit = await world.PressAsync(preview, "Edit");
        var again = await world.SubmitAsync(edit, new { title = "Stand-up with Ada", text = "We talk about indexes and `{id}`.", when = "in 10 minutes" });
        Assert.DoesNotContain("Still to be filled in", ReplyText.Of(again), StringComparison.Ordinal);
        await world.PressAsync(again, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task More_blanks_than_a_form_has_fields_are_left_for_the_text()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world, "Long", "{a} {b} {c}", "{d} {e} {f} {g}");

        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = "Long" });
        Assert.Equal(6, ReplyText.Of(form).Split('\n').Length);
        var preview = await world.SubmitAsync(form, new { blank0 = "1", blank1 = "2", blank2 = "3", blank3 = "4", blank4 = "5" });

        Assert.Contains("## 1 2 3\n4 5 {f} {g}", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("Still to be filled in: `{f}`, `{g}`.", ReplyText.Of(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_without_blanks_stands_in_the_form_and_an_unknown_one_is_asked_about()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world, "Plain", "Office hours", "At four, `{id}`.");

        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = "plain" });
        Assert.Equal("Write the announcement\nTitle: Office hours\nText: At four, `{id}`.", ReplyText.Of(form));
        Assert.Equal(
            "I am not sure which template “xyz” is. There is: **Plain**. Nothing was done.",
            ReplyText.Of(await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = "xyz" })));
    }

    [Fact]
    public async Task What_does_not_fit_when_filled_in_is_kept_for_Edit()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await AddAsync(world, "Long", "Title", new string('x', 2900) + " {rest}");
        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes", template = "Long" });

        var refused = await world.SubmitAsync(form, new { blank0 = new string('y', 400) });

        Assert.True(refused.IsPrivate);
        Assert.EndsWith("yyy", ReplyText.Of(await world.PressAsync(refused, "Edit")).Split('\n')[2], StringComparison.Ordinal);
    }

    private static async Task<Reply> AddAsync(AnnouncementWorld world, string name = "Stand-up", string title = "Stand-up with {speaker}", string text = "We talk about {topic}.") =>
        await world.SubmitAsync(await world.RunAsync("announce template add"), new { name, title, text });
}
