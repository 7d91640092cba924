using Nexus.Bot.Search;

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

    [Theory]
    [InlineData("caching", "cached")]
    [InlineData("relationships", "relationship")]
    [InlineData("queries", "query")]
    [InlineData("authentication", "authenticate")]
    [InlineData("deployment", "deploying")]
    [InlineData("migrations", "migrate")]
    public void Forms_of_a_word_have_one_stem(string a, string b) => Assert.Equal(Stems.Of(a), Stems.Of(b));

    [Theory]
    [InlineData("c#")]
    [InlineData("n+1")]
    [InlineData("http2")]
    [InlineData("שלום")]
    [InlineData("is")]
    public void What_is_no_English_word_stays_as_it_is(string word) => Assert.Equal(word, Stems.Of(word));
}
