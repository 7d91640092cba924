using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nexus.Sandbox.Emulator;

/// <summary>Starting threads and forum posts, and their lists.</summary>
/// <remarks>https://discord.com/developers/docs/topics/threads</remarks>
internal static class ThreadEndpoints
{
    private const int ThreadCreated = 18;
    private const int RequireTag = 1 << 4;

    public static void Map(RestRoutes routes) => routes
        .Post("/channels/{channel}/messages/{message}/threads", StartFromMessage, RateLimitRules.CreateThread)
        .Post("/channels/{channel}/threads", Start, RateLimitRules.CreateThread)
        .Get("/guilds/{guild}/threads/active", ListActive, RateLimitRules.Guild)
        .Get("/channels/{channel}/threads/archived/public", call => ListArchived(call, call.Channel(Permission.ReadMessageHistory), isPrivate: false), RateLimitRules.Channel)
        .Get("/channels/{channel}/threads/archived/private", call => ListArchived(call, call.Channel(Permission.ReadMessageHistory | Permission.ManageThreads), isPrivate: true), RateLimitRules.Channel)
        .Get("/channels/{channel}/users/@me/threads/archived/private", ListJoinedPrivate, RateLimitRules.Channel);

    /// <summary>The tags of a new or edited post: they exist, a moderated one needs MANAGE_THREADS, and some forums ask for one.</summary>
    public static List<ulong> ChosenTags(RestCall call, Channel forum, JsonElement body, IReadOnlyCollection<ulong> before)
    {
        List<ulong> chosen = [.. body.Items("applied_tags").Select(tag => Snowflakes.TryRead(tag, out var id) ? id : 0).Distinct()];
        foreach (var id in chosen)
        {
            var tag = forum.AvailableTags.FirstOrDefault(available => available.Id == id)
                ?? throw DiscordError.Form("applied_tags", "FORUM_TAG_UNKNOWN", $"Unknown tag {id}");
            if (tag.Moderated && !before.Contains(id))
            {
                call.Require(forum, Permission.ManageThreads);
            }
        }

        return chosen.Count == 0 && (forum.Flags & RequireTag) != 0 ? throw DiscordError.TagRequired() : chosen;
    }

    private static RestAnswer StartFromMessage(RestCall call)
    {
        var parent = call.Channel(Permission.CreatePublicThreads);
        if (parent.Type is not (ChannelType.Text or ChannelType.Announcement))
        {
            throw DiscordError.WrongChannelType();
        }

        RestCall.Check(PayloadRules.ThreadCreate(call.Body));
        var message = call.Message(parent);
        if (message.Thread is not null || call.Guild.Channels.ContainsKey(message.Id))
        {
            throw DiscordError.MessageAlreadyHasThread();
        }

        var type = parent.Type == ChannelType.Announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        var thread = Open(call, parent, type, message.Id, call.Body);
        message.Thread = thread;
        message.Flags |= MessageFlags.HasThread;
        call.World.DispatchChannel("THREAD_CREATE", thread, newlyCreated: true);
        call.World.Update(message);
        return RestAnswer.Created(ChannelEndpoints.Write(call, thread));
    }

