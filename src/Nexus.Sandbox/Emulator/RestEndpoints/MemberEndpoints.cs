using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Members and their roles.</summary>
/// <remarks>https://discord.com/developers/docs/resources/guild#guild-member-object</remarks>
internal static class MemberEndpoints
{
    private static readonly TimeSpan TimeoutMax = TimeSpan.FromDays(28);

    public static void Map(RestRoutes routes) => routes
        .Get("/guilds/{guild}/members/search", Search, RateLimitRules.Members)
        .Get("/guilds/{guild}/members/{user}", Read, RateLimitRules.Members)
        .Get("/guilds/{guild}/members", List, RateLimitRules.Members)
        .Patch("/guilds/{guild}/members/@me", EditMe, RateLimitRules.EditMember)
        .Patch("/guilds/{guild}/members/{user}", Edit, RateLimitRules.EditMember)
        .Delete("/guilds/{guild}/members/{user}", Kick, RateLimitRules.EditMember)
        .Put("/guilds/{guild}/members/{user}/roles/{role}", call => ChangeRole(call, add: true), RateLimitRules.EditMember)
        .Delete("/guilds/{guild}/members/{user}/roles/{role}", call => ChangeRole(call, add: false), RateLimitRules.EditMember);

    private static RestAnswer Read(RestCall call)
    {
        call.RequireGuild();
        return RestAnswer.Ok(call.Member());
    }

    private static RestAnswer List(RestCall call)
    {
        var guild = call.RequireGuild();
        if (!call.World.Application.AllowedPrivileged.HasFlag(Intents.GuildMembers))
        {
            throw DiscordError.MissingAccess();
        }

        var after = call.QueryId("after") ?? 0;
        return RestAnswer.List(guild.Members.Values.Where(member => member.User.Id > after).OrderBy(member => member.User.Id).Take(call.Limit(1, 1000)));
    }

    private static RestAnswer Search(RestCall call)
    {
        var guild = call.RequireGuild();
        var query = call.Query("query") ?? throw DiscordError.Form("query", "BASE_TYPE_REQUIRED", "This field is required");
        return RestAnswer.List(guild.Members.Values
            .Where(member => Starts(member.User.Username) || Starts(member.Nick) || Starts(member.User.GlobalName))
            .OrderBy(member => member.User.Id)
            .Take(call.Limit(1, 1000)));

        bool Starts(string? name) => name?.StartsWith(query, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static RestAnswer EditMe(RestCall call)
    {
        call.RequireGuild();
        RestCall.Check(PayloadRules.Member(call.Body));
        var me = call.World.BotMember;
        if (call.Body.TryGetProperty("nick", out _))
        {
            call.RequireGuild(Permission.ChangeNickname);
            me.Nick = NickOf(call.Body);
        }

        call.World.DispatchMember("GUILD_MEMBER_UPDATE", me);
        return RestAnswer.Ok(me);
    }

    private static RestAnswer Edit(RestCall call)
    {
        var guild = call.RequireGuild();
        var member = call.Member();
        RestCall.Check(PayloadRules.Member(call.Body));
        var body = call.Body;
        List<ulong>? roles = null;
        if (body.TryGetProperty("roles", out var asked))
        {
            call.RequireGuild(Permission.ManageRoles);
            roles = asked.ValueKind != JsonValueKind.Array ? [] : [.. asked.EnumerateArray().Select(item => Snowflakes.TryRead(item, out var id) ? id : 0).Where(id => id != guild.Id).Distinct()];
            foreach (var id in roles.Except(member.Roles).Concat(member.Roles.Except(roles)).ToList())
            {
                RoleEndpoints.RequireBelow(call, guild.Roles.GetValueOrDefault(id) ?? throw DiscordError.UnknownRole(), assigning: true);
            }
        }

        var renames = body.TryGetProperty("nick", out _);
        if (renames)
        {
            call.RequireGuild(Permission.ManageNicknames);
            RequireOutranked(call, member);
        }

        var times = body.TryGetProperty("communication_disabled_until", out _);
        if (times)
        {
            call.RequireGuild(Permission.ModerateMembers);
            RequireOutranked(call, member);
            member.TimedOutUntil = TimeoutOf(call);
        }

        member.Nick = renames ? NickOf(body) : member.Nick;
        if (roles is not null)
        {
            member.Roles.Clear();
            member.Roles.AddRange(roles);
        }

        call.World.DispatchMember("GUILD_MEMBER_UPDATE", member);
        return RestAnswer.Ok(member);
    }

    private static string? NickOf(JsonElement body) => body.Text("nick") is { Length: > 0 } nick ? nick : null;

    private static DateTimeOffset? TimeoutOf(RestCall call)
    {
        if (call.Body.Text("communication_disabled_until") is not { } text)
        {
            return null;
        }

        var until = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return until - call.World.Now > TimeoutMax
            ? throw DiscordError.Form("communication_disabled_until", "GUILD_MEMBER_TIMEOUT_TOO_LONG", "Members can be timed out for at most 28 days")
            : until;
    }

    private static RestAnswer Kick(RestCall call)
    {
        call.RequireGuild(Permission.KickMembers);
        var member = call.Member();
        RequireOutranked(call, member);
        call.World.Leave(member.User);
        return RestAnswer.NoContent;
    }

    private static RestAnswer ChangeRole(RestCall call, bool add)
    {
        call.RequireGuild(Permission.ManageRoles);
        var (member, role) = (call.Member(), call.Role());
        RoleEndpoints.RequireBelow(call, role, assigning: true);
        if (add ? !member.Roles.Contains(role.Id) : member.Roles.Contains(role.Id))
        {
            if (add)
            {
                member.Roles.Add(role.Id);
            }
            else
            {
                member.Roles.Remove(role.Id);
            }

            call.World.DispatchMember("GUILD_MEMBER_UPDATE", member);
        }

        return RestAnswer.NoContent;
    }

    /// <summary>Acting on a member takes a higher top role than theirs, and never works on the owner.</summary>
    private static void RequireOutranked(RestCall call, Member member)
    {
        var outranked = member.User.Id != call.Guild.OwnerId
            && RoleEndpoints.Top(call.Guild, call.World.BotMember) > RoleEndpoints.Top(call.Guild, member);
        if (!outranked && call.Guild.OwnerId != call.Me.Id)
        {
            throw DiscordError.MissingPermissions();
        }
    }
}
