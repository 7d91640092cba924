using Nexus.Bot.Tests.Hub;
using Microsoft.Data.Sqlite;
using Nexus.Bot.Search;
using Nexus.Bot.Tests.Topics;

namespace Nexus.Bot.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Redis  Caching", "redis caching")]
    [InlineData("docker-compose.yml", "docker compose yml")]
    [InlineData("  C# & c++ ", "c# c++")]
    [InlineData("n+1", "n+1")]
    [InlineData("Café Ñandú", "cafe nandu")]
    [InlineData("What's up?", "whats up")]
    [InlineData("🎉", "")]
    [InlineData("שלום", "שלום")]
    public void Names_are_compared_without_case_marks_and_signs(string text, string normal) =>
        Assert.Equal(normal, SearchText.Normalise(text));

    [Theory]
    [InlineData("select_related", "select_related=select+related")]
    [InlineData("ModelViewSet", "modelviewset=model+view+set")]
    [InlineData("HTTPServer v2", "httpserver=http+server v2")]
    [InlineData("docker-compose.yml.", "docker-compose.yml=docker+compose+yml")]
    [InlineData("don't use C#", "dont use c#")]
    [InlineData("a/b, c", "a b c")]
    public void A_compound_is_one_word_that_knows_its_parts(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchText.Words(text).Select(word =>
            word.Parts is null ? word.Text : $"{word.Text}={string.Join('+', word.Parts)}")));

    [Theory]
    [InlineData("celery", "celery", 0)]
    [InlineData("celry", "celery", 1)]
    [InlineData("ceelry", "celery", 1)]
    [InlineData("dokcer", "docker", 1)]
    [InlineData("posgress", "postgres", 2)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("", "ab", 2)]
    public void A_slip_is_a_letter_more_less_or_other_or_two_swapped(string a, string b, int slips)
    {
        Assert.Equal(slips, EditDistance.Within(a, b, 3));
        Assert.Equal(slips, EditDistance.Within(b, a, 3));
        Assert.Equal(Math.Min(slips, 2), EditDistance.Within(a, b, 1));
    }

    [Fact]
    public void Every_word_of_the_hub_has_the_stem_that_SQLite_gives_it()
    {
        var words = ShippedHub.Index.Pages
            .SelectMany(topic => topic.Sections.Select(section => section.Markdown).Append(topic.Summary).Append(topic.Title))
            .SelectMany(text => SearchText.Words(text))
            .Select(word => word.Text)
            .Concat(["relational", "conditional", "hopefulness", "sensibilities", "agreed", "hopping", "falling", "skies", "controlling", "generalizations", "archaeology", "possibly"])
            .Where(word => word.Length is >= 3 and <= 20 && word.All(char.IsAsciiLetterLower))
            .Distinct()
            .ToList();

        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        Run(sqlite, "CREATE VIRTUAL TABLE word USING fts5(text, tokenize = 'porter ascii')");
        Run(sqlite, "CREATE VIRTUAL TABLE stem USING fts5vocab(word, 'instance')");
        foreach (var word in words)
        {
            Run(sqlite, $"INSERT INTO word VALUES ('{word}')");
        }

        using var query = sqlite.CreateCommand();
        query.CommandText = "SELECT word.text, stem.term FROM stem JOIN word ON word.rowid = stem.doc";
        using var rows = query.ExecuteReader();
        var different = new List<string>();
        while (rows.Read())
        {
            if (Stemmer.Stem(rows.GetString(0)) is var stem && stem != rows.GetString(1))
            {
                different.Add($"{rows.GetString(0)}: {stem}, SQLite {rows.GetString(1)}");
            }
        }

        Assert.True(words.Count > 1000);
        Assert.Empty(different);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
