using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Hub;

public sealed class LookupLogTests
{
    private static readonly string[] s_pieces = ["password", "is", ":", "=", "x", "404", "Traceback (most", "a/b", "Error", "\n", "sunshine", "'", "key=", "n+1"];

    private static readonly Snowflake Elsewhere = new(987654321);

    [Fact]
    public async Task What_was_looked_up_is_counted_by_server_page_and_day_and_not_in_direct_messages()
    {
        await using var world = new SliceWorld();
        var log = world.Services.GetRequiredService<LookupLog>();
        log.Shown(Interactions.Guild, "celery");
        log.Shown(null, "celery");
        log.Missed(null, "quantum physics");
        await world.RunJobAsync<FlushLookupsJob>();
        log.Shown(Interactions.Guild, "celery");
        log.Shown(Elsewhere, "celery");
        world.Clock.Advance(TimeSpan.FromDays(1));
        log.Shown(Interactions.Guild, "celery");
        await world.RunJobAsync<FlushLookupsJob>();

        await using var db = world.Db();
        Assert.Equal(
            [("celery", "2026-11-23", 2), ("celery", "2026-11-24", 1)],
            (await db.In<PageUse>(Interactions.Guild).OrderBy(use => use.Day).ToListAsync()).Select(use => (use.Slug, use.Day.ToString("yyyy-MM-dd"), use.Shown)));
        Assert.Equal(1, (await db.In<PageUse>(Elsewhere).SingleAsync()).Shown);
        Assert.Empty(await db.AcrossGuilds<LookupMiss>().ToListAsync());
    }

