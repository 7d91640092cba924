using CsCheck;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

public sealed class HubFileTests
{
    private const string Good = """
        ---
        slug: unit-testing
        title: Unit testing
        aliases: [pytest, tdd]
        kind: topic
        level: beginner
        owner: mentors
        last_reviewed: 2026-11-20
        sources:
          - title: pytest
            url: https://docs.pytest.org/
        ---
        ## Summary
        Small checks.

        ## Example
        ```python
        ## not a heading
        assert 1 + 1 == 2
        ```

        ## Common mistakes
        - Sleeping.
        """;

    [Fact]
    public void A_file_is_its_front_matter_and_its_sections()
    {
        var topic = Assert.IsType<HubFile.Read>(HubFile.Parse("unit-testing.md", Good)).Page;

        Assert.Equal("unit-testing", topic.Slug);
        Assert.Equal(["pytest", "tdd"], topic.Aliases);
        Assert.Equal("Small checks.", topic.Summary);
        Assert.Equal("```python\n## not a heading\nassert 1 + 1 == 2\n```", topic.Example);
        var section = Assert.Single(topic.Sections);
        Assert.Equal(("common-mistakes", "Common mistakes", "- Sleeping."), (section.Key, section.Heading, section.Markdown));
        Assert.Equal("https://docs.pytest.org/", Assert.Single(topic.Sources).Url.ToString());
    }

    [Fact]
    public void Files_from_Windows_read_the_same() =>
        Assert.Equal(
            "Small checks.",
            Assert.IsType<HubFile.Read>(HubFile.Parse("a.md", Good.Replace("\n", "\r\n", StringComparison.Ordinal))).Page.Summary);

    [Theory]
    [InlineData("slug: unit-testing", "slug: Unit Testing", "slug 'Unit Testing' must be lower-case words with hyphens")]
    [InlineData("slug: unit-testing", "", "'slug' is missing")]
    [InlineData("title: Unit testing", "title: [a, b]", "'title' must be text")]
    [InlineData("kind: topic", "kind: novel", "'kind' is 'novel'; it must be one of topic, challenge, practice, guide")]
    [InlineData("level: beginner", "level: expert", "'level' is 'expert'")]
    [InlineData("aliases: [pytest, tdd]", "aliases: pytest", "'aliases' must be a list")]
    [InlineData("2026-11-20", "last spring", "'last_reviewed' must be a day such as 2026-11-20")]
    [InlineData("https://docs.pytest.org/", "javascript:alert(1)", "must be an https address")]
    [InlineData("## Summary", "## Introduction", "the section '## Summary' is missing")]
    [InlineData("## Common mistakes", "## Example", "there twice")]
    [InlineData("aliases: [pytest, tdd]", "aliases: [pytest, tdd", "not valid YAML; look for an unclosed bracket")]
    [InlineData("title: Unit testing", "title: \"Unit testing", "front matter, line")]
    [InlineData("---\nslug", "slug", "starts with front matter")]
    public void A_broken_file_is_named_with_what_to_change(string text, string instead, string reason)
    {
        var broken = Assert.IsType<HubFile.Broken>(HubFile.Parse("it.md", Good.Replace(text, instead, StringComparison.Ordinal)));

        Assert.Equal("it.md", broken.Name);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_files_with_one_slug_the_second_is_named_as_broken()
    {
        var index = new HubIndex([HubFile.Parse("b.md", Good), HubFile.Parse("a.md", Good)]);

        Assert.Single(index.Pages);
        Assert.Equal("b.md", Assert.Single(index.Broken).Name);
    }

    [Fact]
    public void Whatever_is_in_a_file_it_is_read_or_named_as_broken() =>
        Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, 40], Gen.String[0, 30]).Sample((at, cut, put) =>
        {
            var text = Good[..at] + put + Good[Math.Min(Good.Length, at + cut)..];
            Assert.NotNull(HubFile.Parse("it.md", text));
        });
}
