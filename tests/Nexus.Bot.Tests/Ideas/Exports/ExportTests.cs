using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.VisualBasic.FileIO;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Exports;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Exports;

/// <summary>Files are read again by readers that know nothing of how they were written: Visual Basic's for CSV, Markdig for Markdown, what importers of Trello boards insist on.</summary>
public sealed class ExportTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private static readonly Snowflake Guild = new(1_200_000_000_000_000_000);

    private static readonly string[] Nasty =
    [
        "Study buddy", "=HYPERLINK(\"https://evil.example\",\"click\")", "+1 for everyone", "-2 days", "@SUM(A1)", "a;=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "first\n=2+2", "＝1+1",
        "a, \"quoted\", b", "\"", "\"\"\"", "'", ",", "line one\r\nline two", "**bold** _it_ ~~no~~ `code` [x](https://evil.example) <b>html</b> &amp; &#35;", "# heading", "- item", "1. first", "> quote", "| a | b |",
        "a\\", "\\*", "***", "---", "$x$ ^y^ ==z==", "👩‍💻🎉 試験 مرحبا", "a\u202Eb", "nul\0l", "half \uD83D of an emoji", "   ", "https://example.com/?a=b&c=d", "(https://example.com/a_b_c)", "mail@example.com", "12345678901234567890",
    ];

    private static readonly IdeaCard Card = new(12, "Study buddy finder", IdeaStatus.Shaping)
    {
        Problem = "Learners study alone.",
        ForWhom = "The cohort",
        Solution = "- match by topic\n- match by hours",
        Tags = ["drf", "django"],
        Votes = 7,
        NotYet = 1,
        Roles = [new RoleFill(IdeaRole.Backend, 1, 2), new RoleFill(IdeaRole.Frontend, 1, 1) { Waiting = 2 }],
        AuthorName = "Ada",
        CreatedAt = Monday.AddDays(-3),
        TouchedAt = Monday,
        CardUrl = "https://discord.com/channels/1/2/3",
        ThreadUrl = "https://discord.com/channels/1/4",
        Repository = "https://github.com/ada/buddy",
    };

    [Fact]
    public void A_table_for_notion_has_a_row_for_each_idea_and_nothing_a_spreadsheet_makes_a_date_of()
    {
        var rows = Rows(IdeaTables.ForNotion([Card with { Number = 20, Title = "Later" }, Card], isForExcel: false));

        Assert.Equal(["Name", "Study buddy finder", "Later"], rows.Select(row => row[0]));
        Assert.Equal(
            "Name=Study buddy finder|Number=12|Status=Shaping|Votes=7|Not yet=1|Tags=django, drf|Backend=1 of 2|Frontend=1 of 1|Mentor=|Wanted=backend|Author=Ada|Proposed on=2026-11-20|Last touched=2026-11-23|"
            + "Problem=Learners study alone.|For whom=The cohort|Solution=• match by topic\n• match by hours|Team=|Repository=https://github.com/ada/buddy|Thread=https://discord.com/channels/1/4",
            string.Join('|', rows[0].Zip(rows[1], (heading, cell) => $"{heading}={cell.ReplaceLineEndings("\n")}")));
    }

    [Fact]
    public void A_table_for_trello_has_list_name_labels_and_a_description()
    {
        var rows = Rows(IdeaTables.ForTrello([Card]));

        Assert.Equal(["Card Name", "Card Description", "List Name", "Labels", "Card URL"], rows[0]);
        Assert.Equal(["Study buddy finder", "Shaping", "django, drf", "https://discord.com/channels/1/2/3"], [rows[1][0], rows[1][2], rows[1][3], rows[1][4]]);
        Assert.Contains("Learners study alone.", rows[1][1]);
    }

    [Fact]
    public void Only_excel_gets_a_byte_order_mark()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        Assert.Equal(mark, IdeaTables.ForNotion([Card], isForExcel: true)[..3]);
        Assert.NotEqual(mark, IdeaTables.ForNotion([Card], isForExcel: false)[..3]);
        Assert.NotEqual(mark, IdeaTables.ForTrello([Card])[..3]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-2 days", "'-2 days")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r=1", "'=1")]
    [InlineData("  =1", "'=1")]
    [InlineData("\u200E=1", "'=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a;=1;  +2", "a;'=1;  '+2")]
    [InlineData("a\n=1", "a\n'=1")]
    [InlineData("- one\n- two", "• one\n• two")]
    [InlineData("\"=1", "\"'=1")]
    [InlineData("a-b = c + d @ e", "a-b = c + d @ e")]
    [InlineData("", "")]
    public void Nothing_in_a_cell_is_a_formula(string typed, string cell)
    {
        Assert.Equal(cell, ExportText.InCell(typed));
    }

    [Fact]
    public void However_a_spreadsheet_cuts_a_row_no_piece_of_it_begins_as_a_formula()
    {
        string[] parts = [.. Nasty, ";", "\n", " ", "=", "\"", ",", "x"];
        Gen.Int[0, parts.Length - 1].Select(part => parts[part]).Array[1, 8].Sample(
            pieces =>
            {
                var text = Encoding.UTF8.GetString(IdeaTables.ForNotion([Card with { Title = string.Concat(pieces), Problem = string.Join('\n', pieces), AuthorName = pieces[0] }], isForExcel: false));

                // Cut at every separator there is, inside of quotes too.
                foreach (var cell in text.Split([';', '\n', '\r']).Select(cell => cell.Trim(' ', '"', '\u3000')))
                {
                    Assert.False(cell is ['=' or '+' or '-' or '@' or '＝', ..], cell);
                }

                Assert.All(Rows(Encoding.UTF8.GetBytes(text)).SelectMany(row => row), cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝', ..], cell));
            },
            iter: 1000);
    }

    [Fact]
    public void Nasty_titles_come_back_from_a_table_as_they_were()
    {
        var cards = Nasty.Select((title, index) => Card with { Number = index + 1, Title = title, Problem = title }).ToList();

        var rows = Rows(IdeaTables.ForNotion(cards, isForExcel: true));

        Assert.Equal(Nasty.Length + 1, rows.Count);
        foreach (var (title, row) in Nasty.Zip(rows.Skip(1)))
        {
            Assert.Equal(19, row.Length);
            Assert.Equal(Shown(title).Replace('\n', ' '), row[0].Replace("'", "").Replace("• ", "- "), ignoreAllWhiteSpace: true);
        }

        static string Shown(string title) => ExportText.Clean(title).Replace("'", "");
    }

    [Fact]
    public void A_document_has_a_section_for_each_status_and_nothing_people_typed_is_markdown()
    {
        var cards = Nasty.Select((title, index) => Card with { Number = index + 1, Title = title, Problem = title, Status = index % 2 == 0 ? IdeaStatus.Proposed : IdeaStatus.Parked }).ToList();

        var document = Markdown.Parse(Encoding.UTF8.GetString(IdeaMarkdown.Of("Ideas *of* ProDev", cards)), new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseTaskLists().Build());
        var headings = document.OfType<HeadingBlock>().ToLookup(heading => heading.Level, heading => Literal(heading.Inline!));
        var links = document.Descendants<AutolinkInline>().Select(link => link.Url).Distinct();

        Assert.Equal(["Ideas *of* ProDev"], headings[1]);
        Assert.Equal(["Proposed", "Parked"], headings[2]);
        Assert.Equal(
            cards.OrderBy(card => card.Status).ThenBy(card => card.Number).Select(card => $"#{card.Number} {ExportText.Line(card.Title)}".TrimEnd()), headings[3]);
        Assert.Equal(["https://example.com/?a=b&c=d", Card.Repository, Card.ThreadUrl], links.OrderBy(link => link!.Contains("example", StringComparison.Ordinal) ? 0 : 1));
        Assert.All(document.Descendants<LinkInline>(), link => Assert.Contains(Literal(link), link.Url)); // what looks like an address leads there
        Assert.DoesNotContain(document.Descendants(), block => block is HtmlBlock or HtmlInline or QuoteBlock or CodeBlock or ThematicBreakBlock or Markdig.Extensions.Tables.Table);
        Assert.Equal(new[] { "Problem", "For whom", "Solution" }.Order(), document.Descendants<EmphasisInline>().Select(Literal).Distinct().Order());
        Assert.Equal(cards.Count, document.OfType<ListBlock>().Count()); // the facts, and no list that somebody typed
    }

    [Fact]
    public void What_was_typed_on_several_lines_stays_so_in_a_document()
    {
        var document = Markdown.Parse(Encoding.UTF8.GetString(IdeaMarkdown.Of("Ideas", [Card])));

        Assert.Equal(
            "Solution / - match by topic / - match by hours",
            string.Join(" / ", document.OfType<ParagraphBlock>().Select(paragraph => Literal(paragraph.Inline!)).SkipWhile(paragraph => paragraph != "Solution")));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a link")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_link_is_no_repository(string typed)
    {
        Assert.DoesNotContain("Repository", Encoding.UTF8.GetString(IdeaMarkdown.Of("Ideas", [Card with { Repository = typed }])));
    }

    [Fact]
    public void A_trello_board_has_what_its_importers_insist_on()
    {
        var cards = Nasty.Select((title, index) => Card with { Number = index + 1, Title = title, Tags = [title, "django"], Status = (IdeaStatus)(index % 10) }).ToList();
        using var board = JsonDocument.Parse(TrelloBoard.Of(Guild, "Ideas", cards, Monday));
        var root = board.RootElement;

        // Wekan
        Assert.Equal(("Ideas", "private", "blue"), (Text(root, "name"), Text(root.GetProperty("prefs"), "permissionLevel"), Text(root.GetProperty("prefs"), "background")));
        var lists = root.GetProperty("lists").EnumerateArray().ToDictionary(list => Text(list, "id"), list => (Name: Text(list, "name"), Closed: list.GetProperty("closed").GetBoolean()));
        var labels = root.GetProperty("labels").EnumerateArray().ToDictionary(label => Text(label, "id"), label => Text(label, "name"));
        var created = root.GetProperty("actions").EnumerateArray().ToDictionary(action => Text(action.GetProperty("data").GetProperty("card"), "id"), action => (Type: Text(action, "type"), Date: Moment(action, "date")));
        Assert.Equal("Proposed Shaping Ready Building Shipped Parked", string.Join(' ', lists.Values.Where(list => !list.Closed).Select(list => list.Name)));
        Assert.Equal("InReview Declined Withdrawn Merged", string.Join(' ', lists.Values.Where(list => list.Closed).Select(list => list.Name.Replace(" r", "R"))));
        var read = root.GetProperty("cards").EnumerateArray().ToList();
        Assert.Equal(cards.Select(card => ExportText.Line(card.Title) is { Length: > 0 } title ? title : $"Idea #{card.Number}"), read.Select(card => Text(card, "name")));
        for (var i = 0; i < read.Count; i++)
        {
            var card = read[i];
            Assert.Equal(IdeaText.Status(cards[i].Status), lists[Text(card, "idList")].Name);
            Assert.Equal(Text(root, "id"), Text(card, "idBoard"));
            Assert.Equal(JsonValueKind.String, card.GetProperty("desc").ValueKind);
            Assert.Equal(lists[Text(card, "idList")].Closed, card.GetProperty("closed").GetBoolean());
            Assert.Contains("django", card.GetProperty("idLabels").EnumerateArray().Select(id => labels[id.GetString()!]));
            Assert.True(card.GetProperty("pos").TryGetInt32(out _));
            Assert.Equal(0, card.GetProperty("idMembers").GetArrayLength() + card.GetProperty("idChecklists").GetArrayLength() + card.GetProperty("attachments").GetArrayLength());

            // Nextcloud Deck reads labels from the card, dates to the millisecond, and looks for the act that made the card.
            Assert.Equal(card.GetProperty("idLabels").EnumerateArray().Select(id => id.GetString()), card.GetProperty("labels").EnumerateArray().Select(label => Text(label, "id")));
            Assert.Equal(cards[i].TouchedAt, Moment(card, "dateLastActivity"));
            Assert.Equal(JsonValueKind.Null, card.GetProperty("due").ValueKind);
            Assert.Equal(("createCard", cards[i].CreatedAt), created[Text(card, "id")]);
        }

        Assert.All(new[] { "members", "memberships", "checklists", "customFields" }, name => Assert.Equal(0, root.GetProperty(name).GetArrayLength()));
        Assert.All(lists.Keys.Concat(labels.Keys).Concat(created.Keys), id => Assert.Matches("^[0-9a-f]{24}$", id));
        Assert.Equal(read.Count, created.Count);
    }

    [Fact]
    public void The_same_ideas_give_the_same_bytes_in_whatever_order_they_are_read()
    {
        var cards = Nasty.Select((title, index) => Card with { Number = index + 1, Title = title, Tags = [title, "django"], Status = (IdeaStatus)(index % 10) }).ToArray();
        Gen.Shuffle(cards).Sample(
            shuffled =>
            {
                Assert.Equal(TrelloBoard.Of(Guild, "Ideas", cards, Monday), TrelloBoard.Of(Guild, "Ideas", shuffled, Monday));
                Assert.Equal(IdeaTables.ForNotion(cards, true), IdeaTables.ForNotion(shuffled, true));
                Assert.Equal(IdeaTables.ForTrello(cards), IdeaTables.ForTrello(shuffled));
                Assert.Equal(IdeaMarkdown.Of("Ideas", cards), IdeaMarkdown.Of("Ideas", shuffled));
            },
            iter: 20);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static DateTimeOffset Moment(JsonElement of, string name) =>
        DateTimeOffset.ParseExact(Text(of, name), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Literal(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Original.ToString(),
        _ => "",
    }));

    private static List<string[]> Rows(byte[] csv)
    {
        using var reader = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        reader.SetDelimiters(",");
        var rows = new List<string[]>();
        while (!reader.EndOfData)
        {
            rows.Add(reader.ReadFields()!);
        }

        return rows;
    }
}
