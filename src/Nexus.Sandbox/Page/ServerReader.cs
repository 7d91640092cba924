using Nexus.Sandbox.Emulator;
using Nexus.Sandbox.Page.Commands;
using Nexus.Sandbox.Page.Markdown;

namespace Nexus.Sandbox.Page;

/// <summary>Takes the picture of the server that one person may see.</summary>
internal static class ServerReader
{
    public static ServerOnPage Read(World world, User reader)
    {
        lock (world.Gate)
        {
            var guild = world.Guild;
            var roles = guild.Roles.Values.Where(role => role.Id != guild.Id).OrderByDescending(role => role.Position)
                .Select(role => new NamedRole(role.Id, role.Name, role.Color, role.Hoist)).ToList();
            var members = guild.Members.Values.Select(member => Read(member, roles)).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ToList();
            var channels = guild.Channels.Values.Where(channel => channel.Type == ChannelType.Category || world.Sees(reader.Id, channel))
                .Select(channel => Read(world, channel, reader))
                .Concat(world.DirectChannels.Values.Where(channel => channel.Recipients.Contains(reader)).Select(channel => Direct(channel, reader)))
                .ToList();
            return new ServerOnPage
            {
                Name = guild.Name,
                Reader = members.FirstOrDefault(member => member.Id == reader.Id) ?? new MemberOnPage(reader.Id, reader.Username, reader.DisplayName),
                Members = members,
                Roles = roles,
                Channels = channels,
                Events = [.. guild.ScheduledEvents.Values.Where(scheduled => scheduled.Status is 1 or 2).OrderBy(scheduled => scheduled.StartsAt)
                    .Select(scheduled => new EventOnPage(
                        scheduled.Id, scheduled.Name, scheduled.Description ?? "", scheduled.Location ?? world.Channel(scheduled.ChannelId ?? 0)?.Name ?? "",
                        scheduled.StartsAt, scheduled.EndsAt, IsNow: scheduled.Status == 2))],
                Names = Names(world, reader, members, roles, channels),
            };
        }
    }

    /// <summary>What the bot offers, slash commands as their callable leaves.</summary>
    public static IReadOnlyList<CommandOnPage> Read(IEnumerable<RegisteredCommand> commands) =>
        [.. commands.SelectMany(command => CommandOnPage.From(command.Definition)).OrderBy(command => command.Path, StringComparer.Ordinal)];

    private static MemberOnPage Read(Member member, List<NamedRole> roles)
    {
        var own = roles.Where(role => member.Roles.Contains(role.Id)).ToList();
        return new MemberOnPage(member.User.Id, member.User.Username, member.DisplayName)
        {
            Bot = member.User.Bot,
            Roles = own,
            Color = own.FirstOrDefault(role => role.Color != 0)?.Color ?? 0,
            TimeZone = member.User.TimeZone,
        };
    }

    private static ChannelOnPage Read(World world, Channel channel, User reader)
    {
        var parent = channel.IsThread && channel.ParentId is { } id ? world.Channel(id) : null;
        var allowed = world.PermissionsOf(reader.Id, channel);
        return new ChannelOnPage(channel.Id, (int)channel.Type, channel.Name ?? "")
        {
            Parent = channel.ParentId ?? 0,
            Topic = channel.Topic ?? "",
            Position = channel.Position,
            IsThread = channel.IsThread,
            Archived = channel.Thread?.Archived ?? false,
            Locked = channel.Thread?.Locked ?? false,
            Private = channel.Type == ChannelType.PrivateThread
                || channel.Overwrites.Any(overwrite => overwrite.Id == world.Guild.Id && overwrite.Deny.HasFlag(Permission.ViewChannel)),
            CanSend = allowed.HasFlag(channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages),
            Messages = channel.CountedMessages,
            LastMessage = channel.LastMessageId ?? 0,
            Offered = [.. channel.AvailableTags.Where(tag => !tag.Moderated || allowed.HasFlag(Permission.ManageThreads)).Select(tag => tag.Name)],
            Tags = parent is null || channel.Thread is not { } thread ? []
                : [.. parent.AvailableTags.Where(tag => thread.AppliedTags.Contains(tag.Id)).Select(tag => $"{tag.EmojiName} {tag.Name}".Trim())],
        };
    }

    private static ChannelOnPage Direct(Channel channel, User reader) =>
        new(channel.Id, (int)channel.Type, channel.Recipients.FirstOrDefault(user => user != reader)?.DisplayName ?? "Direct message")
        {
            CanSend = true,
            Messages = channel.CountedMessages,
            LastMessage = channel.LastMessageId ?? 0,
            Topic = "Only the two of you read this.",
        };

    private static NamesOnPage Names(World world, User reader, List<MemberOnPage> members, List<NamedRole> roles, List<ChannelOnPage> channels)
    {
        var users = world.Users.Values.ToDictionary(user => user.Id, user => user.DisplayName);
        foreach (var member in members)
        {
            users[member.Id] = member.Name;
        }

        return new NamesOnPage
        {
            Users = users,
            Roles = roles.Select(role => (role.Id, Role: new RoleOnPage(role.Name, role.Color)))
                .Append((world.Guild.Id, new RoleOnPage("@everyone", 0)))
                .ToDictionary(role => role.Item1, role => role.Item2),
            Channels = channels.ToDictionary(channel => channel.Id, channel => channel.Name),
            Reader = reader.Id,
            ReaderRoles = members.FirstOrDefault(member => member.Id == reader.Id)?.Roles.Select(role => role.Id).ToHashSet() ?? [],
        };
    }
}
