using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>Two people who ask each other to be a pair, and what comes of it.</summary>
public sealed class InvitationTests
{
    private const string NoTime = "🍃 <@102> has no time for that now. It says nothing about you: `/pair find` shows others who fit.";

    [Fact]
    public async Task An_invitation_comes_by_DM_with_the_reasons_and_a_yes_opens_one_thread_for_the_two()
    {
        await using var world = await StartAsync(2);
        await world.SayAsync(1, it => it with { Goal = "finish a bot" });
        Assert.Equal(
            "✉️ I asked <@102>. They can answer until <t:1795683600:F> (<t:1795683600:R>). With a yes, the two of you get a private thread; with a no, I tell you.\n[Take it back]",
            ReplyText.Of(await world.InviteAsync(1, 2)));
        await world.SettleAsync();
        Assert.Equal(
            "✉️ **Somebody would like to be a pair with you**\n<@101> asks you to build and learn together, just the two of you.\n• covers backend\n"
            + "• you share **21 hours** in the coming week: Tue 24 Nov 18:00–21:00, Wed 25 Nov 18:00–21:00, Thu 26 Nov 18:00–21:00 and 4 more times (your time)\n-# They want: finish a bot\n"
            + "You can answer until <t:1795683600:F> (<t:1795683600:R>). A yes opens a private thread for you two. Saying no is fine: I tell them kindly, without a reason. Letting it pass is fine too.\n[Accept] [Not now]",
            Assert.Single(world.Texts(Dm(2))));

        Assert.Equal("🎉 You and <@101> are a pair now. Your private thread “p1 and p2” opens in a moment.", await world.AnswerAsync(2, "Accept"));
        await world.SettleAsync();
        var (thread, people) = Assert.Single(world.Threads);
        Assert.Equal([Of(1).Id, Of(2).Id], people.Order());
        var opener = Assert.Single(world.Posts, post => post.Channel == thread);
        Assert.Equal([Of(1).Id, Of(2).Id], opener.Pings.Order());
        Assert.Contains("You wanted to build together, and this place is yours.\n\n• <@101> · backend · wants: finish a bot\n• <@102> · frontend", opener.Text, StringComparison.Ordinal);
        Assert.Contains("**Your first week**\n1. Say hello", opener.Text, StringComparison.Ordinal);
        Assert.Empty(world.Texts(Dm(1)));

        Assert.Equal($"✅ You two are a pair: https://discord.com/channels/1/{thread}.", await world.AnswerAsync(2, "Accept"));
    }

