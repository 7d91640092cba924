using System.Text.Json;

namespace Nexus.Sandbox.Page.Commands;

/// <summary>Something a person can run: a slash command with its group and subcommand, or an entry of a context menu.</summary>
public sealed record CommandOnPage(string Path, string Description, CommandKind Kind, IReadOnlyList<OptionOnPage> Options)
{
    /// <summary>A registered command as its callable leaves: <c>topic</c> with <c>lookup</c> and <c>list</c> becomes two.</summary>
    public static IEnumerable<CommandOnPage> From(JsonElement command)
    {
        var kind = command.Int("type") switch { 2 => CommandKind.User, 3 => CommandKind.Message, _ => CommandKind.Slash };
        return kind == CommandKind.Slash
            ? Leaves(command, command.Text("name"))
            : [new CommandOnPage(command.Text("name"), command.Text("description"), kind, [])];
    }

    private static IEnumerable<CommandOnPage> Leaves(JsonElement node, string path)
    {
        var options = node.List("options");
        var nested = options.Where(option => option.Int("type") is 1 or 2).ToList();
        return nested.Count > 0
            ? nested.SelectMany(child => Leaves(child, $"{path} {child.Text("name")}"))
            : [new CommandOnPage(path, node.Text("description"), CommandKind.Slash, [.. options.Select(OptionOnPage.From)])];
    }
}

/// <summary>Where a command is found.</summary>
public enum CommandKind { Slash, User, Message }
