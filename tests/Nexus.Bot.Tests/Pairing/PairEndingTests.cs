using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>What the buttons of the opener of a found pair do.</summary>
public sealed class PairEndingTests
{
    [Fact]
    public async Task That_they_met_ticks_the_list_and_can_be_taken_back_by_those_two_only()
    {
        await using var world = await StartAsync(3);
        await world.AgreeAsync(1, 2);
        var opener = world.Last((await world.FoundAsync()).ThreadId!.Value, "Your first week");
        Assert.Equal("This is for the two of this pair.", ReplyText.Of(await world.PressAsync(3, opener, "We met")));
        var met = await world.PressAsync(1, opener, "We met");
        Assert.Contains("\n2. ✅ Meet for half an hour", ReplyText.Of(met), StringComparison.Ordinal);
        Assert.Contains("\n2. ⬜ Meet for half an hour", ReplyText.Of(await world.Slice.PressAsync(Of(2), met, "We have not met yet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_is_told_kindly_once_frees_both_and_after_a_day_the_thread_is_put_away()
    {
        await using var world = await StartAsync(4);
        await world.AgreeAsync(1, 2);
        var thread = (await world.FoundAsync()).ThreadId!.Value;
        var opener = world.Last(thread, "Your first week");
        Assert.StartsWith(
            "🏁 Your pair with <@102> has ended. The thread says so kindly, and is put away, not deleted. `/pair find` shows who else fits.\n-# You can take it back until ",
            ReplyText.Of(await world.PressAsync(1, opener, "End this pair")), StringComparison.Ordinal);
        await world.PressAsync(2, opener, "End this pair");
        await world.SettleAsync();
        var told = Assert.Single(world.Posts, post => post.Channel == thread && post.Text.StartsWith("🏁", StringComparison.Ordinal));
        Assert.StartsWith("🏁 <@101> ends this pair. Thank you both for the time you gave each other; that two people go on separately is nobody's fault.\n", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Pings);
        Assert.DoesNotContain("edit", world.Calls);
        Assert.StartsWith("✉️ I asked <@103>.", ReplyText.Of(await world.InviteAsync(1, 3)), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromHours(24.1));
        Assert.Single(world.Calls, call => call == "edit");
        Assert.Equal("That could be taken back for a day. `/pair invite` asks them again.", ReplyText.Of(await world.PressAsync(2, told, "Take it back")));
    }

    [Fact]
    public async Task Within_a_day_either_takes_it_back_unless_one_has_found_somebody_else()
    {
        await using var world = await StartAsync(4);
        await world.AgreeAsync(1, 2);
        var thread = (await world.FoundAsync()).ThreadId!.Value;
        await world.PressAsync(1, world.Last(thread, "Your first week"), "End this pair");
        await world.SettleAsync();
        Assert.Contains("🏁 p1 and p2: this pair has ended. It can be taken back until", await world.RunAsync(Of(2), "pair show"), StringComparison.Ordinal);
        Assert.Equal($"🔁 The pair goes on: https://discord.com/channels/1/{thread}.", ReplyText.Of(await world.PressAsync(2, world.Last(thread, "ends this pair"), "Take it back")));
        await world.PassAsync(TimeSpan.FromHours(25));
        Assert.DoesNotContain("edit", world.Calls);
        Assert.Equal(PairStatus.Active, (await world.FoundAsync()).Status);
        Assert.Contains("[End this pair]", await world.RunAsync(Of(1), "pair show"), StringComparison.Ordinal);

        await world.PressAsync(1, world.Last(thread, "Your first week"), "End this pair");
        await world.SettleAsync();
        await world.AgreeAsync(1, 3);
        var again = world.Last(thread, "ends this pair");
        Assert.Equal("<@101> has found somebody else meanwhile. `/pair find` shows who fits you.", ReplyText.Of(await world.PressAsync(2, again, "Take it back")));
        Assert.Equal("You are in another pair meanwhile: `/pair show`.", ReplyText.Of(await world.PressAsync(1, again, "Take it back")));
    }

    [Fact]
    public async Task Who_had_a_pair_that_has_ended_can_agree_anew_at_once()
    {
        await using var world = await StartAsync(2);
        await world.AgreeAsync(1, 2);
        await world.PressAsync(1, world.Last((await world.FoundAsync()).ThreadId!.Value, "Your first week"), "End this pair");
        await world.PassAsync(TimeSpan.FromHours(25));
        await world.InviteAsync(2, 1);
        await world.SettleAsync();
        Assert.StartsWith("🎉 You and <@102> are a pair now.", await world.AnswerAsync(1, "Accept"), StringComparison.Ordinal);
        await using var db = world.Slice.Db();
        Assert.Equal(2, await db.In<Pair>(Interactions.Guild).CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_one_leaves_the_server_the_other_is_told_and_free_also_where_nobody_tells_the_bot(bool isTold)
    {
        await using var world = await StartAsync(3);
        await world.AgreeAsync(1, 2);
        var thread = (await world.FoundAsync()).ThreadId!.Value;
        world.Members.Remove(Of(2).Number);
        await (isTold
            ? world.HappenAsync<GuildMemberRemoveEvent, PairMemberLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = Of(2).Id } }))
            : world.Slice.RunJobAsync<LookForPartnersJob>());
        await world.SettleAsync();
        Assert.Equal("🚪 <@102> has left the server. `/pair find` finds somebody else.", world.Last(thread, "has left").Text);
        Assert.StartsWith("✉️ I asked <@103>.", ReplyText.Of(await world.InviteAsync(1, 3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_the_server_is_not_brought_back_into_a_pair_that_had_ended()
    {
        await using var world = await StartAsync(2);
        await world.AgreeAsync(1, 2);
        await world.PressAsync(2, world.Last((await world.FoundAsync()).ThreadId!.Value, "Your first week"), "End this pair");
        await world.SettleAsync();
        await world.HappenAsync<GuildMemberRemoveEvent, PairMemberLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = Of(2).Id } }));
        Assert.Equal("The other one has left the server, so this pair stays ended. `/pair find` shows who fits you.", ReplyText.Of(await world.PressAsync(1, world.Last((await world.FoundAsync()).ThreadId!.Value, "ends this pair"), "Take it back")));
    }

    [Fact]
    public async Task A_deleted_thread_is_made_anew_without_pinging_again()
    {
        await using var world = await StartAsync(2);
        await world.AgreeAsync(1, 2);
        var thread = (await world.FoundAsync()).ThreadId!.Value;
        await using (var db = world.Slice.Db())
        {
            var pair = await db.In<Pair>(Interactions.Guild).SingleAsync();
            pair.PlaceAt = world.Slice.Clock.GetUtcNow();
            await db.SaveChangesAsync();
            await db.In<PairMember>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, false));
        }

        world.Delete(thread);
        await world.SettleAsync();
        var anew = (await world.FoundAsync()).ThreadId!.Value;
        Assert.NotEqual(thread, anew);
        Assert.Empty(Assert.Single(world.Posts, post => post.Channel == anew).Pings);
    }
}
