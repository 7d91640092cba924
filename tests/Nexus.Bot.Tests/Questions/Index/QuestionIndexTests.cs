using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Search;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Question = Nexus.Bot.Features.Questions.Question;

namespace Nexus.Bot.Tests.Questions.Index;

public sealed class QuestionIndexTests
{
    [Fact]
    public async Task A_question_is_found_by_its_own_words_and_by_those_of_the_answer_that_helped()
    {
        await using var world = new SliceWorld();
        await Archive.AddAsync(world, 1, "Kombu cannot reach the broker", "It says connection refused.");
        var id = await Archive.AddAsync(world, 2, "My Celery task runs twice", "Each mail is sent two times.", answer: "Raise visibility_timeout above the longest task.");

        Assert.Equal([id], await SearchAsync(world, "celery runs twice"));
        Assert.Equal([id], await SearchAsync(world, "visibility_timeout"));
    }

    [Fact]
    public async Task The_same_problem_in_other_words_was_asked_before_and_what_was_answered_makes_nothing_alike()
    {
        await using var world = new SliceWorld();
        var id = await Archive.AddAsync(world, 2, "My Celery task runs twice", "Each mail is sent two times.", answer: "CORS_ALLOWED_ORIGINS blocked by CORS policy on the frontend");

        var hit = Assert.Single(await AskedBeforeAsync(world, "celery executes the same job two times", "Users get the mail two times."));
        Assert.Equal(id, hit.Key);
        Assert.True(hit.Likeness >= Sameness.Same, $"{hit.Likeness}");
        Assert.DoesNotContain(await AskedBeforeAsync(world, "Request blocked by CORS policy", "The frontend gets no answer, CORS_ALLOWED_ORIGINS is set."), it => it.Likeness >= Sameness.Same);
    }

    [Fact]
    public async Task Drafts_withdrawn_questions_and_those_of_other_servers_are_not_found()
    {
        await using var world = new SliceWorld();
        await Archive.AddAsync(world, null, "My Celery task runs twice", "draft");
        await Archive.AddAsync(world, 1, "My Celery task runs twice", "withdrawn", change: it => it.State = QuestionState.Withdrawn);
        await Archive.AddAsync(world, 1, "My Celery task runs twice", "elsewhere", guild: new Snowflake(2));

        Assert.Empty(await SearchAsync(world, "celery task runs twice"));
        Assert.Empty(await AskedBeforeAsync(world, "My Celery task runs twice", "elsewhere"));
    }

    [Fact]
    public async Task Each_saved_change_is_found_at_once()
    {
        await using var world = new SliceWorld();
        var id = await Archive.AddAsync(world, 1, "My Celery task runs twice", "Each mail is sent two times.");
        Assert.Equal([id], await SearchAsync(world, "celery runs twice"));

        await ChangeAsync(world, id, (life, db, question) =>
        {
            question.Title = "Gunicorn workers die";
            return life.SaveAsync(db, question, CancellationToken.None);
        });
        Assert.Equal([id], await SearchAsync(world, "gunicorn dies"));

        await ChangeAsync(world, id, (life, db, question) =>
            life.TakeAsync(db, question, QuestionAct.Withdraw, new QuestionActor(question.AskerId, IsMentor: false, IsHelping: false), default, CancellationToken.None));
        Assert.Empty(await SearchAsync(world, "gunicorn dies"));
    }

    [Fact]
    public async Task A_page_of_the_hub_names_what_was_solved_about_it_and_how_many_wait()
    {
        await using var world = new SliceWorld();
        await Archive.AddAsync(world, 1, "My task runs *twice*", "x", answer: "y", change: it => it.Topics = ["celery"]);
        await Archive.AddAsync(world, 2, "Open", "x", change: it => it.Topics = ["redis", "celery"]);
        await Archive.AddAsync(world, 3, "Of another page", "x", answer: "y", change: it => it.Topics = ["celery-beat"]);

        await using var scope = world.Services.CreateAsyncScope();
        var around = await scope.ServiceProvider.GetServices<Nexus.Bot.Hub.IPageActivity>().OfType<QuestionsAboutPage>().Single().AboutAsync(Interactions.Guild, "celery", CancellationToken.None);

        Assert.Equal(["✅ #1 My task runs \\*twice\\* https://discord.com/channels/1/3001", "🟡 One question waits for an answer "], around.Select(line => $"{line.Text} {line.Url}"));
    }

    [Fact]
    public async Task Where_the_hub_knows_nothing_a_lookup_names_what_was_solved_here()
    {
        await using var world = new SliceWorld(configure: services => services.AddSingleton(new Nexus.Bot.Hub.HubFolder(Path.Combine(Path.GetTempPath(), "no-hub-here"))));
        await Archive.AddAsync(world, 7, "My Celery task runs twice", "x", answer: "Raise visibility_timeout.");

        Assert.Equal(
            "The hub has no page about “visibility\\_timeout” yet. But this was solved here:\n✅ **#7 My Celery task runs twice** · solved <t:1795424400:R>: https://discord.com/channels/1/3007/7007\n[Ask it as a question] [Suggest a page]",
            ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic lookup", new { query = "visibility_timeout" })));
    }

    [Fact]
    public void Without_the_file_of_known_problems_it_goes_on_with_words_alone() =>
        Assert.Equal(0, new ProblemsFile(NullLogger<ProblemsFile>.Instance).Read(Path.Combine(Path.GetTempPath(), "no-such-problems.txt")).Count);

    private static async Task<IReadOnlyList<long>> SearchAsync(SliceWorld world, string text) =>
        (await Of(world).SearchAsync(Interactions.Guild, text, 5, CancellationToken.None)) is { Verdict: not SearchVerdict.None } found ? found.Keys : [];

    private static async Task<IReadOnlyList<SimilarHit>> AskedBeforeAsync(SliceWorld world, string title, string text) =>
        await Of(world).AskedBeforeAsync(Interactions.Guild, new SearchDocument(title, [], [], text), 5, CancellationToken.None);

    private static QuestionIndex Of(SliceWorld world) => world.Services.GetRequiredService<QuestionIndex>();

    private static async Task ChangeAsync(SliceWorld world, long id, Func<QuestionLife, Nexus.Bot.Data.NexusDb, Question, Task> change)
    {
        await using var db = world.Db();
        await change(world.Services.GetRequiredService<QuestionLife>(), db, (await QuestionLife.FindAsync(db, Interactions.Guild, id, CancellationToken.None))!);
    }
}
