using Nexus.Bot.Hub;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Hub;

public sealed class ShippedHubTests
{
    [Fact]
    public void Every_file_of_the_hub_is_served()
    {
        Assert.Empty(ShippedHub.Index.Broken);
        Assert.Equal(ShippedHub.Files.Count, ShippedHub.Index.Pages.Count);
    }

    [Theory]
    [InlineData("python"), InlineData("django"), InlineData("django-rest-framework"), InlineData("rest-api")]
    [InlineData("graphql"), InlineData("docker"), InlineData("github-actions"), InlineData("postgresql")]
    [InlineData("celery"), InlineData("rabbitmq"), InlineData("redis-caching"), InlineData("jwt-authentication")]
    [InlineData("database-indexing"), InlineData("openapi-swagger"), InlineData("unit-testing")]
    public void The_starter_hub_has(string slug) => Assert.NotNull(ShippedHub.Index.BySlug(slug));

    [Fact]
    public void A_topic_is_in_the_file_that_has_its_name() =>
        Assert.All(ShippedHub.Files, file => Assert.Equal(file.Name, Assert.IsType<HubFile.Read>(file).Page.Slug + ".md"));

    [Fact]
    public void No_two_topics_share_a_name()
    {
        var names = ShippedHub.Index.Pages
            .SelectMany(topic => topic.Aliases.Append(topic.Slug).Append(topic.Title).Select(name => SearchText.Normalise(name)).Distinct())
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(names);
    }

    [Fact]
    public void Every_link_to_another_topic_leads_somewhere_else_in_the_hub() =>
        Assert.All(ShippedHub.Index.Pages, topic =>
            Assert.All(
                topic.Related.Concat(topic.Prerequisites).Concat(topic.Next),
                slug => Assert.True(slug != topic.Slug && ShippedHub.Index.BySlug(slug) is not null, $"{topic.Slug} links to {slug}")));

    [Fact]
    public void Every_topic_has_the_sections_of_the_hub_in_a_fit_length() =>
        Assert.All(ShippedHub.Index.Pages, topic =>
        {
            string[] problem = topic.Kind == PageKind.Challenge ? ["symptom", "cause", "fix"] : [];
            var otherSide = topic.Slug == "working-with-backend" ? "how-the-backend-sees-it" : "how-the-frontend-sees-it";
            Assert.Equal(
                [.. problem, "common-mistakes", "when-not-to-use-it", otherSide],
                topic.Sections.Select(section => section.Key));
            Assert.Contains(
                "```",
                topic.Kind == PageKind.Challenge ? topic.Sections.Single(section => section.Key == "fix").Markdown : topic.Example,
                StringComparison.Ordinal);
            Assert.NotEmpty(topic.Sources);
            var words = string.Join(' ', topic.Sections.Select(section => section.Markdown).Append(topic.Summary).Append(topic.Example))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            Assert.InRange(words, 250, 700);
        });
}