    [Fact]
    public async Task What_was_not_found_is_counted_with_what_people_then_picked()
    {
        await using var world = new SliceWorld();
        var log = world.Services.GetRequiredService<LookupLog>();
        log.Missed(Interactions.Guild, "What is Kafka?");
        log.Missed(Interactions.Guild, "what is  KAFKA");
        log.Picked(Interactions.Guild, "what is kafka", "rabbitmq");
        await log.FlushAsync(default);
        world.Clock.Advance(TimeSpan.FromHours(1));
        log.Missed(Interactions.Guild, "what is kafka!");
        await log.StopAsync(default);

        await using var db = world.Db();
        Assert.Equal(
            [("what is kafka", "", 3, 1), ("what is kafka", "rabbitmq", 1, 0)],
            (await db.In<LookupMiss>(Interactions.Guild).OrderBy(miss => miss.PickedSlug).ToListAsync())
                .Select(miss => (miss.Question, miss.PickedSlug, miss.Count, (int)(miss.LastAt - new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)).TotalHours)));
    }

    [Fact]
    public async Task Counts_that_cannot_be_written_are_written_the_next_time()
    {
        var databases = new Flaky();
        await using var world = new SliceWorld(configure: services => services.AddSingleton(provider =>
            new LookupLog(databases.Over(provider.GetRequiredService<INexusDbFactory>()), provider.GetRequiredService<TimeProvider>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<LookupLog>.Instance)));
        var log = world.Services.GetRequiredService<LookupLog>();
        log.Shown(Interactions.Guild, "celery");
        log.Missed(Interactions.Guild, "kafka");
        databases.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => log.FlushAsync(default));
        await log.StopAsync(default);
        log.Shown(Interactions.Guild, "celery");
        databases.IsAway = false;
        await log.FlushAsync(default);

        await using var db = world.Db();
        Assert.Equal(2, (await db.In<PageUse>(Interactions.Guild).SingleAsync()).Shown);
        Assert.Equal(1, (await db.In<LookupMiss>(Interactions.Guild).SingleAsync()).Count);
    }

    [Fact]
    public async Task A_flood_of_different_questions_keeps_to_its_bounds_and_to_what_is_asked_often()
    {
        await using var world = new SliceWorld();
        var log = world.Services.GetRequiredService<LookupLog>();
        log.Missed(Interactions.Guild, "kafka");
        log.Missed(Interactions.Guild, "kafka");
        for (var i = 0; i < 7000; i++)
        {
            log.Missed(Interactions.Guild, "noise " + new string([.. i.ToString("D4").Select(digit => (char)('a' + (digit - '0')))]));
        }

        await log.FlushAsync(default);
        await using var db = world.Db();
        Assert.InRange(await db.In<LookupMiss>(Interactions.Guild).CountAsync(), LookupLog.MostQuestions, 2 * LookupLog.MostQuestions);
        Assert.Equal(2, (await db.In<LookupMiss>(Interactions.Guild).SingleAsync(miss => miss.Question == "kafka")).Count);
    }

    [Fact]
    public async Task Old_counts_and_the_rarest_of_too_many_questions_are_deleted()
    {
        await using var world = new SliceWorld();
        var now = world.Clock.GetUtcNow();
        await using (var db = world.Db())
        {
            db.AddRange(Miss("old", 9, now.AddDays(-181)), Miss("kept", 9, now.AddDays(-179)), Use("old", -401), Use("kept", -399));
            db.AddRange(Enumerable.Range(0, ForgetLookupsJob.MostQuestionsPerServer).Select(i => Miss($"noise{i}", 1, now.AddMinutes(-i))));
            await db.SaveChangesAsync();
        }

        await world.RunJobAsync<ForgetLookupsJob>();

        await using var after = world.Db();
        var questions = await after.In<LookupMiss>(Interactions.Guild).Select(miss => miss.Question).ToListAsync();
        Assert.Equal(ForgetLookupsJob.MostQuestionsPerServer, questions.Count);
        Assert.Contains("kept", questions);
        Assert.DoesNotContain("old", questions);
        Assert.DoesNotContain($"noise{ForgetLookupsJob.MostQuestionsPerServer - 1}", questions);
        Assert.Equal("kept", (await after.In<PageUse>(Interactions.Guild).SingleAsync()).Slug);

        LookupMiss Miss(string question, int count, DateTimeOffset at) => new() { GuildId = Interactions.Guild, Question = question, Count = count, LastAt = at };

        PageUse Use(string slug, int days) => new() { GuildId = Interactions.Guild, Slug = slug, Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(days), Shown = 1 };
    }

    [Fact]
    public Task Counts_add_up_in_SQLite() => CountsAddUpAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Counts_add_up_in_PostgreSQL() => CountsAddUpAsync(DatabaseOptions.Postgres);

    [Theory]
    [InlineData("How do I use Kafka with Django?", "how do i use kafka with django")]
    [InlineData("n+1 in c# and oauth2 with select_related, ci/cd", "n+1 in c# and oauth2 with select related ci cd")]
    [InlineData("port 8000 is used 2026-11-23 12:30 +233 24 555 0199", "port is used")]
    [InlineData("mail to ada.lovelace@example.org or <@123456789012345678> @ada", "mail to or")]
    [InlineData("see https://github.com/ada/private?token=abc www.example.org", "see")]
    [InlineData("open /home/ada/project and C:\\Users\\Ada\\x ~/ada src/ada/views.py", "open and")]
    [InlineData("DB_PASSWORD=sunshine in .env", "db password in env")]
    [InlineData("my password is sunshine why", "my password why")]
    [InlineData("{\"secret\": \"hushhush\", \"user\": 1}", "secret user")]
    [InlineData("key ghp_16C7e42F292c6912E7710c838347Ae178B4a fails", "key fails")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo expired", "jwt expired")]
    [InlineData("key aBcDeFgHiJkLmNoPqRsT", "key")]
    [InlineData("ModuleNotFoundError for djangorestframework", "modulenotfounderror for djangorestframework")]
    [InlineData("Traceback (most recent call last):\n  File \"/home/ada/app.py\", line 3, in main\nValueError: invalid literal for int() with base 10: 'x'", "valueerror invalid literal for int with base x")]
    [InlineData("id 550e8400-e29b-41d4-a716-446655440000 and 3f2a9c1b77de", "id and")]
    [InlineData("🎉 !!! 123", "")]
    public void Of_a_question_only_harmless_words_are_kept(string asked, string kept) => Assert.Equal(kept, LookupWords.Of(asked));

    [Fact]
    public void Whatever_is_asked_the_words_are_short_and_stay_the_same_when_read_again() =>
        Gen.OneOf(Gen.String, Gen.Int[0, s_pieces.Length - 1].Array[0, 60].Select(pieces => string.Join(' ', pieces.Select(piece => s_pieces[piece]))))
            .Sample(text =>
            {
                var once = LookupWords.Of(text);
                Assert.True(once.Length <= LookupMissTable.MaxQuestion);
                Assert.Equal(once, LookupWords.Of(once));
            });

    private static async Task CountsAddUpAsync(string provider)
    {
        await using var world = await DataWorld.OpenAsync(provider);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var one = new LookupLog(world.Databases, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<LookupLog>.Instance);
        var other = new LookupLog(world.Databases, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<LookupLog>.Instance);
        var server = new Snowflake(8_999_999_999_999_999_999);
        foreach (var log in new[] { one, other, one })
        {
            log.Shown(server, "celery");
            log.Missed(server, "kafka");
            await log.FlushAsync(default);
        }

        await using var db = world.Create();
        var use = await db.In<PageUse>(server).SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 23), 3), (use.Day, use.Shown));
        var miss = await db.In<LookupMiss>(server).SingleAsync();
        Assert.Equal((3, clock.GetUtcNow()), (miss.Count, miss.LastAt));
    }

    private sealed class Flaky
    {
        public bool IsAway { get; set; }

        public INexusDbFactory Over(INexusDbFactory real) => new Factory(this, real);

        private sealed class Factory(Flaky flaky, INexusDbFactory real) : INexusDbFactory
        {
            public NexusDb Create() => flaky.IsAway ? throw new IOException("The disk is away.") : real.Create();
        }
    }
}