    private static RestAnswer Start(RestCall call)
    {
        var parent = call.Channel();
        if (parent.IsForum)
        {
            return StartPost(call, parent);
        }

        RestCall.Check(PayloadRules.ThreadCreate(call.Body));

        // Discord's own default is a private thread.
        var type = (ChannelType)(call.Body.Int("type") ?? (int)ChannelType.PrivateThread);
        if (parent.Type is not (ChannelType.Text or ChannelType.Announcement)
            || (type == ChannelType.AnnouncementThread) != (parent.Type == ChannelType.Announcement))
        {
            throw DiscordError.WrongChannelType();
        }

        call.Require(parent, type == ChannelType.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
        var thread = Open(call, parent, type, call.World.Ids.Next(), call.Body);
        call.World.DispatchChannel("THREAD_CREATE", thread, newlyCreated: true);
        if (type != ChannelType.PrivateThread)
        {
            call.World.Post(new StoredMessage(call.World.Ids.Next(), parent, call.Me, call.World.Now)
            {
                Type = ThreadCreated,
                Content = thread.Name!,
                Reference = SystemMessages.Reference(thread, null),
            });
        }

        return RestAnswer.Created(ChannelEndpoints.Write(call, thread));
    }

    private static RestAnswer StartPost(RestCall call, Channel forum)
    {
        call.Require(forum, Permission.SendMessages);
        RestCall.Check(PayloadRules.ForumPost(call.Body, call.Files.Count));
        var tags = ChosenTags(call, forum, call.Body, []);
        var body = call.Body.GetProperty("message"u8);
        if (call.Files.Count > 0)
        {
            call.Require(forum, Permission.AttachFiles);
        }

        // The message first: if it is refused, no thread is left behind.
        var id = call.World.Ids.Next();
        var thread = Open(call, forum, ChannelType.PublicThread, id, call.Body);
        thread.Thread!.AppliedTags.AddRange(tags);
        StoredMessage message;
        try
        {
            message = MessageFactory.Create(call.World, new MessageOrigin(thread, call.Me) { Id = id }, body, call.Files);
        }
        catch (DiscordError)
        {
            call.Guild.Channels.Remove(id);
            throw;
        }

        call.World.DispatchChannel("THREAD_CREATE", thread, newlyCreated: true);
        call.World.Post(message);
        forum.LastMessageId = id;
        var answer = Json.ToObject(ChannelEndpoints.Write(call, thread));
        answer["message"] = JsonNode.Parse(call.Write(message));
        return RestAnswer.Created(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }

    private static Channel Open(RestCall call, Channel parent, ChannelType type, ulong id, JsonElement body)
    {
        var thread = new Channel(id, type, parent.GuildId)
        {
            Name = body.Text("name"),
            ParentId = parent.Id,
            OwnerId = call.Me.Id,
            RateLimitPerUser = body.Int("rate_limit_per_user") ?? parent.DefaultThreadRateLimitPerUser,
            Thread = new ThreadState(call.World.Now)
            {
                AutoArchiveMinutes = body.Int("auto_archive_duration") ?? parent.DefaultAutoArchiveMinutes ?? 4320,
                Invitable = type == ChannelType.PrivateThread ? body.Bool("invitable") ?? true : null,
            },
        };
        thread.Thread.Members.Add(call.Me.Id, call.World.Now);
        call.Guild.Channels.Add(id, thread);
        return thread;
    }

    private static RestAnswer ListActive(RestCall call)
    {
        var threads = call.RequireGuild().ActiveThreads.Where(call.World.BotSees).OrderByDescending(thread => thread.Id).ToList();
        return RestAnswer.Ok(json => WriteList(json, call, threads, hasMore: null));
    }

    private static RestAnswer ListArchived(RestCall call, Channel parent, bool isPrivate)
    {
        var before = call.Query("before") is { } text && DateTimeOffset.TryParse(text, out var time) ? time : DateTimeOffset.MaxValue;
        var limit = call.Limit(50, 100);
        var found = call.Guild.Channels.Values
            .Where(thread => thread is { Thread.Archived: true } && thread.ParentId == parent.Id && thread.Thread.ArchiveTimestamp < before
                && (thread.Type == ChannelType.PrivateThread) == isPrivate)
            .OrderByDescending(thread => thread.Thread!.ArchiveTimestamp)
            .ThenByDescending(thread => thread.Id)
            .Take(limit + 1)
            .ToList();
        return RestAnswer.Ok(json => WriteList(json, call, found.Take(limit), found.Count > limit));
    }

    private static RestAnswer ListJoinedPrivate(RestCall call)
    {
        var parent = call.Channel(Permission.ReadMessageHistory);
        var before = call.QueryId("before") ?? ulong.MaxValue;
        var limit = call.Limit(50, 100);
        var found = call.Guild.Channels.Values
            .Where(thread => thread is { Thread.Archived: true, Type: ChannelType.PrivateThread } && thread.ParentId == parent.Id
                && thread.Id < before && thread.Thread.Members.ContainsKey(call.Me.Id))
            .OrderByDescending(thread => thread.Id)
            .Take(limit + 1)
            .ToList();
        return RestAnswer.Ok(json => WriteList(json, call, found.Take(limit), found.Count > limit));
    }

    private static void WriteList(Utf8JsonWriter json, RestCall call, IEnumerable<Channel> threads, bool? hasMore)
    {
        json.WriteStartObject();
        json.WriteStartArray("threads");
        foreach (var thread in threads)
        {
            thread.Write(json, call.Me.Id, null);
        }

        json.WriteEndArray();
        json.WriteStartArray("members");
        foreach (var thread in threads)
        {
            if (thread.Thread!.Members.TryGetValue(call.Me.Id, out var since))
            {
                thread.WriteThreadMember(json, call.Me.Id, since);
            }
        }

        json.WriteEndArray();
        if (hasMore is { } more)
        {
            json.WriteBoolean("has_more", more);
        }

        json.WriteEndObject();
    }
}
