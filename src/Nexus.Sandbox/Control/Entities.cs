using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Finds the people, roles, channels and files a person picks, by name or id, and puts them into resolved data.</summary>
internal sealed class Entities(World world, Channel place, Resolved resolved)
{
    private const int LargestFile = 10 * 1024 * 1024;

    public ulong User(string what, string name)
    {
        var user = world.FindUser(name) ?? throw new PersonRefusal($"{what}: there is nobody called {name} here.");
        return resolved.Add(user);
    }

    public ulong Role(string what, string name) => resolved.Add(FindRole(name) ?? throw new PersonRefusal($"{what}: there is no role {name}."));

    public ulong Mentionable(string what, string name)
    {
        if (world.FindUser(name) is { } user)
        {
            return resolved.Add(user);
        }

        return FindRole(name) is { } role ? resolved.Add(role) : throw new PersonRefusal($"{what}: there is no person or role {name}.");
    }

    public ulong Channel(string what, string name, IEnumerable<JsonElement> types)
    {
        var channel = world.FindChannel(name) ?? throw new PersonRefusal($"{what}: there is no channel {name}.");
        var allowed = types.Where(type => type.ValueKind == JsonValueKind.Number).Select(type => (ChannelType)type.GetInt32()).ToList();
        if (allowed.Count > 0 && !allowed.Contains(channel.Type))
        {
            throw new PersonRefusal($"{what}: #{channel.Name} is a {channel.Type} channel; offered are {string.Join(", ", allowed)}.");
        }

        return resolved.Add(channel);
    }

    /// <summary><c>{filename, content_base64}</c></summary>
    public ulong Attachment(string what, JsonElement file)
    {
        var name = file.Text("filename") ?? throw new PersonRefusal($"{what}: a file is {{\"filename\": …, \"content_base64\": …}}.");
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(file.Text("content_base64") ?? "");
        }
        catch (FormatException)
        {
            throw new PersonRefusal($"{what}: content_base64 is not base64.");
        }

        if (bytes.Length > LargestFile)
        {
            throw new PersonRefusal($"{what}: {name} is too large; a file may have 10 MiB.");
        }

        return resolved.Add(world.Attachments.Add(place.Id, new UploadedFile(0, name, file.Text("content_type"), bytes)));
    }

    private Role? FindRole(string name) =>
        world.Guild.Roles.Values.FirstOrDefault(role => string.Equals(role.Name, name.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
        ?? (Snowflakes.TryParse(name, out var id) ? world.Guild.Roles.GetValueOrDefault(id) : null);
}
