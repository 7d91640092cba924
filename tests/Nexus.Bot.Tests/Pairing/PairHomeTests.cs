using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>The private threads of pairs, and what people see of their own.</summary>
public sealed class PairHomeTests
{
    [Fact]
    public async Task The_opener_pings_both_and_tells_what_each_builds_and_when_both_have_time()
    {
        await using var world = await DrawnAsync(2);
        var thread = (await world.PairOfAsync(1, 1)).ThreadId!.Value;
        var opener = Assert.Single(world.Posts, post => post.Channel == thread);

        Assert.Equal([Of(1).Id, Of(2).Id], opener.Pings.Order());
        Assert.StartsWith(
            "## 👋 <@101> and <@102>\nA round put you together (Round 1, pair 1), and this place is yours.\n\n• <@101> · backend\n• <@102> · frontend\n\n"
            + "🕑 You share 21 hours in the coming week, by each one's own clock:\n• <t:1795543200:F> to <t:1795554000:t>\n",
            opener.Text, StringComparison.Ordinal);
        Assert.Contains("-# and 1 more\n**How to begin**\n1. Say hello", opener.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_with_whom_and_how_they_stand_to_rounds()
    {
        await using var world = await DrawnAsync(2);
        var thread = (await world.PairOfAsync(1, 1)).ThreadId!.Value;
        Assert.Equal(
            $"👥 **Your pairs**\n• <@102> (Round 1, pair 1), since <t:1795424400:D>: https://discord.com/channels/1/{thread}\n"
            + "🎲 **Rounds of pairs**: you take part. No next one is planned yet. When a mentor starts it, I put you with somebody who fits and whom you have not met, and the two of you get a private thread.\n"
            + "[Skip the next one] [Pause…] [Leave]",
            await world.RunAsync(Of(1), "pair show"));
        Assert.StartsWith("👥 You are in no pair now. `/pair find` shows who fits you.\n🎲 **Rounds of pairs**: You take part in no rounds.", await world.RunAsync(Of(9), "pair show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_channel_mentors_are_told_once_for_all_pairs_and_the_threads_come_when_there_is_one()
    {
        await using var world = await StartAsync(6);
        await world.Slice.ConfigureAsync(it => it.TeamChannelId = null);
        await world.JoinAsync(1, 2, 3, 4, 5, 6);
        await world.DrawAsync();
        await world.PassAsync(TimeSpan.FromMinutes(30));
        var told = Assert.Single(world.Texts(Log), text => text.Contains("has no thread", StringComparison.Ordinal));
        Assert.StartsWith("📝 Nexus ⚠️ The pair “Round 1, pair 1” has no thread: no channel is chosen for teams", told, StringComparison.Ordinal);

        await world.Slice.ConfigureAsync(it => it.TeamChannelId = Place);
        await world.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal([2, 2, 2], world.Threads.Values.Select(people => people.Count));
    }

    [Fact]
    public async Task When_one_leaves_the_server_the_other_is_told_and_may_come_into_the_running_round_again()
    {
        await using var world = await DrawnAsync(4);
        var mates = (await world.PairsAsync(1)).Single(pair => pair.Contains(1));
        var (stays, goes) = (mates[0], mates[1]);
        var thread = (await world.PairOfAsync(1, stays)).ThreadId!.Value;
        world.Members.Remove(Of(goes).Number);
        await world.HappenAsync<GuildMemberRemoveEvent, PairMemberLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = Of(goes).Id } }));
        await world.SettleAsync();
        Assert.Equal($"🚪 <@{100 + goes}> has left the server. In the first half of the round, `/pair join` finds you somebody else; otherwise the next round does.", world.Last(thread, "has left").Text);

        await world.JoinAsync(stays);
        await world.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Contains(await world.PairsAsync(1), pair => pair.Count == 3 && pair.Contains(stays));
        Assert.StartsWith("👥 **Your pairs**\n• ", await world.RunAsync(Of(stays), "pair show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_turns_out_to_be_gone_when_the_thread_is_made_is_taken_out_of_it()
    {
        await using var world = await StartAsync(3);
        await world.JoinAsync(1, 2, 3);
        await world.DrawAsync();
        world.Gone.Add(Of(3).Id);
        await world.SettleAsync();
        await using var db = world.Slice.Db();
        Assert.Equal([Of(3).Id], await db.In<PairMember>(Interactions.Guild).Where(member => member.LeftAt != null).Select(member => member.PersonId).ToListAsync());
        Assert.Equal(PairStatus.Active, (await db.In<Pair>(Interactions.Guild).SingleAsync()).Status);
        Assert.DoesNotContain("<@103>", Assert.Single(world.Posts, post => post.Channel == (world.Threads.Keys.Single())).Text, StringComparison.Ordinal);
    }

    private static async Task<RoundsWorld> DrawnAsync(int people)
    {
        var world = await StartAsync(people);
        await world.JoinAsync([.. Enumerable.Range(1, people)]);
        await world.DrawAsync();
        await world.SettleAsync();
        return world;
    }
}
