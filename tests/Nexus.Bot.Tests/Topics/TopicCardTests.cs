using Nexus.Bot.Features.Topics;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Topics;

/// <summary>Discord's limits hold for every page that ships, with everything on its card at once.</summary>
public sealed class TopicCardTests
{
    [Fact]
    public void Every_shipped_page_fits_with_everything_around_it() =>
        Assert.All(ShippedHub.Index.Pages, page =>
        {
            Check(Everything(page));
            Check(TopicCard.Of(page, ShippedHub.Index, new TopicFrame()));
        });

    [Fact]
    public void Every_shipped_page_shows_its_example_or_fix_whole_unless_it_has_a_button_for_it() =>
        Assert.All(ShippedHub.Index.Pages, page =>
        {
            var text = ReplyText.Of(TopicCard.Of(page, ShippedHub.Index, new TopicFrame { IsInServer = true }));
            Assert.DoesNotContain("shortened", text, StringComparison.Ordinal);
            Assert.Contains(page.Summary, text, StringComparison.Ordinal);
            Assert.All(page.Sections, section => Assert.True(
                text.Contains(section.Markdown, StringComparison.Ordinal) || text.Contains($"[{section.Heading}]", StringComparison.Ordinal)));
        });

    [Fact]
    public void Each_section_of_a_shipped_page_is_shown_whole() =>
        Assert.All(ShippedHub.Index.Pages, page => Assert.All(page.Sections, section =>
            Assert.Contains(section.Markdown, ReplyText.Of(PageCard.Section(page, section)), StringComparison.Ordinal)));

    [Fact]
    public void A_page_of_the_greatest_lengths_fits_and_gives_what_was_cut_a_button()
    {
        var sections = string.Concat(Enumerable.Range(0, 8).Select(number => $"\n## {number}{new string('h', 38)}\n{new string('s', 5000)}"));
        var sources = string.Concat(Enumerable.Range(0, 6).Select(number => $"\n  - title: {new string('t', 80)}\n    url: https://example.org/{number}"));
        var page = PageCardTests.Read($"""
            ---
            slug: {new string('a', 50)}
            title: {new string('*', 80)}
            kind: topic
            level: intermediate
            owner: mentors
            last_reviewed: 2026-11-23
            related: [python, django, celery, docker, graphql, rabbitmq]
            sources:{sources}
            ---
            ## Summary
            {new string('w', 2000)}
            ## Example
            {new string('x', 4000)}{sections}
            """.Replace("title: *", "title: '*", StringComparison.Ordinal).Replace("*\nkind", "*'\nkind", StringComparison.Ordinal)) with
        {
            Credits = [.. Enumerable.Range(0, 5).Select(number => new Snowflake(ulong.MaxValue - (ulong)number))],
        };

        var card = Everything(page);

        Check(card);
        Assert.Contains("The whole summary", Labels(card));
        Assert.Contains("The whole example", Labels(card));
    }

    [Fact]
    public void What_fits_about_as_well_is_one_press_away_and_a_corrected_slip_is_said_first()
    {
        var page = PageCardTests.Read("""
            ---
            slug: celery-here
            title: Celery here
            kind: topic
            level: intermediate
            owner: mentors
            last_reviewed: 2026-11-23
            prerequisites: [python]
            related: [docker]
            ---
            ## Summary
            Ours.
            """);

        var card = TopicCard.Of(page, ShippedHub.Index, new TopicFrame { Corrected = "celery *here*", Others = [.. ShippedHub.Index.Among(["docker", "celery"])] });

        Assert.Equal(
            """
            -# Showing results for **celery \*here\***
            ## Celery here
            Ours.
            -# hub: celery-here · intermediate · reviewed 23 Nov 2026
            [First: Python]
            Not what you meant? These fit about as well:
            [Docker] [Celery]
            """,
            ReplyText.Of(card));
    }

    private static IEnumerable<string> Labels(Container card) => ReplyText.AllOf([card]).SelectMany(component => component switch
    {
        Button { Label: { } label } => [label],
        StringSelect select => select.Options.Select(option => option.Label),
        _ => Enumerable.Empty<string>(),
    });

    private static Container Everything(HubPage page) => TopicCard.Of(page, ShippedHub.Index, new TopicFrame
    {
        Others = [.. ShippedHub.Index.Pages.Where(other => other != page).Take(5)],
        Corrected = new string('<', 400),
        Activity = [.. Enumerable.Range(0, 6).Select(number => new PageActivity($"{number} {new string('q', 68)}", new Uri("https://discord.com/channels/1234567890123456789/1234567890123456789/12345")))],
        IsInServer = true,
    });

    private static void Check(Container card)
    {
        // One line more stands above a card that is handed over: two names of at most 32 characters, escaped, and a channel.
        const int greeting = 200;
        var all = ReplyText.AllOf([card]).ToList();
        Assert.InRange(all.Count + 1, 1, 40);
        Assert.InRange(all.OfType<TextDisplay>().Sum(text => text.Content.Length) + greeting, 1, 4000);
        Assert.All(all.OfType<TextDisplay>(), text => Assert.NotEmpty(text.Content.Trim()));
        Assert.All(all.OfType<Button>(), button =>
        {
            Assert.InRange(button.Label!.Length, 1, 80);
            Assert.InRange(button.CustomId?.Length ?? 1, 1, 100);
        });
        Assert.Distinct(all.OfType<Button>().Select(button => button.CustomId).OfType<string>());
        Assert.All(all.OfType<ActionRow>(), row => Assert.InRange(row.Components.Count, 1, 5));
        Assert.All(all.OfType<StringSelect>(), select => Assert.InRange(select.Options.Count, 1, 25));
    }
}
