namespace Nexus.Sandbox.Emulator;

/// <summary>Who is in a thread.</summary>
internal static class ThreadMemberEndpoints
{
    private const int MembersMax = 1000;

    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}/thread-members", List, RateLimitRules.ThreadMembers)
        .Get("/channels/{channel}/thread-members/{user}", Read, RateLimitRules.ThreadMembers)
        .Put("/channels/{channel}/thread-members/@me", call => Add(call, call.World.BotMember), RateLimitRules.ThreadMembers)
        .Put("/channels/{channel}/thread-members/{user}", call => Add(call, call.Member()), RateLimitRules.ThreadMembers)
        .Delete("/channels/{channel}/thread-members/@me", call => Remove(call, call.Me.Id), RateLimitRules.ThreadMembers)
        .Delete("/channels/{channel}/thread-members/{user}", call => Remove(call, call.Id("user")), RateLimitRules.ThreadMembers);

    private static Channel Thread(RestCall call) => call.Channel() is { IsThread: true } thread ? thread : throw DiscordError.UnknownChannel();

    private static RestAnswer List(RestCall call)
    {
        var thread = Thread(call);
        if (!call.World.Application.AllowedPrivileged.HasFlag(Intents.GuildMembers))
        {
            throw DiscordError.MissingAccess();
        }

        return RestAnswer.Ok(json =>
        {
            json.WriteStartArray();
            foreach (var (user, since) in thread.Thread!.Members)
            {
                thread.WriteThreadMember(json, user, since);
            }

            json.WriteEndArray();
        });
    }

    private static RestAnswer Read(RestCall call)
    {
        var thread = Thread(call);
        var user = call.Text("user") == "@me" ? call.Me.Id : call.Id("user");
        return thread.Thread!.Members.TryGetValue(user, out var since)
            ? RestAnswer.Ok(json => thread.WriteThreadMember(json, user, since))
            : throw DiscordError.UnknownMember();
    }

    private static RestAnswer Add(RestCall call, Member member)
    {
        var thread = Thread(call);
        if (thread.Thread!.Archived)
        {
            throw DiscordError.ArchivedThread();
        }

        var isOther = member.User != call.Me;
        if (isOther)
        {
            call.Require(thread, Permission.SendMessagesInThreads);
            var closed = thread.Type == ChannelType.PrivateThread && thread.Thread.Invitable == false && thread.OwnerId != call.Me.Id;
            if (closed)
            {
                call.Require(thread, Permission.ManageThreads);
            }
        }

        if (thread.Thread.Members.Count >= MembersMax)
        {
            throw DiscordError.TooManyThreadMembers();
        }

        if (thread.Thread.Members.TryAdd(member.User.Id, call.World.Now))
        {
            Dispatch(call, thread, added: member, removed: null);
        }

        return RestAnswer.NoContent;
    }

    private static RestAnswer Remove(RestCall call, ulong user)
    {
        var thread = Thread(call);
        if (thread.Thread!.Archived)
        {
            throw DiscordError.ArchivedThread();
        }

        if (user != call.Me.Id && !(thread.Type == ChannelType.PrivateThread && thread.OwnerId == call.Me.Id))
        {
            call.Require(thread, Permission.ManageThreads);
        }

        if (!thread.Thread.Members.Remove(user))
        {
            throw DiscordError.UnknownMember();
        }

        Dispatch(call, thread, added: null, removed: user);
        return RestAnswer.NoContent;
    }

    private static void Dispatch(RestCall call, Channel thread, Member? added, ulong? removed)
    {
        var aboutMe = added?.User == call.Me || removed == call.Me.Id;
        call.World.Dispatch("THREAD_MEMBERS_UPDATE", aboutMe ? Intents.Guilds : Intents.GuildMembers, json =>
        {
            json.WriteStartObject();
            json.WriteId("id", thread.Id);
            json.WriteId("guild_id", thread.GuildId);
            json.WriteNumber("member_count", Math.Min(50, thread.Thread!.Members.Count));
            json.WriteStartArray("added_members");
            if (added is not null)
            {
                thread.WriteThreadMember(json, added.User.Id, thread.Thread.Members[added.User.Id]);
            }

            json.WriteEndArray();
            json.WriteIds("removed_member_ids", removed is { } gone ? [gone] : []);
            json.WriteEndObject();
        }, thread.Id);
    }
}
