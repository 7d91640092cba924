using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Roadmap;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Ideas.Board;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Nexus.Bot.Tests.Ideas.Roadmap;

public sealed class RoadmapCommandTests
{
    [Fact]
    public async Task The_most_voted_come_first_what_was_shipped_the_last_first_and_the_rest_is_counted()
    {
        await using var world = await StartAsync();

        var roadmap = await world.RunAsync(TestPerson.Bo, "idea roadmap");

        Assert.False(roadmap.IsPrivate);
        Assert.Equal("## Roadmap\n-# 20 ideas, by status and votes; `/idea board` lists them with links", ReplyText.Of(roadmap));
        Assert.Equal(
            "Roadmap with 6 columns. Proposed: #6 Idea 6 (6 votes, frontend 1/2); #13 Idea 13 (6 votes); #5 Idea 5 (5 votes); #12 Idea 12 (5 votes); and 13 more. "
            + "Shaping: nothing. Ready: nothing. Building: nothing. Shipped: #31 Idea 31 (1 vote); #30 Idea 30 (9 votes). Parked: #32 Bus *times* (0 votes).",
            Words(roadmap));
        var file = Assert.Single(roadmap.Files!);
        Assert.Equal(("roadmap.png", Words(roadmap)), (file.FileName, file.Description));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file.Content[..4].ToArray());
    }

    [Fact]
    public async Task Tag_and_who_is_wanted_narrow_it_and_stand_above_it()
    {
        await using var world = await StartAsync();

        var about = await world.RunAsync(TestPerson.Bo, "idea roadmap", new { tag = "django", @private = true });
        var wanted = await world.RunAsync(TestPerson.Bo, "idea roadmap", new { wanted = "Frontend" });

        Assert.True(about.IsPrivate);
        Assert.StartsWith("## Roadmap · Django\n-# 1 idea, ", ReplyText.Of(about), StringComparison.Ordinal);
        Assert.Contains("Parked: #32 Bus *times* (0 votes).", Words(about), StringComparison.Ordinal);
        Assert.StartsWith("## Roadmap · frontend wanted\n-# 1 idea, ", ReplyText.Of(wanted), StringComparison.Ordinal);
        Assert.Contains("Proposed: #6 Idea 6", Words(wanted), StringComparison.Ordinal);
        Assert.Equal(
            "No idea fits this. Leave out `tag` or `wanted` to see the whole roadmap, or put the idea up yourself with `/idea add`.",
            ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea roadmap", new { wanted = "Mentor" })));
    }

    [Fact]
    public async Task Without_ideas_it_says_how_to_begin()
    {
        await using var world = new SliceWorld();
        await Proposed.AddAsync(world, Proposed.Idea(world, 1, status: IdeaStatus.InReview), Proposed.Idea(world, 2, guild: new Snowflake(2)));

        var roadmap = await world.RunAsync(TestPerson.Bo, "idea roadmap");

        Assert.True(roadmap.IsPrivate);
        Assert.Equal("The roadmap is empty: nobody has put up an idea yet. Be the first with `/idea add`; a rough thought is enough.", ReplyText.Of(roadmap));
    }

    [Fact]
    public async Task The_same_roadmap_is_drawn_once_and_a_vote_or_a_place_more_is_another()
    {
        await using var world = await StartAsync();
        var first = await PictureAsync();
        Assert.Same(first, await PictureAsync());

        await ChangeAsync(idea => idea.Votes = 999);
        var voted = await PictureAsync();
        Assert.NotEqual(first, voted);

        await ChangeAsync(idea => idea.Title = "Another title");
        Assert.NotEqual(voted, await PictureAsync());

        async Task<byte[]> PictureAsync()
        {
            await using var scope = world.Services.CreateAsyncScope();
            var board = await scope.ServiceProvider.GetRequiredService<IdeaRoadmap>().ReadAsync(Interactions.Guild, "Roadmap", "", null, default);
            return await scope.ServiceProvider.GetRequiredService<RoadmapPictures>().OfAsync(board, default);
        }

        async Task ChangeAsync(Action<Idea> change)
        {
            await using var db = world.Db();
            change(db.In<Idea>(Interactions.Guild).Single(idea => idea.Number == 6));
            await db.SaveChangesAsync();
        }
    }

    private static async Task<SliceWorld> StartAsync()
    {
        var world = new SliceWorld();
        await world.ConfigureAsync();
        var ideas = Enumerable.Range(1, 17).Select(number => Proposed.Idea(world, number, votes: number % 7)).ToList();
        await Proposed.AddAsync(world, ideas);
        await Proposed.AddAsync(
            world,
            Proposed.Idea(world, 30, status: IdeaStatus.Shipped, votes: 9, daysAgo: 9),
            Proposed.Idea(world, 31, status: IdeaStatus.Shipped, votes: 1),
            Proposed.Idea(world, 32, "Bus *times*", IdeaStatus.Parked, tags: ["django"]));
        await Proposed.AddAsync(world, [.. new[] { IdeaStatus.Declined, IdeaStatus.InReview, IdeaStatus.Withdrawn, IdeaStatus.Merged }.Select((status, index) => Proposed.Idea(world, 40 + index, status: status, votes: 50))]);
        await Proposed.NeedsAsync(world, ideas[5], IdeaRole.Frontend, 1, 2, taken: 1);
        return world;
    }

    private static string Words(Reply roadmap) => ReplyText.AllOf(roadmap.Components).OfType<MediaGallery>().Single().Items.Single().Description!;
}
