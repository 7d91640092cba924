using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

public sealed class TopicGuessTests
{
    [Theory]
    [InlineData("Worker says unregistered task", "I use celery with rabbitmq and my task is never run", "task-queue-failures")]
    [InlineData("blocked by CORS policy", "react on port 3000, django on 8000", "cors-errors")]
    [InlineData("makemigrations: conflicting migrations", "multiple leaf nodes after merging", "migration-conflicts")]
    public void A_question_is_given_the_pages_that_answer_it(string title, string body, string slug)
    {
        var topics = TopicGuess.Of(ShippedHub.Index, title, body);

        Assert.Equal(slug, topics[0]);
        Assert.InRange(topics.Count, 1, 3);
    }

    [Theory]
    [InlineData("useEffect runs twice in development", "My effect fetches twice when I load the page in React 18.")]
    [InlineData("state does not update after setState", "I log it right after and it is the old value")]
    [InlineData("Who can review my CV", "I would like to apply for a job next month")]
    public void A_question_about_what_the_hub_does_not_have_is_filed_under_nothing_and_may_choose_what_comes_near(string title, string body)
    {
        Assert.Empty(TopicGuess.Of(ShippedHub.Index, title, body));
        Assert.NotEmpty(TopicGuess.Near(ShippedHub.Index, title, body));
    }

    [Fact]
    public void A_page_that_fits_and_is_not_named_is_left_out() =>
        Assert.Equal(["rest-api"], TopicGuess.Of(ShippedHub.Index, "How do I paginate", "my list endpoint returns everything"));
}
