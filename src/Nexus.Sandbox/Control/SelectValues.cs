using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Turns what a person picked in a select of any kind into the values Discord sends.</summary>
internal static class SelectValues
{
    public static List<string> Check(JsonElement select, IReadOnlyList<string> picked, Entities entities, int min, int max)
    {
        var what = select.Text("custom_id") ?? "select";
        if (picked.Count < min || picked.Count > max)
        {
            throw new PersonRefusal(min == max ? $"{what}: choose {min}." : $"{what}: choose {min} to {max}; {picked.Count} were chosen.");
        }

        return [.. picked.Select(name => select.Int("type") switch
        {
            5 => Snowflakes.Text(entities.User(what, name)),
            6 => Snowflakes.Text(entities.Role(what, name)),
            7 => Snowflakes.Text(entities.Mentionable(what, name)),
            8 => Snowflakes.Text(entities.Channel(what, name, select.Items("channel_types"))),
            _ => Option(select, what, name),
        }).Distinct()];
    }

    /// <summary>What the client shows as chosen before anybody touches it.</summary>
    public static List<string> Defaults(JsonElement select) =>
    [
        .. select.Items("options").Where(option => option.Bool("default") == true).Select(option => option.Text("value")!),
        .. select.Items("default_values").Select(value => value.Text("id")!),
    ];

    /// <summary>An option by value or label.</summary>
    public static string Option(JsonElement control, string what, string name)
    {
        var options = control.Items("options").ToList();
        var chosen = options.FirstOrDefault(option => option.Text("value") == name);
        if (chosen.ValueKind != JsonValueKind.Object)
        {
            chosen = options.FirstOrDefault(option => option.Text("label") == name);
        }

        return chosen.ValueKind == JsonValueKind.Object
            ? chosen.Text("value")!
            : throw new PersonRefusal($"{what}: {name} is not offered; there are {string.Join(", ", options.Select(option => option.Text("label")))}.");
    }
}
