using Nexus.Sandbox.Page.Markdown;

namespace Nexus.Sandbox.Tests.Page;

public sealed class MarkdownTests
{
    private static readonly NamesOnPage Names = new()
    {
        Users = new Dictionary<ulong, string> { [1] = "ada", [2] = "b<o>" },
        Roles = new Dictionary<ulong, RoleOnPage> { [10] = new("mentor", 0x2ecc71), [11] = new("quiet", 0) },
        Channels = new Dictionary<ulong, string> { [20] = "general" },
        Reader = 1,
        ReaderRoles = new HashSet<ulong> { 11 },
    };

    [Theory]
    [InlineData("plain", "<div class=\"md-p\">plain</div>")]
    [InlineData("one\ntwo", "<div class=\"md-p\">one<br>two</div>")]
    [InlineData("**bold** *it* _it_ __under__ ~~gone~~", "<div class=\"md-p\"><strong>bold</strong> <em>it</em> <em>it</em> <u>under</u> <s>gone</s></div>")]
    [InlineData("***both***", "<div class=\"md-p\"><em><strong>both</strong></em></div>")]
    [InlineData("snake_case_name", "<div class=\"md-p\">snake_case_name</div>")]
    [InlineData("`a < b`", "<div class=\"md-p\"><code>a &lt; b</code></div>")]
    [InlineData("# One", "<div class=\"md-h1\" role=\"heading\" aria-level=\"3\">One</div>")]
    [InlineData("### Three", "<div class=\"md-h3\" role=\"heading\" aria-level=\"5\">Three</div>")]
    [InlineData("#### Four", "<div class=\"md-p\">#### Four</div>")]
    [InlineData("-# small **print**", "<div class=\"md-sub\">small <strong>print</strong></div>")]
    [InlineData("text\n-# small", "<div class=\"md-p\">text</div><div class=\"md-sub\">small</div>")]
    [InlineData("> quoted\nnot", "<blockquote><div class=\"md-p\">quoted</div></blockquote><div class=\"md-p\">not</div>")]
    [InlineData(">>> a\nb", "<blockquote><div class=\"md-p\">a<br>b</div></blockquote>")]
    [InlineData(">no space", "<div class=\"md-p\">&gt;no space</div>")]
    [InlineData("- a\n- b\nafter", "<ul><li><div class=\"md-p\">a</div></li><li><div class=\"md-p\">b</div></li></ul><div class=\"md-p\">after</div>")]
    [InlineData("3. c\n4. d", "<ol start=\"3\"><li><div class=\"md-p\">c</div></li><li><div class=\"md-p\">d</div></li></ol>")]
    [InlineData("Next:\n2. c", "<div class=\"md-p\">Next:</div><ol start=\"2\"><li><div class=\"md-p\">c</div></li></ol>")]
    [InlineData("+ not a list", "<div class=\"md-p\">+ not a list</div>")]
    [InlineData("---", "<div class=\"md-p\">---</div>")]
    [InlineData("a\n===", "<div class=\"md-p\">a<br>===</div>")]
    [InlineData("[name]: https://x.example", "<div class=\"md-p\">[name]: <a href=\"https://x.example/\" title=\"https://x.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">https://x.example/</a></div>")]
    [InlineData("https://discord.com/channels/5/20/77", "<div class=\"md-p\"><a class=\"mention\" href=\"/channels/20#message-77\">#general › message</a></div>")]
    [InlineData("[the question](https://discord.com/channels/5/20/77)", "<div class=\"md-p\"><a href=\"/channels/20#message-77\" title=\"#general › message\">the question</a></div>")]
    [InlineData("https://discord.com/channels/5/21", "<div class=\"md-p\"><a href=\"https://discord.com/channels/5/21\" title=\"https://discord.com/channels/5/21\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">https://discord.com/channels/5/21</a></div>")]
    [InlineData("```cs\nvar x = 1;\n```", "<pre class=\"md-code\"><code data-language=\"cs\">var x = 1;</code></pre>")]
    [InlineData("say ```inline``` now", "<div class=\"md-p\">say</div><pre class=\"md-code\"><code>inline</code></pre><div class=\"md-p\">now</div>")]
    [InlineData("```\n# not a heading\n\n> nor a quote```", "<pre class=\"md-code\"><code># not a heading\n\n&gt; nor a quote</code></pre>")]
    [InlineData("    four spaces", "<div class=\"md-p\">four spaces</div>")]
    [InlineData("\\*plain\\*", "<div class=\"md-p\">*plain*</div>")]
    [InlineData("&amp; &lt;", "<div class=\"md-p\">&amp;amp; &amp;lt;</div>")]
    public void Text_reads_as_it_does_on_Discord(string markdown, string html) =>
        Assert.Equal(html, DiscordMarkdown.ToHtml(markdown, Names));

    [Theory]
    [InlineData("<@1>", "<span class=\"mention mention-me\">@ada</span>")]
    [InlineData("<@!2>", "<span class=\"mention\">@b&lt;o&gt;</span>")]
    [InlineData("<@3>", "<span class=\"mention\">@unknown-user</span>")]
    [InlineData("<@&10>", "<span class=\"mention\" style=\"--role:#2ecc71\">@mentor</span>")]
    [InlineData("<@&11>", "<span class=\"mention mention-me\">@quiet</span>")]
    [InlineData("<@&12>", "<span class=\"mention\">@deleted-role</span>")]
    [InlineData("<#20>", "<a class=\"mention\" href=\"/channels/20\">#general</a>")]
    [InlineData("<#21>", "<span class=\"mention\">#No Access</span>")]
    [InlineData("</topic lookup:99>", "<button type=\"button\" class=\"mention\" data-command=\"topic lookup\">/topic lookup</button>")]
    [InlineData("@everyone", "<span class=\"mention mention-me\">@everyone</span>")]
    [InlineData("<id:customize>", "<span class=\"mention\">Channels &amp; Roles</span>")]
    [InlineData("<:party:5>", "<span class=\"emoji\">:party:</span>")]
    [InlineData("<t:1700000000:R>", "<nexus-time unix=\"1700000000\" format=\"R\">14 November 2023 22:13 UTC</nexus-time>")]
    [InlineData("<t:1700000000>", "<nexus-time unix=\"1700000000\" format=\"f\">14 November 2023 22:13 UTC</nexus-time>")]
    [InlineData("<t:99999999999999999:R>", "&lt;t:99999999999999999:R&gt;")]
    [InlineData("`<@1>`", "<code>&lt;@1&gt;</code>")]
    public void Ids_and_times_read_as_names(string markdown, string html) =>
        Assert.Equal($"<div class=\"md-p\">{html}</div>", DiscordMarkdown.ToHtml(markdown, Names));

    [Fact]
    public void A_spoiler_is_hidden_until_it_is_pressed() =>
        Assert.Matches("^<div class=\"md-p\">it was <span class=\"spoiler\" role=\"button\" tabindex=\"0\"[^>]*>the <strong>butler</strong></span></div>$",
            DiscordMarkdown.ToHtml("it was ||the **butler**||", Names));

    [Theory]
    [InlineData("[docs](https://docs.example/a?b=1&c=2)", "href=\"https://docs.example/a?b=1&amp;c=2\"", ">docs</a>")]
    [InlineData("<https://docs.example>", "href=\"https://docs.example/\"", ">https://docs.example/</a>")]
    [InlineData("(see https://docs.example/x_(y)).", "href=\"https://docs.example/x_(y)\"", "</a>).")]
    [InlineData("https://docs.example/a.", "href=\"https://docs.example/a\"", "</a>.")]
    public void Http_addresses_become_links(string markdown, string address, string around)
    {
        var html = DiscordMarkdown.ToHtml(markdown, Names);
        Assert.Contains(address, html, StringComparison.Ordinal);
        Assert.Contains(around, html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer nofollow\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_look_like_one_address_do_not_lead_to_another() =>
        Assert.DoesNotContain("href=\"https://evil.example", DiscordMarkdown.ToHtml("[https://bank.example](https://evil.example)", Names), StringComparison.Ordinal);
}
