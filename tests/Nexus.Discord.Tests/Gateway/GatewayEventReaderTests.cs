using System.Text;
using CsCheck;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Discord.Tests.Gateway;

public class GatewayEventReaderTests
{
    [Fact]
    public void Every_event_record_has_a_kind_that_reads_it()
    {
        var read = GatewayEventReader.Names.Select(name => GatewayEventReader.Find(Encoding.UTF8.GetBytes(name))!.Read("{}"u8)!.GetType());
        var all = typeof(GatewayEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GatewayEvent)));
        Assert.Equal(all.Select(type => type.Name).Order(), read.Select(type => type.Name).Order());
    }

    [Fact]
    public void Every_kind_takes_fields_it_does_not_know()
    {
        foreach (var name in GatewayEventReader.Names)
        {
            Assert.NotNull(GatewayEventReader.Find(Encoding.UTF8.GetBytes(name))!.Read("""{"brand_new":{"a":[1,2,{"b":null}]},"also":"x"}"""u8));
        }
    }

    [Theory]
    [InlineData("MESSAGE_REACTION_ADD", """{"user_id":"1","channel_id":"2","message_id":"3","emoji":{"id":null,"name":"👍"},"burst":false,"type":0}""")]
    [InlineData("MESSAGE_POLL_VOTE_ADD", """{"user_id":"1","channel_id":"2","message_id":"3","guild_id":"4","answer_id":2}""")]
    [InlineData("GUILD_ROLE_DELETE", """{"guild_id":"1","role_id":"2"}""")]
    [InlineData("GUILD_MEMBERS_CHUNK", """{"guild_id":"1","members":[{"user":{"id":"5","username":"ada"},"roles":[],"joined_at":"2026-01-01T00:00:00+00:00"}],"chunk_index":0,"chunk_count":1,"nonce":"n","not_found":["9"]}""")]
    [InlineData("GUILD_DELETE", """{"id":"1","unavailable":true}""")]
    [InlineData("GUILD_SCHEDULED_EVENT_USER_ADD", """{"guild_scheduled_event_id":"1","user_id":"2","guild_id":"3"}""")]
    public void An_event_as_Discord_sends_it_is_read(string name, string data) =>
        Assert.NotNull(GatewayEventReader.Find(Encoding.UTF8.GetBytes(name))!.Read(Encoding.UTF8.GetBytes(data)));

    [Fact]
    public void A_guild_with_500_members_is_read_without_building_them()
    {
        var kind = GatewayEventReader.Find("GUILD_CREATE"u8)!;
        var small = Guild(members: 0);
        var large = Guild(members: 500);
        kind.Read(small);
        var forSmall = Allocated(() => kind.Read(small));
        var forLarge = Allocated(() => kind.Read(large));
        Assert.InRange(forLarge, 0, forSmall + 4096);
        Assert.Equal(500, Assert.IsType<GuildCreateEvent>(kind.Read(large)).Guild.MemberCount);
    }

    [Fact]
    public void A_frame_nobody_reads_makes_no_garbage()
    {
        var frame = Encoding.UTF8.GetBytes("""{"t":"TYPING_START","s":5,"op":0,"d":{"user_id":"1","timestamp":5,"member":{"user":{"id":"1","username":"ada"}}}}""");
        Assert.Equal(0, Allocated(() =>
        {
            GatewayFrame.TryParse(frame, out var parsed);
            Assert.Null(GatewayEventReader.Find(parsed.EventName));
        }));
    }

    [Fact]
    public void Whatever_data_a_known_kind_gets_it_is_read_or_refused_by_an_exception_that_can_be_caught()
    {
        var kinds = GatewayEventReader.Names.Select(name => GatewayEventReader.Find(Encoding.UTF8.GetBytes(name))!).ToArray();
        Gen.Select(Gen.Int[0, kinds.Length - 1], GatewayFrameTests.MutilatedFrame()).Sample((kind, bytes) =>
        {
            try
            {
                kinds[kind].Read(bytes);
            }
            catch (Exception refused) when (refused is System.Text.Json.JsonException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
            {
                // what the connection survives
            }
        }, iter: 5_000);
    }

    private static byte[] Guild(int members)
    {
        var list = string.Join(',', Enumerable.Range(1, members).Select(i =>
            $$"""{"user":{"id":"{{i}}","username":"user{{i}}","avatar":null},"nick":null,"roles":["1","2"],"joined_at":"2026-01-01T00:00:00+00:00","deaf":false}"""));
        return Encoding.UTF8.GetBytes($$"""{"id":"1","name":"Cohort","owner_id":"2","roles":[{"id":"1","name":"mentor"}],"channels":[{"id":"3","type":0,"name":"general"}],"threads":[],"member_count":{{members}},"members":[{{list}}]}""");
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
