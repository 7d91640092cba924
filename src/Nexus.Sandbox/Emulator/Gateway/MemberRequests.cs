using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Op 8: members by prefix, by id or all, answered in chunks.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway-events#request-guild-members</remarks>
internal sealed class MemberRequests(World world, Gateway gateway)
{
    private const int ChunkSize = 1000;
    private const int MaxPicked = 100;
    private static readonly TimeSpan WholeListEvery = TimeSpan.FromSeconds(30);

    private DateTimeOffset? listedAt;

    public void Answer(GatewaySession session, JsonElement data)
    {
        if (data.Id("guild_id") is not { } guild || guild != world.Guild.Id)
        {
            return;
        }

        lock (world.Gate)
        {
            var asked = UserIds(data);
            var query = data.Text("query");
            if (asked is null && query is null)
            {
                return;
            }

            var limit = Math.Clamp(data.Int("limit") ?? 0, 0, MaxPicked);
            if (asked is null && query!.Length == 0 && limit == 0)
            {
                AnswerAll(session, data);
                return;
            }

            var found = asked is null
                ? world.Guild.Members.Values.Where(member => Matches(member, query!)).Take(limit == 0 ? MaxPicked : limit).ToList()
                : [.. asked.Select(world.Guild.Member).OfType<Member>()];
            Send(session, data, found, asked?.Where(id => world.Guild.Member(id) is null).ToList() ?? []);
        }
    }

    private static bool Matches(Member member, string query) =>
        member.User.Username.StartsWith(query, StringComparison.OrdinalIgnoreCase) || member.DisplayName.StartsWith(query, StringComparison.OrdinalIgnoreCase);

    private static List<ulong>? UserIds(JsonElement data)
    {
        if (!data.TryGetProperty("user_ids", out var ids))
        {
            return null;
        }

        if (Snowflakes.TryRead(ids, out var single))
        {
            return [single];
        }

        return [.. data.Items("user_ids").Select(item => Snowflakes.TryRead(item, out var id) ? id : 0).Where(id => id != 0).Take(MaxPicked)];
    }

    private void AnswerAll(GatewaySession session, JsonElement data)
    {
        if (!session.Intents.HasFlag(Intents.GuildMembers))
        {
            throw new GatewayClose(CloseCode.DisallowedIntents, "Disallowed intent(s).");
        }

        if (listedAt is { } last && world.Now - last < WholeListEvery)
        {
            var wait = WholeListEvery - (world.Now - last);
            gateway.SendTo(session, "RATE_LIMITED", json =>
            {
                json.WriteStartObject();
                json.WriteNumber("opcode", 8);
                json.WriteNumber("retry_after", wait.TotalSeconds);
                json.WriteStartObject("meta");
                json.WriteId("guild_id", world.Guild.Id);
                json.WriteString("nonce", data.Text("nonce"));
                json.WriteEndObject();
                json.WriteEndObject();
            });
            return;
        }

        listedAt = world.Now;
        Send(session, data, [.. world.Guild.Members.Values], []);
    }

    private void Send(GatewaySession session, JsonElement data, List<Member> members, List<ulong> notFound)
    {
        var nonce = data.Text("nonce") is { Length: <= 32 } text ? text : null;
        var chunks = Math.Max(1, (members.Count + ChunkSize - 1) / ChunkSize);
        for (var i = 0; i < chunks; i++)
        {
            var part = members.Skip(i * ChunkSize).Take(ChunkSize);
            gateway.SendTo(session, "GUILD_MEMBERS_CHUNK", json =>
            {
                json.WriteStartObject();
                json.WriteId("guild_id", world.Guild.Id);
                json.WriteArray("members", part);
                json.WriteNumber("chunk_index", i);
                json.WriteNumber("chunk_count", chunks);
                json.WriteIds("not_found", notFound);
                if (nonce is not null)
                {
                    json.WriteString("nonce", nonce);
                }

                json.WriteEndObject();
            });
        }
    }
}
