using Nexus.Bot.Features.Topics;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Hub;

public sealed class ShippedHubTests
{
    /// <summary>Agreed on with the program: by these names people and scripts quote the pages.</summary>
    public static TheoryData<string> Agreed =>
    [
        "python", "django", "django-rest-framework", "rest-api", "graphql", "docker", "github-actions", "postgresql", "celery", "rabbitmq",
        "database-normalization", "database-indexing", "relationship-modeling", "jwt-authentication", "session-authentication",
        "role-based-access-control", "asynchronous-tasks", "periodic-tasks", "redis-caching", "view-level-caching", "object-level-caching",
        "openapi-swagger", "unit-testing", "integration-testing", "postman",
        "docker-configuration-errors", "api-performance-bottlenecks", "task-queue-failures", "unstructured-codebase",
        "code-structure", "version-control-pr-reviews", "thorough-testing", "documentation-readme", "collaboration-tools", "communication-teamwork",
        "first-week", "working-with-frontend", "working-with-backend",
    ];

    public static TheoryData<string> Every => [.. ShippedHub.Index.Pages.Select(page => page.Slug)];

    [Theory, MemberData(nameof(Agreed))]
    public void The_hub_has(string slug) => Assert.NotNull(ShippedHub.Index.BySlug(slug));

    [Fact]
    public void The_hub_has_the_cohorts_problems() => Assert.InRange(ShippedHub.Index.Pages.Count(page => page.Kind == PageKind.Challenge), 12, 100);

    [Fact]
    public async Task The_linter_finds_no_errors_in_the_hub()
    {
        var found = await HubLinter.CheckAsync(HubLinter.Read(HubFolder.Shipped), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), default);

        Assert.Equal("", string.Join('\n', found.Findings.Where(finding => finding.Severity == FindingSeverity.Error)));
        Assert.Equal(ShippedHub.Index.Pages.Count, found.Pages);
    }

    [ProgramTheory("python3"), InlineData("python3")]
    public Task Every_Python_example_of_the_hub_is_parsed(string program) => AssertParsedAsync(program);

    [ProgramTheory("bash"), InlineData("bash")]
    public Task Every_Bash_example_of_the_hub_is_parsed(string program) => AssertParsedAsync(program);

    [Theory, MemberData(nameof(Every))]
    public void A_page_fits_what_Discord_shows(string slug)
    {
        var page = ShippedHub.Index.BySlug(slug)!;
        var others = ShippedHub.Index.Pages.Where(other => other != page).Take(2).ToList();

        var parts = ReplyText.AllOf([TopicCard.Of(page, ShippedHub.Index, new TopicFrame { Others = others, Corrected = page.Title, IsInServer = true })]).ToList();

        Assert.InRange(parts.OfType<TextDisplay>().Sum(text => text.Content.Length), 1, PageCard.MostText);
        Assert.InRange(parts.Count, 1, 40);
        Assert.All(parts.OfType<ActionRow>(), row => Assert.InRange(row.Components.Count, 1, 5));
        Assert.All(parts.OfType<Button>(), button => Assert.DoesNotContain('…', button.Label!));
        Assert.All(parts.OfType<StringSelect>(), select => Assert.InRange(select.Options.Count, 1, 25));
        var ids = parts.OfType<Button>().Select(button => button.CustomId).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
    }

    private static async Task AssertParsedAsync(string program)
    {
        var found = await HubLinter.CheckAsync(HubLinter.Read(HubFolder.Shipped), new DateOnly(2026, 11, 23), default);

        Assert.DoesNotContain(found.Notes, note => note.StartsWith(program, StringComparison.Ordinal));
    }
}
