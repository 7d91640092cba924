using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Channels and their permission overwrites.</summary>
/// <remarks>https://discord.com/developers/docs/resources/channel</remarks>
internal static class ChannelEndpoints
{
    private const int ChannelsMax = 500;
    private const int InCategoryMax = 50;

    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}", Read, RateLimitRules.Channel)
        .Patch("/channels/{channel}", Edit, RateLimitRules.Channel)
        .Delete("/channels/{channel}", Delete, RateLimitRules.Channel)
        .Get("/guilds/{guild}/channels", List, RateLimitRules.Guild)
        .Post("/guilds/{guild}/channels", Create, RateLimitRules.Guild)
        .Patch("/guilds/{guild}/channels", Move, RateLimitRules.Guild)
        .Put("/channels/{channel}/permissions/{overwrite}", PutOverwrite, RateLimitRules.Channel)
        .Delete("/channels/{channel}/permissions/{overwrite}", DeleteOverwrite, RateLimitRules.Channel)
        .Post("/channels/{channel}/typing", Type, RateLimitRules.Typing);

    public static byte[] Write(RestCall call, Channel channel) =>
        Json.Write((channel, call.Me.Id), static (state, json) => state.channel.Write(json, state.Id, null));

    private static RestAnswer Read(RestCall call) => RestAnswer.Ok(Write(call, call.Channel()));

    private static RestAnswer List(RestCall call) =>
        RestAnswer.List(call.RequireGuild().Channels.Values.Where(channel => !channel.IsThread).OrderBy(channel => channel.Position));

    private static RestAnswer Create(RestCall call)
    {
        var guild = call.RequireGuild(Permission.ManageChannels);
        RestCall.Check(PayloadRules.ChannelCreate(call.Body));
        if (guild.Channels.Values.Count(existing => !existing.IsThread) >= ChannelsMax)
        {
            throw DiscordError.TooManyChannels();
        }

        var type = (ChannelType)(call.Body.Int("type") ?? 0);
        var channel = new Channel(call.World.Ids.Next(), type, guild.Id)
        {
            Position = guild.Channels.Values.Where(existing => !existing.IsThread).Select(existing => existing.Position + 1).DefaultIfEmpty().Max(),
        };
        Apply(call, channel);
        guild.Channels.Add(channel.Id, channel);
        call.World.DispatchChannel("CHANNEL_CREATE", channel);
        return RestAnswer.Created(Write(call, channel));
    }

    private static RestAnswer Edit(RestCall call)
    {
        var channel = call.Channel();
        if (channel.IsThread)
        {
            return ThreadEdit.Apply(call, channel);
        }

        if (channel.IsDirect)
        {
            throw DiscordError.WrongChannelType();
        }

        call.Require(channel, Permission.ManageChannels);
        RestCall.Check(PayloadRules.ChannelEdit(call.Body, thread: false));
        if (call.Body.TryGetProperty("permission_overwrites", out _))
        {
            call.Require(channel, Permission.ManageRoles);
        }

        if (Renames(call.Body, channel) && call.RenamedTooOften(channel) is { } refused)
        {
            return refused;
        }

        Apply(call, channel);
        call.World.DispatchChannel("CHANNEL_UPDATE", channel);
        return RestAnswer.Ok(Write(call, channel));
    }

    public static bool Renames(JsonElement body, Channel channel) =>
        (body.Text("name") is { } name && name != channel.Name) || (body.TryGetProperty("topic", out _) && body.Text("topic") != channel.Topic);

    private static void Apply(RestCall call, Channel channel)
    {
        var body = call.Body;
        if (body.Text("name") is { } name)
        {
            channel.Name = channel.Type is ChannelType.Text or ChannelType.Announcement or ChannelType.Forum or ChannelType.Media
                ? string.Join('-', name.ToLowerInvariant().Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
                : name;
        }

        if (body.Int("type") is { } type)
        {
            channel.Type = type == (int)channel.Type || channel.Type is ChannelType.Text or ChannelType.Announcement
                ? (ChannelType)type
                : throw DiscordError.WrongChannelType();
        }

        if (body.TryGetProperty("parent_id", out _))
        {
            var parent = body.Id("parent_id");
            if (parent is { } id && call.Guild.Channels.GetValueOrDefault(id) is not { Type: ChannelType.Category })
            {
                throw DiscordError.Form("parent_id", "CHANNEL_PARENT_INVALID", "Not a category");
            }

            if (parent is { } full && channel.ParentId != full && call.Guild.Channels.Values.Count(other => other.ParentId == full) >= InCategoryMax)
            {
                throw DiscordError.Form("parent_id", "CHANNEL_PARENT_MAX_CHANNELS", $"Maximum number of channels in category reached ({InCategoryMax})");
            }

            channel.ParentId = parent;
        }

        channel.Topic = body.TryGetProperty("topic", out _) ? body.Text("topic") : channel.Topic;
        channel.Position = body.Int("position") ?? channel.Position;
        channel.Nsfw = body.Bool("nsfw") ?? channel.Nsfw;
        channel.RateLimitPerUser = body.Int("rate_limit_per_user") ?? channel.RateLimitPerUser;
        channel.DefaultThreadRateLimitPerUser = body.Int("default_thread_rate_limit_per_user") ?? channel.DefaultThreadRateLimitPerUser;
        channel.DefaultAutoArchiveMinutes = body.Int("default_auto_archive_duration") ?? channel.DefaultAutoArchiveMinutes;
        channel.Flags = body.Int("flags") ?? channel.Flags;
        channel.DefaultSortOrder = body.Int("default_sort_order") ?? channel.DefaultSortOrder;
        channel.DefaultForumLayout = body.Int("default_forum_layout") ?? channel.DefaultForumLayout;
        if (body.TryGetProperty("default_reaction_emoji", out var reaction))
        {
            channel.DefaultReaction = reaction.ValueKind == JsonValueKind.Object ? reaction : null;
        }

        ReplaceTags(call, channel);
        ReplaceOverwrites(call, channel);
    }

    /// <summary>The list is the complete set: a tag sent without its id is a new one.</summary>
    private static void ReplaceTags(RestCall call, Channel channel)
    {
        if (!call.Body.TryGetProperty("available_tags", out var tags) || tags.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        List<ForumTag> replaced = [];
        foreach (var tag in tags.EnumerateArray())
        {
            var id = tag.Id("id");
            if (id is { } known && channel.AvailableTags.All(existing => existing.Id != known))
            {
                throw DiscordError.Form("available_tags", "FORUM_TAG_UNKNOWN", "Unknown tag");
            }

            replaced.Add(new ForumTag(id ?? call.World.Ids.Next(), tag.Text("name")!, tag.Bool("moderated") ?? false, tag.Id("emoji_id"), tag.Text("emoji_name")));
        }

        channel.AvailableTags.Clear();
        channel.AvailableTags.AddRange(replaced);
    }

    private static void ReplaceOverwrites(RestCall call, Channel channel)
    {
        if (!call.Body.TryGetProperty("permission_overwrites", out var overwrites) || overwrites.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        List<PermissionOverwrite> replaced = [.. overwrites.EnumerateArray().Select(item => Overwrite(call, item.Id("id")!.Value, item))];

        // Nobody gives or takes in a channel what they do not have on the server themselves; what was there before may stay.
        var own = call.World.PermissionsOf(call.Me.Id);
        if (replaced.Exists(overwrite => channel.Overwrites.Find(it => it.Id == overwrite.Id) is var before && ((((overwrite.Allow & ~before.Allow) | (overwrite.Deny & ~before.Deny)) & ~own) != 0)))
        {
            throw DiscordError.MissingPermissions();
        }

        channel.Overwrites.Clear();
        channel.Overwrites.AddRange(replaced);
    }

    private static PermissionOverwrite Overwrite(RestCall call, ulong id, JsonElement item)
    {
        var isMember = item.Int("type") is { } type ? type == 1 : !call.Guild.Roles.ContainsKey(id);
        if (!isMember && !call.Guild.Roles.ContainsKey(id))
        {
            throw DiscordError.UnknownRole();
        }

        return new PermissionOverwrite(id, isMember, (Permission)(item.Id("allow") ?? 0), (Permission)(item.Id("deny") ?? 0));
    }

    private static RestAnswer Move(RestCall call)
    {
        var guild = call.RequireGuild(Permission.ManageChannels);
        if (call.Body.ValueKind != JsonValueKind.Array)
        {
            throw DiscordError.Form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }

        foreach (var item in call.Body.EnumerateArray())
        {
            var channel = guild.Channels.GetValueOrDefault(item.Id("id") ?? 0) ?? throw DiscordError.UnknownChannel();
            channel.Position = item.Int("position") ?? channel.Position;
            channel.ParentId = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("parent_id", out _) ? item.Id("parent_id") : channel.ParentId;
            call.World.DispatchChannel("CHANNEL_UPDATE", channel);
        }

        return RestAnswer.NoContent;
    }

    private static RestAnswer Delete(RestCall call)
    {
        var channel = call.Channel();
        var shown = Write(call, channel);
        if (channel.IsDirect)
        {
            return RestAnswer.Ok(shown);
        }

        call.Require(channel, channel.IsThread ? Permission.ManageThreads : Permission.ManageChannels);
        foreach (var thread in call.Guild.Channels.Values.Where(child => child.IsThread && child.ParentId == channel.Id).ToList())
        {
            Remove(call, thread);
        }

        foreach (var child in call.Guild.Channels.Values.Where(child => child.ParentId == channel.Id))
        {
            child.ParentId = null;
        }

        Remove(call, channel);
        return RestAnswer.Ok(shown);
    }

    private static void Remove(RestCall call, Channel channel)
    {
        // Sent while it still exists: who may see the event depends on the channel.
        if (channel.IsThread)
        {
            call.World.Dispatch("THREAD_DELETE", Intents.Guilds, json =>
            {
                json.WriteStartObject();
                json.WriteId("id", channel.Id);
                json.WriteId("guild_id", channel.GuildId);
                json.WriteId("parent_id", channel.ParentId);
                json.WriteNumber("type", (int)channel.Type);
                json.WriteEndObject();
            }, channel.Id);
        }
        else
        {
            call.World.DispatchChannel("CHANNEL_DELETE", channel);
        }

        foreach (var message in channel.Messages.ToList())
        {
            call.World.Forget(message);
        }

        call.Guild.Channels.Remove(channel.Id);
        if (channel.IsThread && channel.ParentId is { } parentId && call.Guild.Channels.TryGetValue(parentId, out var parent)
            && World.Message(parent, channel.Id) is { } starter)
        {
            starter.Thread = null;
            starter.Flags &= ~MessageFlags.HasThread;
        }
    }

    private static RestAnswer PutOverwrite(RestCall call)
    {
        var channel = GuildChannel(call);
        RestCall.Check(PayloadRules.Overwrite(call.Body));
        var overwrite = Overwrite(call, call.Id("overwrite"), call.Body);
        if ((overwrite.Allow & ~call.World.PermissionsOf(call.Me.Id)) != 0)
        {
            throw DiscordError.MissingPermissions();
        }

        channel.Overwrites.RemoveAll(existing => existing.Id == overwrite.Id);
        channel.Overwrites.Add(overwrite);
        call.World.DispatchChannel("CHANNEL_UPDATE", channel);
        return RestAnswer.NoContent;
    }

    private static RestAnswer DeleteOverwrite(RestCall call)
    {
        var channel = GuildChannel(call);
        var id = call.Id("overwrite");
        if (channel.Overwrites.RemoveAll(existing => existing.Id == id) == 0)
        {
            throw DiscordError.UnknownOverwrite();
        }

        call.World.DispatchChannel("CHANNEL_UPDATE", channel);
        return RestAnswer.NoContent;
    }

    private static Channel GuildChannel(RestCall call)
    {
        var channel = call.Channel();
        if (channel.IsThread || channel.IsDirect)
        {
            throw DiscordError.WrongChannelType();
        }

        call.Require(channel, Permission.ManageRoles);
        return channel;
    }

    private static RestAnswer Type(RestCall call)
    {
        var channel = call.Channel();
        call.Require(channel, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        call.World.Dispatch("TYPING_START", channel.IsDirect ? Intents.DirectMessageTyping : Intents.GuildTyping, json =>
        {
            json.WriteStartObject();
            json.WriteId("channel_id", channel.Id);
            json.WriteId("user_id", call.Me.Id);
            json.WriteNumber("timestamp", call.World.Now.ToUnixTimeSeconds());
            if (channel.GuildId is { } guild)
            {
                json.WriteId("guild_id", guild);
                json.WriteValue("member", call.World.BotMember);
            }

            json.WriteEndObject();
        }, channel.Id);
        return RestAnswer.NoContent;
    }
}
