using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary><c>GET /_sandbox/state</c></summary>
internal static class StateView
{
    public static void Write(Utf8JsonWriter json, SandboxHost sandbox)
    {
        var world = sandbox.World;
        lock (world.Gate)
        {
            json.WriteStartObject();
            json.WriteStartObject("guild");
            json.WriteId("id", world.Guild.Id);
            json.WriteString("name", world.Guild.Name);
            json.WriteEndObject();
            json.WriteStartArray("channels");
            foreach (var channel in world.Guild.Channels.Values)
            {
                json.WriteStartObject();
                json.WriteId("id", channel.Id);
                json.WriteString("name", channel.Name);
                json.WriteNumber("type", (int)channel.Type);
                json.WriteId("parent_id", channel.ParentId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("roles");
            foreach (var role in world.Guild.Roles.Values)
            {
                json.WriteStartObject();
                json.WriteId("id", role.Id);
                json.WriteString("name", role.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteArray("events", world.Guild.ScheduledEvents.Values);
            WriteMembers(json, world);
            WriteBots(json, sandbox);
            json.WriteEndObject();
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, World world)
    {
        json.WriteStartArray("members");
        foreach (var member in world.Guild.Members.Values)
        {
            json.WriteStartObject();
            json.WriteId("id", member.User.Id);
            json.WriteString("name", member.User.Username);
            json.WriteIds("roles", member.Roles);
            json.WriteBoolean("bot", member.User.Bot);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBots(Utf8JsonWriter json, SandboxHost sandbox)
    {
        var application = sandbox.World.Application;
        json.WriteStartArray("bots");
        json.WriteStartObject();
        json.WriteId("application_id", application.Id);
        json.WriteId("user_id", application.User.Id);
        json.WriteString("name", application.Name);
        json.WriteString("token", application.Token);
        json.WriteBoolean("connected", sandbox.Gateway.IsConnected);
        json.WriteArray("commands", sandbox.World.Commands.Values);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
