using System.Diagnostics;
using CsCheck;
using Nexus.Bot.Search;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Search;

public sealed class SignatureIndexTests(ITestOutputHelper output)
{
    private static readonly (int Document, string Signature)[] Known =
    [
        (0, "bind for *:* failed: port is already allocated"),
        (0, "Cannot connect to the Docker daemon at *. Is the docker daemon running?"),
        (1, "ModuleNotFoundError: No module named '*'"),
        (2, "django.db.utils.OperationalError: FATAL: sorry, too many clients already"),
        (3, "consumer: Cannot connect to amqp://*: [Errno 111] Connection refused"),
        (4, "ImportError: cannot import name '*' from partially initialized module '*' (most likely due to a circular import)"),
        (5, "Access to XMLHttpRequest at '*' from origin '*' has been blocked by CORS policy"),
        (6, "django.db.migrations.exceptions.NodeNotFoundError: Migration * dependencies reference nonexistent parent node *"),
        (7, "smtplib.SMTPAuthenticationError: (535, *"),
    ];

    private readonly SignatureIndex _index = new(Known);

    [Theory]
    [InlineData("Error response from daemon: driver failed programming external connectivity on endpoint shop-web-1 (3f2ab8): Bind for 0.0.0.0:5432 failed: port is already allocated", 0)]
    [InlineData("\u001b[31mModuleNotFoundError: No module named 'rest_framework'\u001b[0m", 1)]
    [InlineData("ModuleNotFoundError: No module named \"corsheaders\"", 1)]
    [InlineData("web-1  |   File \"/app/config/urls.py\", line 5, in <module>\nweb-1  | ModuleNotFoundError: No module named 'drf_yasg'", 1)]
    [InlineData("[2026-11-20 09:14:03,112: ERROR/MainProcess] consumer: Cannot connect to amqp://guest:**@rabbit:5672//: [Errno 111] Connection refused.", 3)]
    [InlineData("connection to server at \"db\" (172.18.0.2), port 5432 failed: FATAL:  sorry, too many clients already", 2)]
    [InlineData("cannot import name 'Order' from partially initialized module 'shop.models' (most likely due to a circular import) (/home/ana/shop/models.py)", 4)]
    [InlineData("Access to XMLHttpRequest at 'http://127.0.0.1:8000/api/orders/' from origin 'http://localhost:5173' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header", 5)]
    [InlineData("smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted')", 7)]
    public void A_pasted_error_finds_the_signature_it_is_an_instance_of(string paste, int document) =>
        Assert.Equal(document, _index.Find(paste, 3)[0].Document);

    [Fact]
    public void The_line_that_matched_is_named_without_its_log_prefix()
    {
        var hit = Assert.Single(_index.Find(
            "Watching for file changes\nweb-1  | 2026-11-20 09:14:03 ERROR: ModuleNotFoundError: No module named 'environ'\nexited with code 1", 3));

        Assert.Equal("ModuleNotFoundError: No module named 'environ'", hit.Line);
        Assert.Equal("ModuleNotFoundError: No module named '*'", hit.Signature);
        Assert.Equal(1, hit.Score);
    }

    [Fact]
    public void A_whole_match_comes_before_shared_words()
    {
        var hits = _index.Find("connection refused while the docker daemon was running\nModuleNotFoundError: No module named 'celery'", 5);

        Assert.Equal(1, hits[0].Document);
        Assert.All(hits.Skip(1), hit => Assert.True(hit.Score < 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello, how are you today")]
    [InlineData("error")]
    [InlineData("ValueError: invalid literal for int() with base 10: 'abc'")]
    [InlineData("Traceback (most recent call last):\n  File \"/app/x.py\", line 3, in <module>\n    main()\nKeyError: 'name'")]
    [InlineData("the port of hamburg")]
    public void An_unknown_error_finds_nothing(string paste) => Assert.Empty(_index.Find(paste, 3));

    [Fact]
    public void A_log_that_Discord_put_into_one_line_is_searched_too()
    {
        var log = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"web-1 | GET /api/orders/{i} 200 {i}ms")) +
            " web-1 | ModuleNotFoundError: No module named 'redis' web-1 exited with code 1";

        Assert.Equal(1, _index.Find(log, 1)[0].Document);
    }

    [Fact]
    public void A_wildcard_does_not_reach_across_half_a_log() =>
        Assert.True(Assert.Single(new SignatureIndex([(0, "permission * denied")]).Find("permission " + new string('x', 300) + " denied", 1)).Score < 0.9);

    [Fact]
    public void Without_signatures_nothing_is_found() => Assert.Empty(new SignatureIndex([]).Find("permission denied", 3));

    [Fact]
    public void No_paste_throws_and_every_hit_names_a_line_of_it() =>
        Gen.OneOf(
                Gen.String[0, 800],
                Gen.OneOf(new[] { "bind for ", "*", "#", ":", "\u001b[31m", "'", "\"", "0.0.0.0:80", "/a/b", "\n", "|", "failed", "\ud83d", "\0", "port is already allocated ", "deadbeef12" }.Select(Gen.Const).ToArray())
                    .Array[0, 120].Select(parts => string.Concat(parts)))
            .Sample(paste =>
            {
                foreach (var hit in _index.Find(paste, 3))
                {
                    Assert.NotEmpty(hit.Line);
                    Assert.InRange(hit.Score, 0.01f, 1);
                }

                ErrorText.Essence(paste);
                ErrorText.IsPasted(paste);
            });

    [Theory]
    [InlineData("aaaaaaaaa")]
    [InlineData("bind for : failed ")]
    [InlineData("''''\"\"\"\"")]
    [InlineData("/\\.:-@~")]
    [InlineData("\u001b[")]
    [InlineData("\n")]
    public void A_hostile_paste_is_read_at_once(string again)
    {
        var paste = string.Concat(Enumerable.Repeat(again, 6000 / again.Length));
        var index = new SignatureIndex([.. Enumerable.Range(0, 200).Select(i => (i, $"a*a*a*b*failed * for * {i}"))]);
        index.Find(paste, 3);

        var watch = Stopwatch.StartNew();
        index.Find(paste, 3);

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:0.0} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(500), $"{watch.Elapsed.TotalMilliseconds} ms");
    }
}
