using System.Text;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Finds the mentions in a message's text and lets <c>allowed_mentions</c> decide which of them count and ping.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message#allowed-mentions-object</remarks>
internal static class MentionResolver
{
    public static void Resolve(World world, StoredMessage message, JsonElement body, bool usersOnly)
    {
        var allowed = Allowed.From(body, usersOnly);
        message.Mentions = [];
        message.MentionRoles = [];
        message.MentionEveryone = false;
        message.Pinged = [];
        var text = TextOf(message);
        if (text.Contains('@'))
        {
            Scan(world, message, text, allowed);
        }

        if (allowed.RepliedUser && message.RepliedTo is { Deleted: false } original && original.WebhookName is null && original.Author != message.Author)
        {
            Mention(message, original.Author);
        }

        Ping(world, message);
        Join(world, message);
    }

    // Whoever is mentioned in a thread becomes a member of it, also by an edit, which pings nobody.
    private static void Join(World world, StoredMessage message)
    {
        if (message.Channel.Thread is not { } thread || message.EphemeralTo is not null)
        {
            return;
        }

        foreach (var user in message.Mentions)
        {
            if (world.Sees(user.Id, message.Channel))
            {
                thread.Members.TryAdd(user.Id, world.Now);
            }
        }
    }

    private static string TextOf(StoredMessage message)
    {
        if (!message.Flags.HasFlag(MessageFlags.ComponentsV2))
        {
            return message.Content;
        }

        var text = new StringBuilder(message.Content);
        ComponentJson.AppendText(text, message.Components);
        return text.ToString();
    }

    private static void Scan(World world, StoredMessage message, string text, Allowed allowed)
    {
        var permissions = message.Channel.IsDirect ? Permission.None : world.PermissionsOf(message.Author.Id, message.Channel);
        var mayPingAll = permissions.HasFlag(Permission.MentionEveryone);
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest[0] == '`')
            {
                i += CodeLength(rest) - 1;
            }
            else if (rest.StartsWith("@everyone") || rest.StartsWith("@here"))
            {
                message.MentionEveryone |= allowed.Everyone && mayPingAll && !message.Channel.IsDirect;
            }
            else if (rest.StartsWith("<@&") && Id(rest[3..]) is { } roleId)
            {
                if (allowed.Role(roleId) && world.Guild.Roles.TryGetValue(roleId, out var role) && role.Id != world.Guild.Id
                    && (role.Mentionable || mayPingAll) && !message.MentionRoles.Contains(roleId) && !message.Channel.IsDirect)
                {
                    message.MentionRoles.Add(roleId);
                }
            }
            else if (rest.StartsWith("<@") && Id(rest[(rest.Length > 2 && rest[2] == '!' ? 3 : 2)..]) is { } userId && allowed.User(userId) && world.Users.TryGetValue(userId, out var user))
            {
                Mention(message, user);
            }
        }
    }

    // Nothing inside a code span or block is a mention.
    private static int CodeLength(ReadOnlySpan<char> text)
    {
        var ticks = 0;
        while (ticks < text.Length && text[ticks] == '`')
        {
            ticks++;
        }

        var end = text[ticks..].IndexOf(new string('`', ticks));
        return end < 0 ? ticks : ticks + end + ticks;
    }

    private static ulong? Id(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('>');
        return end is > 0 and <= 20 && Snowflakes.TryParse(text[..end], out var id) ? id : null;
    }

    private static void Mention(StoredMessage message, User user)
    {
        if (!message.Mentions.Contains(user))
        {
            message.Mentions.Add(user);
        }
    }

    private static void Ping(World world, StoredMessage message)
    {
        foreach (var user in message.Mentions)
        {
            if (world.Sees(user.Id, message.Channel))
            {
                message.Pinged.Add(user.Id);
            }
        }

        if (message.MentionRoles.Count == 0 && !message.MentionEveryone)
        {
            return;
        }

        foreach (var member in world.Guild.Members.Values)
        {
            if (!member.User.Bot && (message.MentionEveryone || member.Roles.Any(message.MentionRoles.Contains)) && world.Sees(member.User.Id, message.Channel))
            {
                message.Pinged.Add(member.User.Id);
            }
        }
    }

    /// <summary><c>allowed_mentions</c>; without it everything counts, and with it nothing but what it names.</summary>
    private sealed record Allowed(bool AllUsers, bool AllRoles, bool Everyone, bool RepliedUser, HashSet<ulong> Users, HashSet<ulong> Roles)
    {
        private static readonly Allowed All = new(true, true, true, true, [], []);
        private static readonly Allowed People = new(true, false, false, true, [], []);

        public static Allowed From(JsonElement body, bool usersOnly)
        {
            if (!body.TryGetProperty("allowed_mentions", out var asked) || asked.ValueKind != JsonValueKind.Object)
            {
                return usersOnly ? People : All;
            }

            bool users = false, roles = false, everyone = false;
            foreach (var kind in asked.Items("parse"))
            {
                users |= kind.ValueEquals("users");
                roles |= kind.ValueEquals("roles");
                everyone |= kind.ValueEquals("everyone");
            }

            return new Allowed(users, roles, everyone, asked.Bool("replied_user") ?? false, Ids(asked, "users"), Ids(asked, "roles"));
        }

        public bool User(ulong id) => AllUsers || Users.Contains(id);

        public bool Role(ulong id) => AllRoles || Roles.Contains(id);

        private static HashSet<ulong> Ids(JsonElement asked, string field)
        {
            var ids = new HashSet<ulong>();
            foreach (var item in asked.Items(field))
            {
                if (Snowflakes.TryRead(item, out var id))
                {
                    ids.Add(id);
                }
            }

            return ids;
        }
    }
}
