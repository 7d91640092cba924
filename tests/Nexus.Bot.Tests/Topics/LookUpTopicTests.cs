using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Topics;

public sealed class LookUpTopicTests
{
    [Fact]
    public async Task The_card_has_the_page_its_slug_its_neighbours_its_sources_and_asks_whether_it_helped()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "task queue" });

        Assert.False(answer.IsPrivate);
        Assert.Equal(
            """
            ## Celery
            What **Celery** is.
            send.delay()
            -# hub: celery · intermediate · reviewed 20 Nov 2026
            [Common mistakes]
            [First: Django] [First: Python] [Next: RabbitMQ]
            [Celery documentation](https://docs.celeryq.dev/en/stable/)
            -# Was this helpful?
            [👍 Helpful] [👎 Not helpful] [Mark as read]
            """,
            ReplyText.Of(answer));
        Assert.Empty(answer.Mentions.Users ?? []);
    }

    [Fact]
    public async Task In_a_direct_message_nothing_is_asked_that_only_a_server_can_keep()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "celery" }, inDm: true);

        Assert.True(answer.IsPrivate);
        Assert.DoesNotContain("helpful", ReplyText.Of(answer), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Mark as read", ReplyText.Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_servers_own_page_thanks_those_who_wrote_it_without_pinging_them()
    {
        await using var world = new TopicWorld();
        await world.ReviseAsync("celery", world.Markdown("celery"), TestPerson.Bo.Id, new Snowflake(105));

        var answer = await world.RunAsync("topic lookup", new { query = "celery" });

        Assert.Contains("reviewed 20 Nov 2026\n-# with thanks to <@102> and <@105>", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Empty(answer.Mentions.Users ?? []);
    }

    [Fact]
    public async Task Everybody_whose_words_are_in_the_page_is_thanked_the_latest_first()
    {
        await using var world = new TopicWorld();
        await ReviseAsync(1, "One.", 901);
        await ReviseAsync(2, null, 902);
        await ReviseAsync(3, "Three.", 903);
        await ReviseAsync(4, "Four.", 904, 903);
        Assert.Equal("-# with thanks to <@904> and <@903>", await ThanksAsync());

        await ReviseAsync(5, "Five.", 905);
        await ReviseAsync(6, "Six.", 906);
        Assert.Equal("-# with thanks to <@906>, <@905>, <@904> and others", await ThanksAsync());

        await ReviseAsync(7, "Three.", 903);
        Assert.Equal("-# with thanks to <@903>", await ThanksAsync());
        await ReviseAsync(8, null, 906);
        Assert.Null(await ThanksAsync());

        Task ReviseAsync(int number, string? words, ulong author, ulong? coAuthor = null) => world.ReviseAsync(
            "celery",
            words is null ? null : world.Markdown("celery").Replace("Two beats.", words, StringComparison.Ordinal),
            new Snowflake(author),
            coAuthor is { } second ? new Snowflake(second) : null,
            number);

        async Task<string?> ThanksAsync() => ReplyText.Of(await world.RunAsync("topic lookup", new { query = "celery" }))
            .Split('\n').SingleOrDefault(line => line.StartsWith("-# with thanks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_on_around_a_page_is_on_its_card_with_a_link()
    {
        await using var world = new TopicWorld(
            new Around(new PageActivity("2 open questions", new Uri("https://discord.com/channels/1/2/3")), new PageActivity("far too long " + new string('x', 200), null)),
            new Around(new PageActivity("1 idea needs a hand", null)));

        var text = ReplyText.Of(await world.RunAsync("topic lookup", new { query = "celery" }));

        Assert.Contains("send.delay()\n▸ 2 open questions: https://discord.com/channels/1/2/3\n▸ 1 idea needs a hand\n-# hub: celery", text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", text, StringComparison.Ordinal);
        Assert.DoesNotContain("open questions", ReplyText.Of(await world.RunAsync("topic lookup", new { query = "celery" }, inDm: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_miss_offers_to_ask_people_and_to_suggest_a_page()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "how do I tame a [unicorn](http://x.example)" });

        Assert.True(answer.IsPrivate);
        Assert.Equal(
            "The hub has no page about “how do I tame a \\[unicorn\\](http://x.example)” yet. Try a name or fewer words, or ask people:\n[Ask it as a question] [Suggest a page]",
            ReplyText.Of(answer));
        Assert.Equal("questions.ask.v1:how do I tame a [unicorn](http://x.example)", ReplyText.ButtonId(answer, "Ask it as a question"));
        Assert.StartsWith("suggestions.new.v1:how do I tame", ReplyText.ButtonId(answer, "Suggest a page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_miss_with_a_question_of_six_thousand_characters_still_fits()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = string.Concat(Enumerable.Repeat("zebra 🦓\n", 750)) });

        Assert.All(
            ReplyText.AllOf(answer.Components).OfType<Nexus.Discord.Model.Button>(),
            button => Assert.InRange(button.CustomId!.Length, 1, 100));
        Assert.InRange(answer.Text!.Length, 1, 2000);
    }

    [Theory]
    [InlineData("🎉🎉🎉")]
    [InlineData("the of and")]
    [InlineData("\" * (")]
    [InlineData("``` ```")]
    public async Task What_asks_for_nothing_is_told_where_to_start(string query)
    {
        await using var world = new TopicWorld();

        Assert.Equal(
            "There is nothing in that question I can look up. Try a name or fewer words, or start with one of these:\n[First week] [Port already taken] [Python]",
            ReplyText.Of(await world.RunAsync("topic lookup", new { query })));
    }

    [Fact]
    public async Task A_question_in_another_script_can_still_be_asked()
    {
        await using var world = new TopicWorld();

        Assert.Equal(
            "The hub has no page about “שלום עולם” yet. Try a name or fewer words, or ask people:\n[Ask it as a question] [Suggest a page]",
            ReplyText.Of(await world.RunAsync("topic lookup", new { query = "שלום עולם" })));
    }

    [Fact]
    public async Task In_a_direct_message_a_miss_offers_where_to_start()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic lookup", new { query = "unicorn" }, inDm: true);

        Assert.Equal(
            "The hub has no page about “unicorn” yet. Try a name or fewer words, or start with one of these:\n[First week] [Port already taken] [Python]",
            ReplyText.Of(answer));
    }

    [Fact]
    public async Task What_was_shown_missed_and_then_picked_is_counted()
    {
        await using var world = new TopicWorld();
        await world.RunAsync("topic lookup", new { query = "celery" });
        var miss = await world.RunAsync("topic lookup", new { query = "rabbitmq kubernetes" });
        var meant = ReplyText.AllOf(miss.Components).OfType<Nexus.Discord.Model.Button>().First(button => button.CustomId!.StartsWith("topics.meant", StringComparison.Ordinal));

        var picked = await world.PressAsync(miss, meant.Label!);

        Assert.True(picked.IsPrivate);
        Assert.StartsWith($"## {meant.Label}\n", ReplyText.Of(picked), StringComparison.Ordinal);
        await world.Slice.Services.GetRequiredService<LookupLog>().FlushAsync(default);
        await using var db = world.Slice.Db();
        Assert.Equal(1, (await db.In<PageUse>(Interactions.Guild).SingleAsync(use => use.Slug == "celery")).Shown);
        var rows = await db.In<LookupMiss>(Interactions.Guild).ToListAsync();
        Assert.Contains(rows, row => row.PickedSlug.Length == 0);
        Assert.Contains(rows, row => row.PickedSlug.Length > 0);
    }

    [Fact]
    public async Task A_section_is_shown_to_who_pressed_and_a_button_of_a_page_that_is_gone_says_so()
    {
        await using var world = new TopicWorld();
        var card = await world.RunAsync("topic lookup", new { query = "celery" });

        Assert.Equal("### Celery · Common mistakes\nTwo beats.\n-# hub: celery", ReplyText.Of(await world.PressAsync(card, "Common mistakes")));
        foreach (var id in new[] { "topics.section.v1:celery/nonsense", "topics.section.v1:celery/", "topics.section.v1:", "topics.show.v1:nope", "topics.meant.v1:nope|x", "topics.meant.v1:", "topics.rate.v1:maybe/celery", "topics.rate.v1:yes/nope", "topics.read.v1:nope" })
        {
            Assert.Equal("That page or section is no longer in the hub. `/topic lookup` finds what is.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, id)));
        }
    }

    [Fact]
    public async Task A_page_with_many_sections_offers_them_in_a_list()
    {
        await using var world = new TopicWorld();
        world.Write("long", "Long page", "topic", "beginner", body: string.Concat(Enumerable.Range(1, 9).Select(number => $"\n## Part {number}\nText {number}.")));

        var card = await world.RunAsync("topic lookup", new { query = "long page" });

        Assert.Contains("[Read on…: Part 1 | Part 2 | Part 3", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.Equal("### Long page · Part 9\nText 9.\n-# hub: long", ReplyText.Of(await world.SelectAsync(card, "Read on…", "Part 9")));
    }

    [Fact]
    public async Task While_typing_the_name_being_typed_is_shown_beside_the_title()
    {
        await using var world = new TopicWorld();

        Assert.Equal("Celery · task queue", (await world.Slice.SuggestAsync(TestPerson.Ada, "topic lookup", "query", "task"))[0].Name);
        Assert.Equal("celery", (await world.Slice.SuggestAsync(TestPerson.Ada, "topic lookup", "query", "task"))[0].Value);
        Assert.Equal(
            ["First week", "Port already taken", "Python", "Celery · task queue", "Django", "RabbitMQ"],
            (await world.Slice.SuggestAsync(TestPerson.Ada, "topic lookup", "query", "")).Select(suggestion => suggestion.Name));
    }

    [Fact]
    public async Task While_typing_titles_come_before_other_names_and_an_exact_name_before_both()
    {
        await using var world = new TopicWorld();
        world.Write("races", "Race conditions", "challenge", "advanced", more: "aliases: [data race, da]");

        Assert.Equal(["races"], (await world.Slice.SuggestAsync(TestPerson.Ada, "topic lookup", "query", "da")).Select(suggestion => suggestion.Value));
        Assert.Equal(["django", "races"], (await world.Slice.SuggestAsync(TestPerson.Ada, "topic lookup", "query", "d")).Select(suggestion => suggestion.Value));
    }

    private sealed class Around(params PageActivity[] lines) : IPageActivity
    {
        public Task<IReadOnlyList<PageActivity>> AboutAsync(Snowflake guild, string slug, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PageActivity>>(guild == Interactions.Guild && slug == "celery" ? lines : []);
    }
}
