using CsCheck;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Tests.Routing;

public sealed class MdTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("**bold** _it_ `code` ~~no~~ ||s||", @"\*\*bold\*\* \_it\_ \`code\` \~\~no\~\~ \|\|s\|\|")]
    [InlineData("[click](https://evil.example)", @"\[click\](https://evil.example)")]
    [InlineData("<@123> <#5> <:x:1>", "\\<@\u200B123\\> \\<#5\\> \\<:x:1\\>")]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("# title\n- item\n1. first", "\\# title\n\\- item\n1\\. first")]
    [InlineData("> quoted", @"\> quoted")]
    [InlineData("version 1.2", "version 1.2")]
    [InlineData(null, "")]
    public void User_text_is_shown_as_it_was_typed_and_does_nothing(string? typed, string shown) => Assert.Equal(shown, Md.Escape(typed));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one word too many", 9, "one word…")]
    [InlineData("👩‍👩‍👧‍👦 family", 6, "…")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301…")]
    [InlineData("e\u0301e\u0301", 2, "…")]
    public void Text_is_cut_between_text_elements(string text, int max, string cut) => Assert.Equal(cut, Md.Cut(text, max));

    [Fact]
    public void Whatever_is_cut_fits_and_splits_no_surrogate_pair() => Gen.Select(Gen.String, Gen.Int[1, 40]).Sample((text, max) =>
    {
        var cut = Md.Cut(text, max);
        return cut.Length <= max && (cut.Length == 0 || !char.IsHighSurrogate(cut[^1]));
    });

    [Fact]
    public void Whatever_is_typed_leaves_no_mention_and_no_masked_link() => Gen.String[Gen.Char["<@[](\\#`a\n1.e"], 0, 30].Sample(text =>
    {
        var shown = Md.Escape(text);
        for (var i = 0; i < shown.Length; i++)
        {
            if ("<[`".Contains(shown[i]) && (shown[..i].Reverse().TakeWhile(c => c == '\\').Count() % 2 == 0))
            {
                return false;
            }
        }

        return !shown.Contains("@e") && !shown.Contains("@1");
    });
}
