using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Hub;

public sealed class GuildHubsTests
{
    private static readonly Snowflake Elsewhere = new(987654321);

    [Fact]
    public async Task A_servers_revision_is_served_there_and_nowhere_else()
    {
        await using var world = new SliceWorld();
        var hubs = world.Services.GetRequiredService<GuildHubs>();
        var shipped = (await hubs.OfAsync(null, default)).BySlug("celery")!;
        await ReviseAsync(world, "celery", 1, shipped.Markdown.Replace("title: Celery", "title: Celery at our place", StringComparison.Ordinal));

        Assert.Equal("Celery at our place", (await hubs.OfAsync(Interactions.Guild, default)).BySlug("celery")!.Title);
        Assert.Equal("Celery", (await hubs.OfAsync(Elsewhere, default)).BySlug("celery")!.Title);
        Assert.Equal("Celery", (await hubs.OfAsync(null, default)).BySlug("celery")!.Title);
    }

    [Fact]
    public async Task The_newest_revision_counts_and_an_empty_one_goes_back_to_the_file()
    {
        await using var world = new SliceWorld();
        var hubs = world.Services.GetRequiredService<GuildHubs>();
        var shipped = (await hubs.OfAsync(null, default)).BySlug("celery")!;
        await ReviseAsync(world, "celery", 1, shipped.Markdown.Replace("title: Celery", "title: First", StringComparison.Ordinal));
        await ReviseAsync(world, "celery", 2, shipped.Markdown.Replace("title: Celery", "title: Second", StringComparison.Ordinal));
        Assert.Equal("Second", (await hubs.OfAsync(Interactions.Guild, default)).BySlug("celery")!.Title);

        await ReviseAsync(world, "celery", 3, null);
        hubs.Forget(Interactions.Guild);

        Assert.Equal("Celery", (await hubs.OfAsync(Interactions.Guild, default)).BySlug("celery")!.Title);
    }

    [Fact]
    public async Task What_another_instance_saved_is_seen_within_a_minute_and_a_page_that_cannot_be_read_leaves_the_files()
    {
        await using var world = new SliceWorld();
        var hubs = world.Services.GetRequiredService<GuildHubs>();
        var before = await hubs.OfAsync(Interactions.Guild, default);
        await ReviseAsync(world, "our-page", 1, before.BySlug("celery")!.Markdown
            .Replace("slug: celery", "slug: our-page", StringComparison.Ordinal));
        await ReviseAsync(world, "celery", 1, "no front matter");
        Assert.Null((await hubs.OfAsync(Interactions.Guild, default)).BySlug("our-page"));

        world.Clock.Advance(GuildHubs.Freshness);
        var after = await hubs.OfAsync(Interactions.Guild, default);

        Assert.NotNull(after.BySlug("our-page"));
        Assert.NotNull(after.BySlug("celery"));
        Assert.Same(after, await hubs.OfAsync(Interactions.Guild, default));
    }

    private static async Task ReviseAsync(SliceWorld world, string slug, int number, string? markdown)
    {
        await using var db = world.Db();
        db.Add(new PageRevision
        {
            GuildId = Interactions.Guild,
            Slug = slug,
            Number = number,
            Markdown = markdown,
            Note = "test",
            AuthorId = new Snowflake(1),
            ApprovedBy = new Snowflake(2),
            ApprovedAt = world.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }
}