    [Fact]
    public async Task A_no_is_told_kindly_without_a_reason_may_be_thought_over_and_nobody_asks_again_for_two_weeks()
    {
        await using var world = await StartAsync(2);
        await world.InviteAsync(1, 2);
        await world.SettleAsync();
        Assert.Equal("🍃 All right, not now. <@101> hears it kindly and without a reason, and cannot ask you again for two weeks.\n[I'd like to after all]", await world.AnswerAsync(2, "Not now"));
        await world.SettleAsync();
        Assert.Equal("🍃 <@102> has no time for that now. It says nothing about you: `/pair find` on the server shows others who fit.", Assert.Single(world.Texts(Dm(1))));
        Assert.Equal(
            "You asked <@102> not long ago, and I ask nobody twice within two weeks. From <t:1796634000:D> on you can ask again; `/pair find` shows others who fit.",
            ReplyText.Of(await world.InviteAsync(1, 2)));
        Assert.Equal("🍃 This was answered: not now.", await world.AnswerAsync(2, "Not now"));

        world.Slice.Clock.Advance(TimeSpan.FromDays(14));
        Assert.StartsWith("✉️ I asked <@102>.", ReplyText.Of(await world.InviteAsync(1, 2)), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Equal(2, world.Texts(Dm(2)).Count);
        await world.AnswerAsync(2, "Not now");
        Assert.StartsWith("🎉 You and <@101> are a pair now.", await world.AnswerAsync(2, "Accept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_days_it_has_run_out_and_a_taken_back_one_says_so()
    {
        await using var world = await StartAsync(3);
        var asked = await world.InviteAsync(1, 2);
        await world.InviteAsync(1, 3);
        await world.SettleAsync();
        Assert.Equal("↩️ You no longer ask <@102>.", ReplyText.Of(await world.Slice.PressAsync(Of(1), asked, "Take it back")));
        Assert.Equal("This invitation was taken back. `/pair find` on the server shows who fits you.", await world.AnswerAsync(2, "Accept"));
        Assert.StartsWith("You asked <@102> not long ago", ReplyText.Of(await world.InviteAsync(1, 2)), StringComparison.Ordinal);

        world.Slice.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("This invitation has run out on <t:1795683600:D>. `/pair find` on the server shows who fits you.", await world.AnswerAsync(3, "Accept"));
        Assert.Equal("This invitation has run out on <t:1795683600:D>. `/pair find` on the server shows who fits you.", await world.AnswerAsync(3, "Not now"));
        Assert.Empty(world.Threads);
    }

    [Fact]
    public async Task Three_can_be_open_at_once()
    {
        await using var world = await StartAsync(5);
        foreach (var other in new[] { 2, 3, 4 })
        {
            await world.InviteAsync(1, other);
            world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var refused = await world.InviteAsync(1, 5);
        Assert.StartsWith("You have 3 invitations open. Wait for an answer, or take one back:\n✉️ You have asked <@102>;", ReplyText.Of(refused), StringComparison.Ordinal);
        await world.Slice.PressAsync(Of(1), ReplyText.AllOf(refused.Components).OfType<Button>().First().CustomId!);
        Assert.StartsWith("✉️ I asked <@105>.", ReplyText.Of(await world.InviteAsync(1, 5)), StringComparison.Ordinal);
        Assert.StartsWith("✉️ You have asked <@105> already.", ReplyText.Of(await world.InviteAsync(1, 5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_ask_each_other_are_a_pair_at_once()
    {
        await using var world = await StartAsync(2);
        await world.InviteAsync(1, 2);
        Assert.Equal("🎉 You and <@101> are a pair now. They had asked you already. Your private thread “p1 and p2” opens in a moment.", ReplyText.Of(await world.InviteAsync(2, 1)));
        await world.SettleAsync();
        Assert.Equal(2, Assert.Single(world.Threads).Value.Count);
        Assert.Empty(world.Texts(Dm(2)));
    }

    [Fact]
    public async Task Both_asking_at_the_same_moment_and_two_presses_at_once_are_settled_by_the_rows()
    {
        await using var world = await StartAsync(4);
        await using (var db = world.Slice.Db())
        {
            var (one, other) = (PairAsk.Of(Interactions.Guild, Of(1).Id, Of(2).Id), PairAsk.Of(Interactions.Guild, Of(2).Id, Of(1).Id));
            db.AddRange(one, other);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await world.AgreeAsync(1, 2);
        await using var second = world.Slice.Db();
        world.Slice.Services.GetRequiredService<PairLife>().Open(second, Interactions.Guild, [Of(2).Id, Of(3).Id], PairSource.Found, "another");
        await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync());
    }

    [Fact]
    public async Task Who_has_joined_another_pair_meanwhile_is_clear_to_both_sides()
    {
        await using var world = await StartAsync(5);
        await world.InviteAsync(1, 2);
        await world.InviteAsync(1, 3);
        await world.InviteAsync(4, 3);
        await world.SettleAsync();
        await world.AnswerAsync(2, "Accept");
        Assert.Equal("<@101> has found somebody else meanwhile. `/pair find` shows who fits you.", ReplyText.Of(await world.PressAsync(3, world.Last(Dm(3), "<@101> asks"), "Accept", inDm: true)));
        Assert.StartsWith("👥 You are in a pair with <@101>", ReplyText.Of(await world.InviteAsync(2, 5)), StringComparison.Ordinal);
        Assert.Equal("🍃 <@101> has no time for that now. It says nothing about you: `/pair find` shows others who fit.", ReplyText.Of(await world.InviteAsync(5, 1)));

        await world.PressAsync(3, world.Last(Dm(3), "<@104> asks"), "Accept", inDm: true);
        Assert.StartsWith("👥 You are in a pair with <@104>", ReplyText.Of(await world.PressAsync(3, world.Last(Dm(3), "<@101> asks"), "Accept", inDm: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("avoids")]
    [InlineData("out")]
    [InlineData("paired")]
    public async Task Why_somebody_cannot_be_asked_by_hand_is_not_to_be_told_from_the_answer(string why)
    {
        await using var world = await StartAsync(3);
        await (why switch
        {
            "avoids" => world.AvoidAsync(2, 1),
            "out" => world.SayAsync(2, it => it with { IsOutOfPairs = true }),
            _ => world.AgreeAsync(2, 3),
        });
        Assert.Equal(NoTime, ReplyText.Of(await world.InviteAsync(1, 2)));
        await world.SettleAsync();
        Assert.DoesNotContain(world.Texts(Dm(2)), text => text.Contains("<@101>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wishes_of_ones_own_hold_as_well_also_those_said_after_the_invitation()
    {
        await using var world = await StartAsync(3);
        await world.AvoidAsync(1, 2);
        Assert.Equal("Your profile says that you would rather not work with <@102>, so I leave it. `/profile set` changes that, and nobody is told.", ReplyText.Of(await world.InviteAsync(1, 2)));
        await world.InviteAsync(1, 3);
        await world.SettleAsync();
        await world.AvoidAsync(1, 3);
        Assert.Equal("🍃 <@101> has no time for that now. It says nothing about you: `/pair find` shows others who fit.", await world.AnswerAsync(3, "Accept"));
        await world.SayAsync(1, it => it with { IsOutOfPairs = true });
        Assert.StartsWith("Your profile says that you are left out of pairing, so I ask nobody for you.", ReplyText.Of(await world.InviteAsync(1, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_hand_the_command_asks_who_is_here_and_no_bots()
    {
        await using var world = await StartAsync(2);
        Assert.StartsWith("✉️ I asked <@102>.", await world.RunAsync(Of(1), "pair invite", new { person = Of(2) }), StringComparison.Ordinal);
        Assert.Equal("That is you. `/pair find` shows who fits you.", await world.RunAsync(Of(1), "pair invite", new { person = Of(1) }));
        Assert.Equal("That is a bot. Ask a person; `/pair find` shows who fits you.", await world.RunAsync(Of(1), "pair invite", new { person = Of(8) with { IsBot = true } }));
        Assert.Equal("<@109> is not on this server, so I cannot ask them.", await world.RunAsync(Of(1), "pair invite", new { person = Of(9) with { IsOnServer = false } }));
    }

    [Fact]
    public async Task With_closed_DMs_only_the_name_is_public_and_the_invitation_opens_for_them_alone()
    {
        await using var world = await StartAsync(3);
        world.Closed.Add(Of(2).Id);
        await world.InviteAsync(1, 2);
        await world.SettleAsync();
        var post = Assert.Single(world.Posts, post => post.Channel == Elsewhere);
        Assert.Equal("✉️ <@102>, there is an invitation for you. Your direct messages are closed to me, so it is here; only you can open it.\n[Look at it]", post.Text);
        Assert.Equal([Of(2).Id], post.Pings);
        Assert.Equal("This is for somebody else to answer.", ReplyText.Of(await world.PressAsync(3, post, "Look at it")));
        var shown = await world.PressAsync(2, post, "Look at it");
        Assert.True(shown.IsPrivate);
        Assert.StartsWith("✉️ **Somebody would like to be a pair with you**\n<@101> asks you", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.Equal("This is for somebody else to answer.", ReplyText.Of(await world.Slice.PressAsync(Of(3), shown, "Accept")));
        await world.Slice.PressAsync(Of(2), shown, "Accept");
        Assert.StartsWith("✅ You two are a pair", ReplyText.Of(await world.PressAsync(2, post, "Look at it")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_has_the_invitations_in_both_directions()
    {
        await using var world = await StartAsync(3);
        await world.InviteAsync(1, 2);
        await world.InviteAsync(3, 1);
        Assert.StartsWith(
            "👥 You are in no pair now. `/pair find` shows who fits you.\n✉️ <@103> asks you to be a pair, until <t:1795683600:F> (<t:1795683600:R>).\n[Accept] [Not now]\n"
            + "✉️ You have asked <@102>; they can answer until <t:1795683600:F> (<t:1795683600:R>).\n[Take it back]\n🎲 **Rounds of pairs**",
            await world.RunAsync(Of(1), "pair show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_the_server_asks_nobody_any_more()
    {
        await using var world = await StartAsync(2);
        await world.InviteAsync(1, 2);
        await world.SettleAsync();
        await world.HappenAsync<GuildMemberRemoveEvent, PairMemberLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = Of(1).Id } }));
        Assert.Equal("This invitation was taken back. `/pair find` on the server shows who fits you.", await world.AnswerAsync(2, "Accept"));
    }

    [Fact]
    public async Task Without_a_channel_for_threads_both_are_told_and_the_thread_comes_later()
    {
        await using var world = await StartAsync(2);
        await world.Slice.ConfigureAsync(it => it.TeamChannelId = null);
        await world.InviteAsync(1, 2);
        await world.SettleAsync();
        Assert.EndsWith("Your private thread opens as soon as a channel is chosen for it; mentors are told. Until then, write to each other directly.", await world.AnswerAsync(2, "Accept"), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.StartsWith("🎉 <@102> said yes: you are a pair.", Assert.Single(world.Texts(Dm(1))), StringComparison.Ordinal);
        Assert.Single(world.Texts(Log), text => text.Contains("“p1 and p2” has no thread: no channel is chosen", StringComparison.Ordinal));

        await world.Slice.ConfigureAsync(it => it.TeamChannelId = Place);
        await world.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(2, Assert.Single(world.Threads).Value.Count);
    }

    [Fact]
    public async Task A_server_names_only_its_own_invitations()
    {
        await using var world = await StartAsync(2);
        await world.InviteAsync(1, 2);
        await using var db = world.Slice.Db();
        var ask = await db.In<PairAsk>(Interactions.Guild).SingleAsync();
        Assert.Equal("That is no longer there. `/pair show` tells how you stand.", ReplyText.Of(await world.Slice.PressAsync(Of(2), AcceptPairButton.Spec.For($"2/{ask.Id}"))));
        Assert.Equal("That is no longer there. `/pair show` tells how you stand.", ReplyText.Of(await world.Slice.PressAsync(Of(2), AcceptPairButton.Spec.For("x"))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_call_fails_or_is_the_last_that_the_program_makes_there_is_one_thread_with_both_and_one_welcome(bool dies)
    {
        for (var call = 1; ; call++)
        {
            await using var world = await StartAsync(2);
            (world.DiesAt, world.FailsAt) = (dies ? call : null, dies ? null : call);
            await world.InviteAsync(1, 2);
            await world.PassAsync(TimeSpan.FromMinutes(10));
            await world.AnswerAsync(2, "Accept");
            await world.PassAsync(TimeSpan.FromMinutes(10));
            await world.PassAsync(TimeSpan.FromMinutes(10));

            var (thread, people) = Assert.Single(world.Threads);
            Assert.Equal([Of(1).Id, Of(2).Id], people.Order());
            Assert.Single(world.Posts, post => post.Channel == thread);
            Assert.Single(world.Texts(Dm(2)));
            if (world.Calls.Count < call)
            {
                Assert.True(call > 5, "The story made fewer calls than it must.");
                return;
            }
        }
    }
}
