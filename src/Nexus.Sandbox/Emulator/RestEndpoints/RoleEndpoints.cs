using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Roles and the hierarchy that guards them.</summary>
internal static class RoleEndpoints
{
    private const int RolesMax = 250;

    public static void Map(RestRoutes routes) => routes
        .Get("/guilds/{guild}/roles", call => RestAnswer.List(call.RequireGuild().Roles.Values), RateLimitRules.Roles)
        .Get("/guilds/{guild}/roles/member-counts", CountMembers, RateLimitRules.Roles)
        .Get("/guilds/{guild}/roles/{role}", Read, RateLimitRules.Roles)
        .Post("/guilds/{guild}/roles", Create, RateLimitRules.Roles)
        .Patch("/guilds/{guild}/roles", Move, RateLimitRules.Roles)
        .Patch("/guilds/{guild}/roles/{role}", Edit, RateLimitRules.Roles)
        .Delete("/guilds/{guild}/roles/{role}", Delete, RateLimitRules.Roles);

    /// <summary>The position of a member's highest role; @everyone is 0.</summary>
    public static int Top(Guild guild, Member member) =>
        member.Roles.Select(id => guild.Roles.TryGetValue(id, out var role) ? role.Position : 0).DefaultIfEmpty(0).Max();

    /// <summary>MANAGE_ROLES reaches only roles below one's own top role; a managed role cannot be given, and @everyone neither.</summary>
    public static void RequireBelow(RestCall call, Role role, bool assigning)
    {
        if (assigning && role.Id == call.Guild.Id)
        {
            throw DiscordError.InvalidRole();
        }

        var above = role.Position >= Top(call.Guild, call.World.BotMember);
        if (call.Guild.OwnerId != call.Me.Id && (above || (assigning && role.Managed)))
        {
            throw DiscordError.MissingPermissions();
        }
    }

    private static RestAnswer Read(RestCall call)
    {
        call.RequireGuild();
        return RestAnswer.Ok(call.Role());
    }

    private static RestAnswer CountMembers(RestCall call)
    {
        var guild = call.RequireGuild();
        return RestAnswer.Ok(json =>
        {
            json.WriteStartObject();
            foreach (var role in guild.Roles.Values.Where(role => role.Id != guild.Id))
            {
                json.WriteNumber(Snowflakes.Text(role.Id), guild.Members.Values.Count(member => member.Roles.Contains(role.Id)));
            }

            json.WriteEndObject();
        });
    }

    private static RestAnswer Create(RestCall call)
    {
        var guild = call.RequireGuild(Permission.ManageRoles);
        RestCall.Check(PayloadRules.Role(call.Body));
        if (guild.Roles.Count >= RolesMax)
        {
            throw DiscordError.TooManyRoles();
        }

        // Without a word on permissions a new role has those of @everyone.
        var role = new Role(call.World.Ids.Next(), "new role") { Position = 1, Permissions = guild.Everyone.Permissions };
        Apply(call, role);
        foreach (var other in guild.Roles.Values.Where(other => other.Position >= 1))
        {
            other.Position++;
        }

        guild.Roles.Add(role.Id, role);
        Dispatch(call, "GUILD_ROLE_CREATE", role);
        return RestAnswer.Ok(role);
    }

    private static RestAnswer Edit(RestCall call)
    {
        call.RequireGuild(Permission.ManageRoles);
        var role = call.Role();
        RestCall.Check(PayloadRules.Role(call.Body));
        RequireBelow(call, role, assigning: false);
        Apply(call, role);
        Dispatch(call, "GUILD_ROLE_UPDATE", role);
        return RestAnswer.Ok(role);
    }

    private static void Apply(RestCall call, Role role)
    {
        var body = call.Body;
        var permissions = body.Id("permissions") is { } bits ? (Permission)bits : role.Permissions;
        if ((permissions & ~role.Permissions & ~call.World.PermissionsOf(call.Me.Id)) != 0)
        {
            throw DiscordError.MissingPermissions();
        }

        role.Name = body.Text("name") is { Length: > 0 } name ? name : role.Name;
        role.Permissions = permissions;
        role.Color = (body.TryGetProperty("colors", out var colors) ? colors.Int("primary_color") : null) ?? body.Int("color") ?? role.Color;
        role.Hoist = body.Bool("hoist") ?? role.Hoist;
        role.Mentionable = body.Bool("mentionable") ?? role.Mentionable;
        role.UnicodeEmoji = body.TryGetProperty("unicode_emoji", out _) ? body.Text("unicode_emoji") : role.UnicodeEmoji;
    }

    private static RestAnswer Move(RestCall call)
    {
        var guild = call.RequireGuild(Permission.ManageRoles);
        if (call.Body.ValueKind != JsonValueKind.Array)
        {
            throw DiscordError.Form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }

        foreach (var item in call.Body.EnumerateArray())
        {
            var role = guild.Roles.GetValueOrDefault(item.Id("id") ?? 0) ?? throw DiscordError.UnknownRole();
            RequireBelow(call, role, assigning: false);
            var position = item.Int("position") ?? role.Position;
            if (position >= Top(guild, call.World.BotMember) && guild.OwnerId != call.Me.Id)
            {
                throw DiscordError.MissingPermissions();
            }

            role.Position = position;
            Dispatch(call, "GUILD_ROLE_UPDATE", role);
        }

        return RestAnswer.List(guild.Roles.Values);
    }

    private static RestAnswer Delete(RestCall call)
    {
        var guild = call.RequireGuild(Permission.ManageRoles);
        var role = call.Role();
        if (role.Id == guild.Id || role.Managed)
        {
            throw DiscordError.InvalidRole();
        }

        RequireBelow(call, role, assigning: false);
        guild.Roles.Remove(role.Id);
        foreach (var member in guild.Members.Values.Where(member => member.Roles.Remove(role.Id)))
        {
            member.Touch();
        }

        foreach (var channel in guild.Channels.Values)
        {
            channel.Overwrites.RemoveAll(overwrite => overwrite.Id == role.Id);
        }

        call.World.Dispatch("GUILD_ROLE_DELETE", Intents.Guilds, json =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guild.Id);
            json.WriteId("role_id", role.Id);
            json.WriteEndObject();
        });
        return RestAnswer.NoContent;
    }

    private static void Dispatch(RestCall call, string type, Role role) => call.World.Dispatch(type, Intents.Guilds, json =>
    {
        json.WriteStartObject();
        json.WriteId("guild_id", call.Guild.Id);
        json.WriteValue("role", role);
        json.WriteEndObject();
    });
}
