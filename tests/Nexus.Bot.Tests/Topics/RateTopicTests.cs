using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Topics;

public sealed class RateTopicTests
{
    [Fact]
    public async Task One_person_has_one_vote_and_may_change_it()
    {
        await using var world = new TopicWorld();
        var card = await world.RunAsync("topic lookup", new { query = "celery" });

        Assert.Equal("👍 Thank you! That tells us what works.", ReplyText.Of(await world.PressAsync(card, "👍 Helpful")));
        Assert.Equal("👍 Thank you! That tells us what works.", ReplyText.Of(await world.PressAsync(card, "👍 Helpful")));
        var changed = await world.PressAsync(card, "👎 Not helpful");
        await world.Slice.PressAsync(TestPerson.Bo, card, "👍 Helpful");

        Assert.Equal(
            "Changed to 👎. Thank you for saying so; others only see how many did. What was missing? Change the page, or ask people:\n[Suggest a change] [Ask it as a question]",
            ReplyText.Of(changed));
        Assert.Equal("suggestions.edit.v1:celery", ReplyText.ButtonId(changed, "Suggest a change"));
        await using var db = world.Slice.Db();
        var votes = await db.In<PageFeedback>(Interactions.Guild).OrderBy(vote => vote.UserId).ToListAsync();
        Assert.Equal([false, true], votes.Select(vote => vote.IsHelpful));
    }

    [Fact]
    public async Task A_vote_in_a_direct_message_is_not_kept_and_that_is_said()
    {
        await using var world = new TopicWorld();

        var answer = await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, "topics.rate.v1:yes/celery"));

        Assert.Equal("I keep this for each server, so please press it there. Nothing was saved.", ReplyText.Of(answer));
        await using var db = world.Slice.Db();
        Assert.Empty(await db.AcrossGuilds<PageFeedback>().ToListAsync());
    }
}
