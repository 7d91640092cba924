using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Suggestions;

/// <summary>Two mentors press at the same moment, through the router, which runs the loser of a clash again.</summary>
public sealed class AtOnceTests
{
    private static readonly string[] s_headings = ["Summary", "Common mistakes"];

    [Fact]
    public async Task Of_two_approvals_of_one_suggestion_one_counts_and_the_other_reads_who_decided()
    {
        await using var world = new RouterWorld(Slices.Declare);
        await world.Slice.ConfigureAsync();
        for (var round = 1; round <= 5; round++)
        {
            var suggestion = await SuggestAsync(world, "Summary", $"Round {round}.");
            world.Calls.Clear();

            await BothAsync(world, suggestion, suggestion);

            Assert.Single(world.Calls, call => call.Contains("✅ Approved", StringComparison.Ordinal));
            Assert.Single(world.Calls, call => call.Contains($"Suggestion **#{suggestion.Number}** is decided already: approved by <@", StringComparison.Ordinal));
            Assert.Equal(round, (await RevisionsAsync(world)).Count);
        }
    }

    [Fact]
    public async Task Two_suggestions_for_one_page_approved_at_once_are_both_kept()
    {
        await using var world = new RouterWorld(Slices.Declare);
        await world.Slice.ConfigureAsync();
        for (var round = 1; round <= 5; round++)
        {
            var summary = await SuggestAsync(world, s_headings[0], $"Summary {round}.");
            var mistakes = await SuggestAsync(world, s_headings[1], $"Mistakes {round}.");
            world.Calls.Clear();

            await BothAsync(world, summary, mistakes);

            Assert.Equal(2, world.Calls.Count(call => call.Contains("✅ Approved", StringComparison.Ordinal)));
            var revisions = await RevisionsAsync(world);
            Assert.Equal(Enumerable.Range(1, 2 * round), revisions.Select(revision => revision.Number));
            Assert.Contains($"Summary {round}.", revisions[^1].Markdown!, StringComparison.Ordinal);
            Assert.Contains($"Mistakes {round}.", revisions[^1].Markdown!, StringComparison.Ordinal);
        }
    }

    private static Task BothAsync(RouterWorld world, PageSuggestion mias, PageSuggestion roots)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var both = Task.WhenAll(PressAsync(TestPerson.Mentor, mias), PressAsync(TestPerson.Admin, roots));
        start.SetResult();
        return both;

        async Task PressAsync(TestPerson who, PageSuggestion suggestion)
        {
            await start.Task;
            await world.RouteAsync(Interactions.Press(who, $"suggestions.approve.v1:{suggestion.Number}/{PageStamp.Of(suggestion)}"));
        }
    }

    private static async Task<PageSuggestion> SuggestAsync(RouterWorld world, string heading, string words)
    {
        await using var scope = world.Slice.Services.CreateAsyncScope();
        var page = (await scope.ServiceProvider.GetRequiredService<GuildHubs>().OfAsync(Interactions.Guild, default)).BySlug("celery")!;
        return await scope.ServiceProvider.GetRequiredService<PageSuggestions>().AddAsync(
            new NewSuggestion(Interactions.Guild, TestPerson.Ada.Id, "celery", PageEdit.Section(page.Markdown, heading, words), page.Markdown), default);
    }

    private static async Task<List<PageRevision>> RevisionsAsync(RouterWorld world)
    {
        await using var db = world.Slice.Db();
        return await db.In<PageRevision>(Interactions.Guild).AsNoTracking().OrderBy(revision => revision.Number).ToListAsync();
    }
}
