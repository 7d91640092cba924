using CsCheck;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

public sealed class PageCutTests
{
    [Fact]
    public void What_fits_stays_as_it_is() => Assert.Equal("short", PageCut.Fit("short", 100));

    [Fact]
    public void A_code_block_that_is_cut_is_closed()
    {
        var text = "Words.\n```python\n" + string.Concat(Enumerable.Repeat("print('a line')\n", 40)) + "```\nMore.";

        var fit = PageCut.Fit(text, 200);

        Assert.EndsWith("print('a line')\n```\n-# shortened; the sources have more", fit, StringComparison.Ordinal);
        Assert.True(fit.Length <= 200);
    }

    [Fact]
    public void A_code_block_of_which_nothing_would_be_left_is_left_out()
    {
        var text = string.Concat(Enumerable.Repeat("Plain words to read.\n", 8)) + "```sql\n" + new string('x', 200) + "\n```";

        Assert.EndsWith("Plain words to read.\n-# shortened; the page has more", PageCut.Fit(text, 220, "the page has more"), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_closed_code_block_nothing_is_closed_again()
    {
        var text = "```\ncode\n```\n" + string.Concat(Enumerable.Repeat("Plain words to read.\n", 40));

        Assert.EndsWith("Plain words to read.\n-# shortened; the sources have more", PageCut.Fit(text, 200), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_cut_fits_and_leaves_no_half_character()
    {
        string[] pieces = ["a", "b ", "\n", "```", "🎉", "é", "👩‍👩‍👧"];
        Gen.Int[0, pieces.Length - 1].Array[0, 400].Sample(chosen =>
        {
            var fit = PageCut.Fit(string.Concat(chosen.Select(at => pieces[at])), 200);

            Assert.True(fit.Length <= 200);
            for (var i = 0; i < fit.Length; i++)
            {
                Assert.True(!char.IsSurrogate(fit[i]) || char.IsSurrogatePair(fit, char.IsHighSurrogate(fit[i]) ? i : i - 1));
            }
        });
    }

    [Theory]
    [InlineData("A **cache** keeps answers in `Redis 8.0`. It is fast.", "A cache keeps answers in Redis 8.0.")]
    [InlineData("One sentence\nover two lines", "One sentence over two lines")]
    [InlineData("This sentence goes on and on until it is too long", "This sentence goes on and on until it is…")]
    [InlineData("[x](http://evil.example) *y*", "\\[x\\](http://evil.example) \\*y\\*")]
    [InlineData("", "")]
    public void A_list_shows_the_first_sentence_as_plain_words(string markdown, string words) =>
        Assert.Equal(words, PageCut.FirstSentence(markdown, 45));
}
