using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Proposing.Review;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Ideas.Proposing;

public sealed class ReviewTests
{
    [Fact]
    public async Task Where_mentors_review_an_idea_waits_and_mentors_are_shown_it_with_approve_and_decline()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);

        var waits = await world.ProposeAsync(needs: "2 backend");

        Assert.Equal(
            "🕓 **#1 Bus times near campus** waits for a mentor, who reads it before others see it. I tell you in a direct message what comes of it.\nNeeded: 2 backend.\n[Change tags] [Edit] [Undo]",
            ReplyText.Of(waits));
        Assert.Empty(world.Forum.Posts);
        Assert.Equal(
            $"### 🕓 **#1 Bus times near campus**\n-# by <@101>, waits for review since <t:1795424400:R>\n**The problem**\n{ProposingWorld.Problem}\nNeeded: 2 backend.\n[Approve] [Decline…]",
            Assert.Single(await world.TellAsync(ReviewRequests.DeliveryKind)));
    }

    [Fact]
    public async Task Approved_it_is_posted_once_also_after_a_restart_and_its_author_hears_who_approved_it()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);
        await world.ProposeAsync();
        var queue = await world.Slice.RunAsync(TestPerson.Mentor, "idea queue");

        var done = await world.PressAsync(queue, "Approve", TestPerson.Mentor);
        await world.Slice.RestartAsync();
        await world.Slice.RunJobAsync<PostIdeasJob>();
        await world.Slice.RunJobAsync<PostIdeasJob>();

        Assert.Equal("✅ <@201> approved **#1 Bus times near campus**\nNo idea waits for review.", ReplyText.Of(done));
        Assert.Single(world.Forum.Posts);
        Assert.Equal(
            $"✅ <@201> approved your idea **#1 Bus times near campus**: https://discord.com/channels/1/{ProposingWorld.Post}/{ProposingWorld.Post}",
            Assert.Single(await world.TellAsync(ReviewedSource.DeliveryKind)));
    }

    [Fact]
    public async Task Declined_with_a_reason_its_author_changes_it_in_the_direct_message_and_proposes_it_again()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);
        await world.ProposeAsync();
        var form = await world.PressAsync(await world.Slice.RunAsync(TestPerson.Mentor, "idea queue"), "Decline…", TestPerson.Mentor);

        var declined = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { reason = "Say *which* campus." });

        Assert.Equal("✖️ <@201> declined **#1 Bus times near campus**:\n> Say \\*which\\* campus.\nNo idea waits for review.", ReplyText.Of(declined));
        Assert.Equal(
            "✖️ Your idea **#1 Bus times near campus** is not on the board yet. <@201> says:\n> Say \\*which\\* campus.\n-# Nobody but mentors has seen it. Change it, then propose it again.\n[Edit] [Propose it again]",
            Assert.Single(await world.TellAsync(ReviewedSource.DeliveryKind)));
        var idea = await world.IdeaAsync();
        var again = await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, ProposeAgainButton.Spec.For(IdeaReference.InDm(idea))));
        Assert.StartsWith("🕓 **#1 Bus times near campus** waits for a mentor", ReplyText.Of(again), StringComparison.Ordinal);
        Assert.Equal(IdeaStatus.InReview, (await world.IdeaAsync()).Status);
        Assert.Equal(2, (await world.TellAsync(ReviewRequests.DeliveryKind)).Count);
    }

    [Fact]
    public async Task Of_two_mentors_the_second_reads_what_the_first_decided_and_a_learner_sees_no_queue()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);
        await world.ProposeAsync();
        var id = (await world.IdeaAsync()).Id;
        await world.Slice.PressAsync(TestPerson.Mentor, ApproveIdeaButton.Spec.For(id));

        Assert.Equal("✅ <@201> approved **#1 Bus times near campus**", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Admin, DeclineIdeaButton.Spec.For(id))));
        Assert.Equal(Audience.Mentors, ShowIdeaQueueCommand.Spec.Audience);
        Assert.Equal([Audience.Mentors, Audience.Mentors, Audience.Mentors], new[] { ApproveIdeaButton.Spec, DeclineIdeaButton.Spec, DeclineIdeaModal.Spec }.Select(it => it.Audience));
    }

    [Fact]
    public async Task A_mentor_needs_nobody_to_read_theirs_first_and_without_a_reason_nothing_is_declined()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);
        await world.PostedAsync(who: TestPerson.Mentor);
        Assert.Single(world.Forum.Posts);
        await world.ProposeAsync("Timetables as pictures", "Nobody reads tables on phones.");
        var form = await world.PressAsync(await world.Slice.RunAsync(TestPerson.Mentor, "idea queue"), "Decline…", TestPerson.Mentor);

        Assert.Equal("Please say why: its author should know what to do next. Nothing was changed.", ReplyText.Of(await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { reason = "  " })));
    }

    [Fact]
    public async Task An_author_takes_back_what_waits_and_it_goes_to_the_mentors_again_when_they_want()
    {
        await using var world = await ProposingWorld.StartAsync(review: true);
        var undone = await world.PressAsync(await world.ProposeAsync(), "Undo");

        Assert.Equal("↩️ Your idea is withdrawn. I keep your words.\n[Propose it again]", ReplyText.Of(undone));
        Assert.Equal("No idea waits for review.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "idea queue")));
        Assert.StartsWith("🕓 **#1", ReplyText.Of(await world.PressAsync(undone, "Propose it again")), StringComparison.Ordinal);
    }
}
