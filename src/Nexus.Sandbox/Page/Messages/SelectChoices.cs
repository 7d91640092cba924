using System.Globalization;
using System.Text.Json;

namespace Nexus.Sandbox.Page.Messages;

/// <summary>What a select offers: its own options, or the server's people, roles and channels.</summary>
internal static class SelectChoices
{
    public static IReadOnlyList<Choice> Of(JsonElement select, ServerOnPage? server) => select.Int("type") switch
    {
        3 => [.. select.List("options").Select(option => new Choice(option.Text("value"), Named(option), option.Text("description")))],
        5 => People(server),
        6 => Roles(server),
        7 => [.. People(server), .. Roles(server)],
        8 => Channels(server, select.List("channel_types")),
        _ => [],
    };

    public static IReadOnlyList<string> Defaults(JsonElement select) => select.Int("type") == 3
        ? [.. select.List("options").Where(option => option.Flag("default")).Select(option => option.Text("value"))]
        : [.. select.List("default_values").Select(value => value.Text("id"))];

    public static IReadOnlyList<Choice> People(ServerOnPage? server) =>
        [.. (server?.Members ?? []).Select(member => new Choice(Text(member.Id), member.Name, member.Name == member.UserName ? "" : member.UserName))];

    public static IReadOnlyList<Choice> Roles(ServerOnPage? server) =>
        [.. (server?.Roles ?? []).Select(role => new Choice(Text(role.Id), role.Name.StartsWith('@') ? role.Name : $"@{role.Name}", "role"))];

    public static IReadOnlyList<Choice> Channels(ServerOnPage? server, IReadOnlyList<JsonElement> types)
    {
        var wanted = types.Select(type => type.AsText()).ToHashSet();
        return [.. (server?.Channels ?? [])
            .Where(channel => channel.Type != 1 && (wanted.Count == 0 || wanted.Contains(channel.Type.ToString(CultureInfo.InvariantCulture))))
            .Select(channel => new Choice(Text(channel.Id), channel.Type == 4 ? channel.Name : $"#{channel.Name}", channel.Kind))];
    }

    private static string Named(JsonElement option) =>
        $"{(option.Get("emoji").Has("id") ? "" : option.Get("emoji").Text("name"))} {option.Text("label")}".Trim();

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
