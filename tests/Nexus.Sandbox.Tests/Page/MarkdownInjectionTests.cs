using CsCheck;
using Nexus.Sandbox.Page.Markdown;

namespace Nexus.Sandbox.Tests.Page;

public sealed class MarkdownInjectionTests
{
    private static readonly NamesOnPage HostileNames = new()
    {
        Users = new Dictionary<ulong, string> { [1] = "<img src=x onerror=alert(1)>" },
        Roles = new Dictionary<ulong, RoleOnPage> { [1] = new("\"><script>", -5), [2] = new("r", 0xABCDEF) },
        Channels = new Dictionary<ulong, string> { [1] = "</a><script>" },
    };

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<!-- --><svg/onload=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/channels/1)")]
    [InlineData("[x](https:javascript:alert(1))")]
    [InlineData("[x](https://a.example\"onmouseover=\"alert(1))")]
    [InlineData("[x](<https://a.example/ onmouseover=alert(1)>)")]
    [InlineData("[x](https://a.example \"\" onmouseover=\"alert(1)\")")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("```\"><script>alert(1)</script>\ncode\n```")]
    [InlineData("```<b>\ncode\n```")]
    [InlineData("</topic\"><script>:1>")]
    [InlineData("<t:1:\">")]
    [InlineData("<:a\"b:1>")]
    [InlineData("<@1> <@&1> <#1>")]
    [InlineData("https://a.example/'onclick='alert(1)")]
    [InlineData("https://a.example/<script>")]
    [InlineData("||<script>||")]
    [InlineData("`<script>`")]
    [InlineData("> <script>")]
    [InlineData("- <script>")]
    [InlineData("-# <script>")]
    [InlineData("# <script>")]
    public void Hostile_text_stays_text(string markdown)
    {
        var html = DiscordMarkdown.ToHtml(markdown, HostileNames);
        Assert.Empty(HtmlSafety.Faults(html));
        Assert.NotEqual("", html);
    }

    [Fact]
    public void Only_http_addresses_pass_the_gate()
    {
        Assert.Equal("https://a.example/", SafeUrl.Accept("https://a.example"));
        Assert.Equal("http://127.0.0.1:5080/x", SafeUrl.Accept("http://127.0.0.1:5080/x"));
        foreach (var refused in (string[])["", "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://a.example", "\u0001javascript:alert(1)",
            "data:text/html,x", "ftp://a.example", "//a.example", "/x", "https://", "http:/\\evil.example", "https://a.example/" + new string('a', 2048)])
        {
            Assert.Null(SafeUrl.Accept(refused));
        }
    }

    private static readonly string[] Marks =
    [
        "<", ">", "<script>", "</script>", "javascript:", "[", "](", ")", "](javascript:alert(1))", "](https://a.example)", "![",
        "`", "```", "\n```\n", "||", "**", "*", "_", "__", "~~", "> ", ">>> ", "- ", "1. ", "-# ", "# ", "\n", "\n\n", " ", "  ", "\"", "'", "&", "&lt;",
        "<@1>", "<@&1>", "<#1>", "<t:1:R>", "<t:-1>", "</a b:1>", "<:x_x:1>", "https://a.example", "http://", "\\", "\t", "\r", "\0", "\u202e", "|", "\ud800", "@everyone", "onload=x",
    ];

    private static readonly Gen<string> Markup = Gen.OneOf(
        Gen.Int[0, Marks.Length - 1].Select(at => Marks[at]),
        Gen.Char.Select(character => character.ToString()),
        Gen.Const("a"));

    [Fact]
    public void No_text_throws_or_becomes_unsafe_html() =>
        Markup.Array[0, 40].Select(parts => string.Concat(parts)).Sample(
            text => !HtmlSafety.Faults(DiscordMarkdown.ToHtml(text, HostileNames)).Any(), iter: 20_000);

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("**a ")]
    [InlineData("||")]
    [InlineData("```")]
    [InlineData("``` ")]
    [InlineData("<")]
    [InlineData("![a](")]
    [InlineData("_a*")]
    public void A_message_full_of_one_mark_is_still_shown(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 4000 / mark.Length));
        Assert.Empty(HtmlSafety.Faults(DiscordMarkdown.ToHtml(text, HostileNames)));
    }
}
