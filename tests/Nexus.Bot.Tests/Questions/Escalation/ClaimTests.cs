using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Questions.Escalation.LadderWorld;

namespace Nexus.Bot.Tests.Questions.Escalation;

public sealed class ClaimTests
{
    private const string Question = "**#1 Tasks never run**";

    [Fact]
    public async Task A_holder_of_whom_nothing_is_heard_is_asked_and_then_it_is_open_for_others()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);
        await world.HelpsAsync(Cy, "celery");

        await world.PassAsync(TimeSpan.FromHours(17.9));
        Assert.Empty(world.DmsOf(TestPerson.Bo));
        await world.PassAsync(TimeSpan.FromHours(0.2));
        Assert.Equal(
            $"Are you still on {Question}? It is yours since <t:1795424400:R>.\nIf I hear nothing, it is open for others again <t:1795510800:R>. No harm done either way."
            + "\n[Keep it] [Give it back] [Show](https://discord.com/channels/1/7001)",
            Assert.Single(world.DmsOf(TestPerson.Bo)));
        await world.PassAsync(TimeSpan.FromHours(6));

        Assert.Equal(QuestionState.Open, (await world.QuestionAsync(id)).State);
        Assert.StartsWith($"{Question} is open for others again, since I heard nothing from you. No harm done.", world.DmsOf(TestPerson.Bo)[^1], StringComparison.Ordinal);
        Assert.Equal(["102", "103"], world.Pings);
        await world.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(["102", "103"], world.Pings);
    }

    [Fact]
    public async Task Keep_it_gives_them_their_time_anew_and_only_them()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(19));

        Assert.Equal("This question is not yours, or not any more. Nothing was changed.", ReplyText.Of(await world.PressInDmAsync(Cy, "keepclaim", id)));
        Assert.Equal($"✅ {Question} stays yours. Thank you!\n[Show](https://discord.com/channels/1/7001)", ReplyText.Of(await world.PressInDmAsync(TestPerson.Bo, "keepclaim", id)));
        await world.PassAsync(TimeSpan.FromHours(17));

        Assert.Single(world.DmsOf(TestPerson.Bo));
        Assert.Equal(QuestionState.Claimed, (await world.QuestionAsync(id)).State);
        await world.PassAsync(TimeSpan.FromHours(8));
        Assert.Equal(QuestionState.Open, (await world.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Give_it_back_opens_it_and_asks_somebody_else()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);
        await world.HelpsAsync(Cy, "celery", capacity: 1);
        await world.PassAsync(TimeSpan.FromHours(19));

        var back = await world.PressInDmAsync(TestPerson.Bo, "givebackclaim", id);
        await world.PassAsync(TimeSpan.FromHours(5));

        Assert.StartsWith($"{Question} is open again, and I ask somebody else. Thank you for saying so.", ReplyText.Of(back), StringComparison.Ordinal);
        Assert.Equal(["102", "103"], world.Pings);
        Assert.Equal("This question is not yours, or not any more. Nothing was changed.", ReplyText.Of(await world.PressInDmAsync(TestPerson.Bo, "givebackclaim", id)));
    }

    [Fact]
    public async Task Nobody_is_asked_at_night_and_nothing_is_taken_from_who_sleeps()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo, "9:00-18:00");

        await world.PassAsync(TimeSpan.FromHours(23.9));
        Assert.Empty(world.DmsOf(TestPerson.Bo));
        await world.PassAsync(TimeSpan.FromHours(0.2));
        Assert.Single(world.DmsOf(TestPerson.Bo));
        await world.PassAsync(TimeSpan.FromHours(5));

        Assert.Equal(QuestionState.Claimed, (await world.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Writing_in_the_thread_is_a_sign_of_life()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(19));

        await WriteAsync(world, Cy);
        Assert.NotNull((await world.QuestionAsync(id)).HolderAskedAt);
        await WriteAsync(world, TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(12));

        Assert.Null((await world.QuestionAsync(id)).HolderAskedAt);
        Assert.Equal(QuestionState.Claimed, (await world.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Who_is_handed_a_question_and_who_loses_it_hear_of_it_but_not_who_did_it()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);

        await world.TakeAsync(id, QuestionAct.HandOver, TestPerson.Mentor, Cy, isMentor: true);

        Assert.Equal(
            $"{Question} was handed to you: it waits for your answer. If you cannot, give it back and I ask somebody else.\n[Give it back] [Show](https://discord.com/channels/1/7001)",
            Assert.Single(world.DmsOf(Cy)));
        Assert.Equal(
            $"{Question} is not yours any more: somebody else looks after it now. Thank you for having been there.\n[Show](https://discord.com/channels/1/7001)",
            Assert.Single(world.DmsOf(TestPerson.Bo)));
        await world.TakeAsync(id, QuestionAct.HandOver, Cy, TestPerson.Bo);
        await world.TakeAsync(id, QuestionAct.Release, TestPerson.Mentor, isMentor: true);

        Assert.Single(world.DmsOf(Cy));
        Assert.EndsWith("is not yours any more: a mentor opened it for others. Thank you for having been there.\n[Show](https://discord.com/channels/1/7001)", world.DmsOf(TestPerson.Bo)[^1], StringComparison.Ordinal);
        Assert.Equal(3, world.DmsOf(TestPerson.Bo).Count);
        Assert.Empty(world.DmsOf(TestPerson.Mentor));
    }

    [Fact]
    public async Task A_question_that_needs_no_answer_any_more_is_told_in_the_thread_when_their_DMs_are_closed()
    {
        await using var world = await LadderWorld.StartAsync();
        var id = await ClaimedAsync(world, TestPerson.Bo);
        world.Channel.Close(ChannelOnDiscord.DmOf(TestPerson.Bo.Id), 403, DiscordErrorCode.CannotSendToUser);

        await world.TakeAsync(id, QuestionAct.Withdraw, TestPerson.Ada);

        Assert.Equal($"<@102> {Question} needs no answer from you any more: it was taken back. Thank you for having been there.", world.Said[^1]);
        Assert.Equal("102", world.Pings[^1]);
    }

    private static async Task<long> ClaimedAsync(LadderWorld world, TestPerson by, string hours = "any time")
    {
        await world.HelpsAsync(by, "celery", hours);
        var id = await world.AskAsync();
        await world.TakeAsync(id, QuestionAct.Claim, by);
        return id;
    }

    private static async Task WriteAsync(LadderWorld world, TestPerson by)
    {
        await using var scope = world.Slice.Services.CreateAsyncScope();
        var message = new Message { Id = new Snowflake(1), ChannelId = LadderWorld.Thread, GuildId = Interactions.Guild, Author = new User { Id = by.Id, Username = by.Name } };
        await scope.ServiceProvider.GetRequiredService<HolderWrites>().HandleAsync(new MessageCreateEvent(message), CancellationToken.None);
    }
}
