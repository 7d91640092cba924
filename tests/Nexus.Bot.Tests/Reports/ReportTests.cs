using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Reports;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Reports;

public sealed class ReportTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nexus-report-");
    private readonly SliceWorld _world;

    public ReportTests()
    {
        Write("celery", "Celery", "redis");
        Write("redis", "Redis", "celery");
        _world = new SliceWorld(configure: services => services.AddSingleton(new HubFolder(_folder.FullName)));
    }

    private LookupLog Log => _world.Services.GetRequiredService<LookupLog>();

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Of_a_quiet_server_it_says_so_without_a_picture()
    {
        var report = await RunAsync();

        Assert.Equal(
            """
            ## The hub, last 8 weeks
            Nobody looked anything up.
            -# 2 pages, all served, every link leads somewhere. Weeks start on Monday (UTC).
            """,
            ReplyText.Of(report));
        Assert.True(report.IsPrivate);
        Assert.Null(report.Files);
    }

    [Fact]
    public async Task It_shows_what_was_missed_with_what_people_opened_then_and_what_is_read()
    {
        Show("redis", 3);
        _world.Clock.Advance(TimeSpan.FromDays(7));
        Show("celery", 2);
        Show("redis", 1);
        Miss("Kubernetes operators!", 4);
        Miss("message broker zmq", 2);
        Log.Picked(Interactions.Guild, "Message broker ZMQ", "celery");
        Log.Missed(new Snowflake(987654321), "secret plans of another server");

        var report = await RunAsync(weeks: 2);

        Assert.Equal(
            """
            ## The hub, last 2 weeks
            Pages were shown 6 times, most often Redis.
            ### Asked for, and not in the hub
            - **kubernetes operators**, asked 4 times
            - **message broker zmq**, asked twice; 1 then opened Celery: is it another name for it?
            ### Read most
            - Redis: 4 times, 1 this week
            - Celery: twice, 2 this week
            -# 2 pages, all served, every link leads somewhere. Weeks start on Monday (UTC).
            [Add a name to Celery] [Write “kubernetes operators”]
            """,
            ReplyText.Of(report));
        Assert.Equal("suggestions.edit.v1:celery", ReplyText.ButtonId(report, "Add a name to Celery"));
        Assert.Equal("suggestions.new.v1:kubernetes operators", ReplyText.ButtonId(report, "Write “kubernetes operators”"));
    }

    [Fact]
    public async Task The_picture_goes_with_it_and_says_in_words_what_it_shows()
    {
        Show("redis", 3);
        Miss("kafka", 2);

        var report = await RunAsync(weeks: 2);

        var file = Assert.Single(report.Files!);
        Assert.Equal(ReportViews.PictureName, file.FileName);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file.Content[..4].ToArray());
        Assert.Equal("Bar chart. Pages shown, by week: 16 Nov 0, 23 Nov 3. Asked for, and not in the hub: kafka 2.", file.Description);
        var item = Assert.Single(ReplyText.AllOf(report.Components).OfType<MediaGallery>().Single().Items);
        Assert.Equal(($"attachment://{ReportViews.PictureName}", file.Description), (item.Media.Url, item.Description));
    }

    [Fact]
    public async Task What_the_hub_answers_by_now_and_what_was_asked_long_ago_is_left_out()
    {
        Miss("what is redis", 5);
        Miss("kafka", 1);
        await Log.FlushAsync(default);
        _world.Clock.Advance(TimeSpan.FromDays(21));
        Miss("terraform", 1);

        Assert.Equal(["**terraform**, asked once"], Lines(await RunAsync(weeks: 2), "### Asked for"));
        Assert.Equal(["**kafka**, asked once", "**terraform**, asked once"], Lines(await RunAsync(weeks: 6), "### Asked for").Order());
    }

    [Fact]
    public async Task Pages_that_did_not_help_come_with_their_votes()
    {
        await using (var db = _world.Db())
        {
            db.AddRange(Vote("celery", 1, false), Vote("celery", 2, false), Vote("celery", 3, true), Vote("redis", 1, true), Vote("gone", 1, false));
            await db.SaveChangesAsync();
        }

        var report = await RunAsync();

        Assert.Equal(["Celery: 2 of 3 said so"], Lines(report, "### Did not help"));
        Assert.Equal("suggestions.edit.v1:celery", ReplyText.ButtonId(report, "Improve Celery"));
    }

    [Fact]
    public async Task Broken_files_dead_links_conflicts_and_pages_nobody_reviews_are_named()
    {
        Write("docker", "Docker", "podman");
        Write("old", "Old page", "celery", reviewed: "2025-11-01");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bad`name.md"), "no front matter");
        await using (var db = _world.Db())
        {
            var file = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "celery.md"));
            db.Add(new PageRevision
            {
                GuildId = Interactions.Guild,
                Slug = "celery",
                Number = 1,
                Markdown = file.Replace("Celery", "Our *Celery*", StringComparison.Ordinal),
                FileMarkdown = file + "\nan older file",
                Note = "test",
                AuthorId = new Snowflake(1),
                ApprovedBy = new Snowflake(2),
                ApprovedAt = _world.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }

        var report = await RunAsync();

        Assert.Equal(
            [
                "`badˋname.md` is not served: a page starts with front matter between two lines '---'.",
                "Our \\*Celery\\*: its file was changed, and so was it here; decide with `/topic queue`",
                "Docker leads to `podman`, which is not there",
            ],
            Lines(report, "### To repair"));
        Assert.Equal(["Old page, last on 1 Nov 2025"], Lines(report, "### To review"));
        Assert.EndsWith("-# 4 pages. Weeks start on Monday (UTC).", ReplyText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_report_fits_what_Discord_takes()
    {
        for (var i = 0; i < 40; i++)
        {
            Write($"page-{i}", new string('*', 70) + i, string.Join(", ", Enumerable.Range(0, 9).Select(n => $"gone-{i}-{n}")), reviewed: "2024-01-01");
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, new string('_', 90) + i + ".md"), $"---\nslug: {new string('*', 400)}\n---\n");
            Miss("zz " + string.Join(' ', Enumerable.Repeat("qq" + (char)('a' + i % 26) + (char)('a' + i / 26), 24)), 1000 + i);
        }

        await _world.RunJobAsync<FlushLookupsJob>();
        var hub = await _world.Services.GetRequiredService<GuildHubs>().OfAsync(Interactions.Guild, default);
        foreach (var page in hub.Pages)
        {
            Show(page.Slug, 9999);
        }

        var report = await RunAsync(weeks: 26);

        var parts = ReplyText.AllOf(report.Components).ToList();
        Assert.InRange(parts.OfType<TextDisplay>().Sum(text => text.Content.Length), 2000, PageCard.MostText);
        Assert.InRange(parts.Count, 5, 40);
        Assert.All(parts.OfType<Button>(), button => Assert.True(button.Label!.Length <= 80 && button.CustomId!.Length <= 100));
        Assert.InRange(Assert.Single(report.Files!).Description!.Length, 100, 1024);
    }

    [Fact]
    public void It_is_for_mentors_only() =>
        Assert.Equal((Audience.Mentors, Visibility.Private), (ShowReportCommand.Spec.Audience, ShowReportCommand.Spec.Visibility));

    private static IEnumerable<string> Lines(Reply report, string heading) => ReplyText.Of(report).Split('\n')
        .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal))
        .Select(line => line[2..]);

    private Task<Reply> RunAsync(int? weeks = null) => _world.RunAsync(TestPerson.Mentor, "topic report", weeks is { } number ? new { weeks = number } : null);

    private void Show(string slug, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Log.Shown(Interactions.Guild, slug);
        }
    }

    private void Miss(string question, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Log.Missed(Interactions.Guild, question);
        }
    }

    private PageFeedback Vote(string slug, ulong user, bool isHelpful) =>
        new() { GuildId = Interactions.Guild, Slug = slug, UserId = new Snowflake(user), IsHelpful = isHelpful, At = _world.Clock.GetUtcNow() };

    private void Write(string slug, string title, string related, string reviewed = "2026-11-20") => File.WriteAllText(Path.Combine(_folder.FullName, slug + ".md"), $"""
        ---
        slug: {slug}
        title: "{title}"
        kind: topic
        level: beginner
        related: [{related}]
        owner: mentors
        last_reviewed: {reviewed}
        ---
        ## Summary
        All about {slug} as it is run here.
        """);
}
