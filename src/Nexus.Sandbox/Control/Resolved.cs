using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>What an interaction's <c>data.resolved</c> carries: everything its ids refer to.</summary>
/// <param name="place">Where it happens: members come with what they may do there.</param>
internal sealed class Resolved(World world, User viewer, Channel place)
{
    private readonly List<User> users = [];
    private readonly List<Role> roles = [];
    private readonly List<Channel> channels = [];
    private readonly List<StoredMessage> messages = [];
    private readonly List<StoredAttachment> attachments = [];

    public ulong Add(User user) => AddOnce(users, user, user.Id);

    public ulong Add(Role role) => AddOnce(roles, role, role.Id);

    public ulong Add(Channel channel) => AddOnce(channels, channel, channel.Id);

    public ulong Add(StoredMessage message) => AddOnce(messages, message, message.Id);

    public ulong Add(StoredAttachment attachment) => AddOnce(attachments, attachment, attachment.Id);

    public void Write(Utf8JsonWriter json)
    {
        if (users.Count + roles.Count + channels.Count + messages.Count + attachments.Count == 0)
        {
            return;
        }

        json.WriteStartObject("resolved");
        WriteMap(json, "users", users, user => user.Id, user => user.WriteTo(json));
        var members = users.Select(user => world.Guild.Member(user.Id)).OfType<Member>().ToList();
        WriteMap(json, "members", members, member => member.User.Id, member => member.Write(json, withUser: false, world.PermissionsOf(member.User.Id, place)));
        WriteMap(json, "roles", roles, role => role.Id, role => role.WriteTo(json));
        WriteMap(json, "channels", channels, channel => channel.Id, channel => channel.Write(json, viewer.Id, world.PermissionsOf(viewer.Id, channel)));
        WriteMap(json, "messages", messages, message => message.Id, message => message.WriteTo(json));
        WriteMap(json, "attachments", attachments, attachment => attachment.Id, attachment => AttachmentStore.Write(json, attachment));
        json.WriteEndObject();
    }

    private static ulong AddOnce<T>(List<T> list, T item, ulong id)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }

        return id;
    }

    private static void WriteMap<T>(Utf8JsonWriter json, string name, List<T> items, Func<T, ulong> id, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var item in items)
        {
            json.WritePropertyName(Snowflakes.Text(id(item)));
            write(item);
        }

        json.WriteEndObject();
    }
}
