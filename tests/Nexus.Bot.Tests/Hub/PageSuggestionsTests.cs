using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Hub;

public sealed class PageSuggestionsTests
{
    private static readonly Snowflake Author = new(101), Mentor = new(201), Other = new(202);

    [Fact]
    public async Task An_approved_change_becomes_the_first_revision_with_its_credit_and_is_served()
    {
        await using var world = new SliceWorld();
        var suggestion = await SuggestAsync(world, "title: Celery", "title: Celery, well explained");

        var done = Assert.IsType<Approval.Done>(await ApproveAsync(world, suggestion.Number, Mentor));

        Assert.Equal((1, Author, Mentor), (done.Revision.Number, done.Revision.AuthorId, done.Revision.ApprovedBy));
        Assert.Equal("Celery, well explained", (await HubAsync(world)).BySlug("celery")!.Title);
    }

    [Fact]
    public async Task The_second_of_two_mentors_learns_who_decided_and_changes_nothing()
    {
        await using var world = new SliceWorld();
        var suggestion = await SuggestAsync(world, "title: Celery", "title: Celery, well explained");
        await using var slow = world.Services.CreateAsyncScope();
        var late = slow.ServiceProvider.GetRequiredService<PageSuggestions>();
        var seen = await late.FindAsync(Interactions.Guild, suggestion.Number, default);

        await ApproveAsync(world, suggestion.Number, Mentor);

        Assert.False(await late.DeclineAsync(seen!, Other, "no", default));
        Assert.Equal((SuggestionState.Approved, Mentor), (seen!.State, seen.DecidedBy));
        var again = Assert.IsType<Approval.AlreadyDecided>(await ApproveAsync(world, suggestion.Number, Other));
        Assert.Equal(Mentor, again.Suggestion.DecidedBy);
    }

    [Fact]
    public async Task Changes_of_other_lines_are_carried_over_and_changes_of_the_same_line_are_not_overwritten()
    {
        await using var world = new SliceWorld();
        var title = await SuggestAsync(world, "title: Celery", "title: Celery, well explained");
        var level = await SuggestAsync(world, "level: intermediate", "level: advanced");
        var rival = await SuggestAsync(world, "title: Celery", "title: Celery for all");

        Assert.IsType<Approval.Done>(await ApproveAsync(world, title.Number, Mentor));
        Assert.IsType<Approval.Done>(await ApproveAsync(world, level.Number, Mentor));
        Assert.IsType<Approval.Outdated>(await ApproveAsync(world, rival.Number, Mentor));

        var page = (await HubAsync(world)).BySlug("celery")!;
        Assert.Equal(("Celery, well explained", PageLevel.Advanced), (page.Title, page.Level));
    }

    [Theory]
    [InlineData("kind: topic", "kind: poem", "'kind' is 'poem'; it must be one of topic, challenge, practice, guide.")]
    [InlineData("title: Celery", "title: Docker", "'Docker' is a name of the page 'docker' already.")]
    [InlineData("slug: celery", "slug: selery", "the slug must stay 'celery'.")]
    public async Task A_page_that_could_not_be_served_is_not_approved(string was, string becomes, string reason)
    {
        await using var world = new SliceWorld();
        var suggestion = await SuggestAsync(world, was, becomes);

        Assert.Equal(reason, Assert.IsType<Approval.Invalid>(await ApproveAsync(world, suggestion.Number, Mentor)).Reason);
        Assert.Equal("Celery", (await HubAsync(world)).BySlug("celery")!.Title);
    }

    [Fact]
    public async Task One_origin_makes_one_suggestion()
    {
        await using var world = new SliceWorld();
        var celery = (await HubAsync(world)).BySlug("celery")!;
        var made = new NewSuggestion(Interactions.Guild, Author, "celery", celery.Markdown, celery.Markdown) { Origin = "message:1" };

        var first = await UseAsync(world, suggestions => suggestions.AddAsync(made, default));
        var second = await UseAsync(world, suggestions => suggestions.AddAsync(made, default));

        Assert.Equal(first.Number, second.Number);
        Assert.Single(await UseAsync(world, suggestions => suggestions.WaitingAsync(Interactions.Guild, default)));
    }

    private static async Task<PageSuggestion> SuggestAsync(SliceWorld world, string was, string becomes)
    {
        var page = (await HubAsync(world)).BySlug("celery")!;
        Assert.Contains(was, page.Markdown, StringComparison.Ordinal);
        var markdown = page.Markdown.Replace(was, becomes, StringComparison.Ordinal);
        return await UseAsync(world, suggestions => suggestions.AddAsync(
            new NewSuggestion(Interactions.Guild, Author, "celery", markdown, page.Markdown), default));
    }

    private static Task<Approval> ApproveAsync(SliceWorld world, int number, Snowflake mentor) =>
        UseAsync(world, suggestions => suggestions.ApproveAsync(Interactions.Guild, number, mentor, null, default));

    private static async Task<HubIndex> HubAsync(SliceWorld world) =>
        await world.Services.GetRequiredService<GuildHubs>().OfAsync(Interactions.Guild, default);

    private static async Task<T> UseAsync<T>(SliceWorld world, Func<PageSuggestions, Task<T>> use)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PageSuggestions>());
    }
}
