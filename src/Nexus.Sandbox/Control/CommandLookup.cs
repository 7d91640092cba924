using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>A command found by what a person typed: the registered one, the way to the subcommand, the options it takes.</summary>
internal sealed record CommandLookup(RegisteredCommand Command, IReadOnlyList<JsonElement> Path, IReadOnlyList<JsonElement> Options)
{
    private const int Subcommand = 1, Group = 2;

    /// <summary>With group and subcommand, as it is typed.</summary>
    public string Name => Path.Count == 0 ? Command.Name : string.Join(' ', Path.Select(step => step.Text("name")).Prepend(Command.Name));

    /// <summary>Commands that Discord's client offers this person in this channel.</summary>
    public static IEnumerable<RegisteredCommand> Offered(World world, User user, Channel channel)
    {
        var permissions = world.PermissionsOf(user.Id, channel);
        var context = channel.IsDirect ? 1 : 0;
        return world.Commands.Values.Where(command =>
            command.IsAllowedIn(context)
            && (channel.IsDirect || (permissions.HasFlag(Permission.UseApplicationCommands) && IsPermitted(command, permissions))));
    }

    /// <summary>Server commands win over global ones of the same name, as a person would see them first.</summary>
    public static CommandLookup Find(World world, User user, Channel channel, string typed)
    {
        var words = typed.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            throw new PersonRefusal("Name a command, such as \"topic lookup\".");
        }

        var command = Require(world, user, channel, 1, words[0]);
        var path = new List<JsonElement>();
        var options = command.Options.ToList();
        foreach (var word in words.Skip(1))
        {
            var next = options.FirstOrDefault(option => option.Int("type") is Subcommand or Group && option.Text("name") == word);
            if (next.ValueKind == JsonValueKind.Undefined)
            {
                throw new PersonRefusal($"/{command.Name} has no \"{word}\"; it has {Names(options)}.", 404);
            }

            path.Add(next);
            options = [.. next.Items("options")];
        }

        if (options.Any(option => option.Int("type") is Subcommand or Group))
        {
            throw new PersonRefusal($"/{string.Join(' ', words)} is not a command by itself; go on with {Names(options)}.");
        }

        return new CommandLookup(command, path, options);
    }

    public static RegisteredCommand Require(World world, User user, Channel channel, int type, string name)
    {
        var named = world.Commands.Values.Where(command => command.Type == type && command.Name == name).ToList();
        if (named.Count == 0)
        {
            var known = world.Commands.Values.Where(command => command.Type == type).Select(command => command.Name).Distinct().ToList();
            throw new PersonRefusal(
                known.Count == 0
                    ? $"No command \"{name}\": the bot has registered none of that kind yet."
                    : $"No command \"{name}\"; there are {string.Join(", ", known)}.",
                404);
        }

        return named.Where(Offered(world, user, channel).Contains).OrderBy(command => command.GuildId is null).FirstOrDefault()
            ?? throw new PersonRefusal(
                channel.IsDirect ? $"\"{name}\" is not offered in direct messages." : $"\"{name}\" is not offered to {user.Username} in #{channel.Name}: it needs permissions they lack here.",
                403);
    }

    private static bool IsPermitted(RegisteredCommand command, Permission permissions) => command.DefaultMemberPermissions switch
    {
        null => true,
        Permission.None => permissions.HasFlag(Permission.Administrator),
        { } needed => permissions.HasFlag(Permission.Administrator) || permissions.HasFlag(needed),
    };

    private static string Names(IEnumerable<JsonElement> options) =>
        options.Where(option => option.Int("type") is Subcommand or Group).Select(option => option.Text("name")).ToList() is { Count: > 0 } names
            ? string.Join(", ", names)
            : "no subcommands";
}
