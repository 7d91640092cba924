using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>PATCH of a thread: who may change what, and what an archived one still allows.</summary>
internal static class ThreadEdit
{
    private const int Pinned = 1 << 1;

    public static RestAnswer Apply(RestCall call, Channel channel)
    {
        RestCall.Check(PayloadRules.ChannelEdit(call.Body, thread: true));
        var body = call.Body;
        var thread = channel.Thread!;
        Allow(call, channel, thread);
        if (ChannelEndpoints.Renames(body, channel) && call.RenamedTooOften(channel) is { } refused)
        {
            return refused;
        }

        ApplyTags(call, channel, thread);
        channel.Name = body.Text("name") ?? channel.Name;
        channel.RateLimitPerUser = body.Int("rate_limit_per_user") ?? channel.RateLimitPerUser;
        thread.AutoArchiveMinutes = body.Int("auto_archive_duration") ?? thread.AutoArchiveMinutes;
        thread.Locked = body.Bool("locked") ?? thread.Locked;
        thread.Invitable = body.Bool("invitable") ?? thread.Invitable;
        if (body.Int("flags") is { } flags)
        {
            Pin(call, channel, (flags & Pinned) != 0);
        }

        if (body.Bool("archived") is { } archived && archived != thread.Archived)
        {
            thread.Archived = archived;
            thread.ArchiveTimestamp = call.World.Now;
            thread.ActiveAt = archived ? thread.ActiveAt : call.World.Now;
        }

        call.World.DispatchChannel("THREAD_UPDATE", channel);
        return RestAnswer.Ok(ChannelEndpoints.Write(call, channel));
    }

    private static void Allow(RestCall call, Channel channel, ThreadState thread)
    {
        var body = call.Body;
        var manages = call.May(channel, Permission.ManageThreads);
        var reopens = body.Bool("archived") == false;
        var fields = body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).Select(field => field.Name).ToList();
        if (thread.Archived && !reopens && fields.Exists(field => field is not ("archived" or "locked")))
        {
            throw DiscordError.ArchivedThread();
        }

        if (manages)
        {
            return;
        }

        if (thread.Locked)
        {
            throw thread.Archived && reopens ? DiscordError.LockedThread() : DiscordError.MissingPermissions();
        }

        // Its creator may rename, tag, time and archive it; anybody who may write there may open it again.
        var own = channel.OwnerId == call.Me.Id;
        var allowed = own
            ? fields.TrueForAll(field => field is "name" or "archived" or "auto_archive_duration" or "applied_tags" or "invitable")
            : fields.TrueForAll(field => field == "archived") && reopens && call.May(channel, Permission.SendMessagesInThreads);
        if (!allowed)
        {
            throw DiscordError.MissingPermissions();
        }
    }

    private static void ApplyTags(RestCall call, Channel channel, ThreadState thread)
    {
        if (call.Body.TryGetProperty("applied_tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            var parent = call.Guild.Channels[channel.ParentId!.Value];
            var chosen = ThreadEndpoints.ChosenTags(call, parent, call.Body, thread.AppliedTags);
            thread.AppliedTags.Clear();
            thread.AppliedTags.AddRange(chosen);
        }
    }

    private static void Pin(RestCall call, Channel channel, bool pinned)
    {
        call.Require(channel, Permission.ManageThreads);
        if (pinned && call.Guild.Channels.Values.Any(other => other != channel && other.ParentId == channel.ParentId && other.IsThread && (other.Flags & Pinned) != 0))
        {
            throw DiscordError.TooManyPinnedThreads();
        }

        channel.Flags = pinned ? channel.Flags | Pinned : channel.Flags & ~Pinned;
    }
}
