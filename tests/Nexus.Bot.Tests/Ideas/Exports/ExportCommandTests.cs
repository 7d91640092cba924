using System.Text;
using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Microsoft.VisualBasic.FileIO;
using Moq;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Ideas.Board;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Ideas.Exports;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task A_file_for_each_tool_comes_with_what_to_do_with_it()
    {
        await using var world = await StartAsync();

        var reply = await ExportAsync(world, TestPerson.Bo);

        Assert.Equal(
            """
            **3 ideas**
            • `ideas-trello.csv`: for Trello, through one of its Power-Ups that import CSV; each status is a list.
            • `ideas-trello.json`: a board as Trello exports it, for tools that import Trello boards, such as Wekan and Nextcloud Deck. Trello itself imports none.
            • `ideas-notion.csv`: for Notion: Import, then CSV; each idea is a page of one database.
            • `ideas-excel.csv`: for Excel, LibreOffice and Google Sheets.
            • `ideas.md`: all of it to read, in any editor, on GitHub or in Notion.
            """,
            ReplyText.Of(reply));
        Assert.Equal(["ideas-trello.csv", "ideas-trello.json", "ideas-notion.csv", "ideas-excel.csv", "ideas.md"], reply.Files!.Select(file => file.FileName));
    }

    [Fact]
    public async Task Each_file_opens_with_a_reader_of_its_kind_and_has_the_same_ideas()
    {
        await using var world = await StartAsync();
        var files = (await ExportAsync(world, TestPerson.Bo)).Files!.ToDictionary(file => file.FileName, file => file.Content.ToArray());
        string[] titles = ["Bus times", "'=SUM(A1)", "No, thanks"];

        Assert.Equal(titles, Rows(files["ideas-trello.csv"]).Skip(1).Select(row => row[0]));
        Assert.Equal(titles, Rows(files["ideas-notion.csv"]).Skip(1).Select(row => row[0]));
        Assert.Equal(titles, Rows(files["ideas-excel.csv"]).Skip(1).Select(row => row[0]));
        using var board = JsonDocument.Parse(files["ideas-trello.json"]);
        Assert.Equal("Ideas of Cohort 7", board.RootElement.GetProperty("name").GetString());
        Assert.Equal(["Bus times", "=SUM(A1)", "No, thanks"], board.RootElement.GetProperty("cards").EnumerateArray().Select(card => card.GetProperty("name").GetString()));
        var headings = Markdown.Parse(Encoding.UTF8.GetString(files["ideas.md"])).OfType<HeadingBlock>().Select(heading => $"{heading.Level} {string.Concat(heading.Inline!.Select(part => part.ToString()))}").ToList();
        Assert.Equal(["1 Ideas of Cohort 7", "2 Proposed", "3 #1 Bus times", "2 Shipped", "3 #2 =SUM(A1)", "2 Declined", "3 #3 No, thanks"], headings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authors_are_named_with_and_without_the_members_intent_and_who_left_is_not(bool hasIntent)
    {
        await using var world = await StartAsync();
        var left = new DiscordApiException("GET", 404, 10007, "Unknown Member");
        if (hasIntent)
        {
            world.Discord.Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync([Member(TestPerson.Ada, "Ada L."), Member(TestPerson.Mentor, "Mia M.")]);
        }
        else
        {
            world.Discord.Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .ThrowsAsync(new DiscordApiException("GET", 403, 50001, "Missing Access"));
            world.Discord.Setup(discord => discord.GetMemberAsync(Interactions.Guild, TestPerson.Ada.Id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(Member(TestPerson.Ada, "Ada L."));
            world.Discord.Setup(discord => discord.GetMemberAsync(Interactions.Guild, TestPerson.Bo.Id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ThrowsAsync(left);
            world.Discord.Setup(discord => discord.GetMemberAsync(Interactions.Guild, TestPerson.Mentor.Id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(Member(TestPerson.Mentor, "Mia M."));
        }

        var rows = Rows((await ExportAsync(world, TestPerson.Mentor, new { format = "Notion" })).Files!.Single().Content.ToArray());

        var author = Array.IndexOf(rows[0], "Author");
        Assert.Equal(["Ada L.", "", "Mia M."], rows.Skip(1).Select(row => row[author]));
    }

    [Fact]
    public async Task Status_and_tag_narrow_it_and_nothing_left_says_so()
    {
        await using var world = await StartAsync();

        Assert.Equal(["Bus times"], Rows((await ExportAsync(world, TestPerson.Bo, new { format = "Excel", tag = "django" })).Files!.Single().Content.ToArray()).Skip(1).Select(row => row[0]));
        Assert.StartsWith("**1 idea**\n• `ideas.md`", ReplyText.Of(await ExportAsync(world, TestPerson.Bo, new { format = "Markdown", status = "Shipped" })), StringComparison.Ordinal);
        Assert.Equal("No idea fits this, so there is nothing to export. Leave out `status` or `tag` for all of them.", ReplyText.Of(await ExportAsync(world, TestPerson.Bo, new { status = "Ready" })));
        await using var empty = new SliceWorld();
        Assert.Equal("There is no idea to export yet. The first one is put up with `/idea add`.", ReplyText.Of(await ExportAsync(empty, TestPerson.Bo)));
    }

    [Fact]
    public async Task More_than_one_message_takes_asks_for_less()
    {
        await using var world = World(isLong: true);
        await Proposed.AddAsync(world, [.. Enumerable.Range(1, 1200).Select(number => new Idea
        {
            GuildId = Interactions.Guild, Number = number, AuthorId = TestPerson.Ada.Id, PressId = new Snowflake((ulong)number), Title = $"Idea {number}", Problem = new string('p', Idea.MostProblem),
            ForWhom = "", Solution = new string('s', Idea.MostSolution), CreatedAt = world.Clock.GetUtcNow(), TouchedAt = world.Clock.GetUtcNow(), WasPublished = true, Status = IdeaStatus.Proposed,
        })]);

        Assert.Equal("All of it together is larger than Discord takes in one message. Choose one `format`, a `status` or a `tag`.", ReplyText.Of(await ExportAsync(world, TestPerson.Bo)));
        Assert.Single((await ExportAsync(world, TestPerson.Bo, new { format = "Notion" })).Files!);
    }

    private static SliceWorld World(bool isLong = false)
    {
        var world = new SliceWorld(isLong: isLong);
        world.Discord.Setup(discord => discord.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Guild { Id = Interactions.Guild, Name = "Cohort 7" });
        world.Discord.Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        return world;
    }

    private static async Task<SliceWorld> StartAsync()
    {
        var world = World();
        await Proposed.AddAsync(
            world,
            Proposed.Idea(world, 1, "Bus times", tags: ["django"]),
            Proposed.Idea(world, 2, "=SUM(A1)", IdeaStatus.Shipped, by: TestPerson.Bo),
            Proposed.Idea(world, 3, "No, thanks", IdeaStatus.Declined, by: TestPerson.Mentor),
            Proposed.Idea(world, 4, "In secret", IdeaStatus.InReview),
            Proposed.Idea(world, 5, "Taken back", IdeaStatus.Withdrawn),
            Proposed.Idea(world, 6, "Merged", IdeaStatus.Merged),
            Proposed.Idea(world, 7, "Elsewhere", guild: new Snowflake(2)));
        return world;
    }

    private static async Task<Reply> ExportAsync(SliceWorld world, TestPerson who, object? options = null)
    {
        var first = await world.RunAsync(who, "idea export", options);
        Assert.True(first.IsPrivate);
        Assert.Equal("Writing the files…", ReplyText.Of(first));
        return (await world.FollowUpAsync(who, first))!;
    }

    private static Member Member(TestPerson who, string nick) => new() { User = new User { Id = who.Id, Username = who.Name }, Nick = nick };

    private static List<string[]> Rows(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8, detectEncoding: true) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }
}
