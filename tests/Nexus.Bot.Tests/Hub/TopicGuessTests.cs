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
}
