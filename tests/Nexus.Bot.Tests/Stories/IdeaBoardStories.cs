using System.Text;
using System.Text.Json;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Stories;

public sealed class IdeaBoardStories
{
    [Fact]
    public async Task Ada_turns_narrows_and_opens_the_board_and_after_a_restart_its_controls_still_work()
    {
        await using var world = await StartAsync();
        var ada = world.As("ada");

        var board = await ada.RunAsync("idea board", new { sort = "Top" });
        Assert.True(board.Ephemeral);
        Assert.Equal("## Ideas\n-# 11 ideas · top: most votes first", string.Join('\n', board.Text.Split('\n').Take(2)));
        await world.RestartBotAsync();
        var next = await ada.PressAsync("Next");
        Assert.Contains("**Idea 3**", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("**Idea 4**", next.Text, StringComparison.Ordinal);
        Assert.Contains("-# Page 2 of 2", next.Text, StringComparison.Ordinal);

        var shipped = await ada.SelectAsync(FilterBoardSelect.For(FilterBoardSelect.Status, new BoardState(IdeaOrder.Top)), "Shipped");
        Assert.Equal("## Ideas: shipped\n-# 1 idea · top: most votes first", string.Join('\n', shipped.Text.Split('\n').Take(2)));
        var opened = await ada.SelectAsync(OpenIdeaSelect.Spec.For(), "12");
        Assert.StartsWith("## Idea 12\n🚀 **Shipped**", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roadmap_is_a_picture_with_words_and_the_export_opens()
    {
        await using var world = await StartAsync();
        var bo = world.As("bo");

        var roadmap = await bo.RunAsync("idea roadmap");
        Assert.False(roadmap.Ephemeral);
        Assert.Contains("Proposed: #11 Idea 11 (11 votes); #10 Idea 10 (10 votes); #9 Idea 9 (9 votes); #8 Idea 8 (8 votes); and 7 more.", roadmap.Text, StringComparison.Ordinal);
        Assert.Contains("roadmap.png", roadmap.Text, StringComparison.Ordinal);

        await bo.RunAsync("idea export");
        await world.WaitForAsync(bo, bo.Place.Name!, "**12 ideas**");
        var files = bo.StoredMessages(bo.Place.Name!)[^1].Attachments.EnumerateArray().ToDictionary(file => file.GetProperty("filename").GetString()!, file => file.GetProperty("url").GetString()!);
        Assert.Equal(5, files.Count);
        using var trello = JsonDocument.Parse(await world.DownloadAsync(files["ideas-trello.json"]));
        Assert.Equal("Ideas of ProDev Backend", trello.RootElement.GetProperty("name").GetString());
        Assert.Equal(12, trello.RootElement.GetProperty("cards").GetArrayLength());
        var notion = Encoding.UTF8.GetString(await world.DownloadAsync(files["ideas-notion.csv"]));
        Assert.Contains("\"Ada Obi\"", notion, StringComparison.Ordinal);
        Assert.StartsWith("# Ideas of ProDev Backend\n", Encoding.UTF8.GetString(await world.DownloadAsync(files["ideas.md"])), StringComparison.Ordinal);
    }

    // Eleven that are open, and one that was shipped.
    private static async Task<SandboxWorld> StartAsync()
    {
        var world = await SandboxWorld.StartAsync();
        var ada = new Snowflake(world.As("ada").User.Id);
        await world.KeepAsync(guild => Enumerable.Range(1, 12).Select(number => new Idea
        {
            GuildId = guild,
            Number = number,
            AuthorId = ada,
            PressId = new Snowflake((ulong)number),
            Title = $"Idea {number}",
            Problem = "Learners study alone.",
            ForWhom = "The cohort",
            Solution = "An app.",
            Votes = number,
            Status = number == 12 ? IdeaStatus.Shipped : IdeaStatus.Proposed,
            WasPublished = true,
            CreatedAt = world.Now,
            TouchedAt = world.Now,
        }));
        return world;
    }
}
