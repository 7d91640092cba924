using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Hub;

public sealed class PageCardTests
{
    private const string Challenge = """
        ---
        slug: port-taken
        title: Port taken
        kind: challenge
        level: beginner
        owner: mentors
        last_reviewed: 2026-11-23
        ---
        ## Summary
        The port is in use.
        ## Symptom
        Docker says so.
        ## Cause
        Something else listens there.
        ## Fix
        Stop it.
        ## Common mistakes
        Killing the database.
        """;

    [Fact]
    public void A_challenge_without_an_example_shows_its_fix_and_keeps_the_rest_one_press_away()
    {
        var page = Read(Challenge);

        Assert.Equal("## Port taken\nThe port is in use.\n**Fix**\nStop it.", string.Join('\n', PageCard.Body(page).Select(ReplyText.Of).Where(text => text.Length > 0)));
        Assert.Equal(["Symptom", "Cause", "Common mistakes"], PageCard.Sections(page).Select(section => section.Heading));
    }

    [Fact]
    public void A_fix_too_long_for_the_card_stays_a_section()
    {
        var page = Read(Challenge.Replace("Stop it.", new string('x', 3600), StringComparison.Ordinal));

        Assert.DoesNotContain("Fix", string.Concat(PageCard.Body(page).Select(ReplyText.Of)), StringComparison.Ordinal);
        Assert.Contains("Fix", PageCard.Sections(page).Select(section => section.Heading));
    }

    [Fact]
    public void An_example_comes_before_a_fix()
    {
        var page = Read(Challenge.Replace("## Symptom", "## Example\nLike this.\n## Symptom", StringComparison.Ordinal));

        Assert.Equal("Like this.", ReplyText.Of(PageCard.Body(page)[^1]));
        Assert.Contains("Fix", PageCard.Sections(page).Select(section => section.Heading));
    }

    internal static HubPage Read(string markdown) => Assert.IsType<HubFile.Read>(HubFile.Parse("page.md", markdown)).Page;
}
