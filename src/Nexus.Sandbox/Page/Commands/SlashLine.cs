namespace Nexus.Sandbox.Page.Commands;

/// <summary>Reads a slash command typed in one go, <c>/topic lookup query:drf private:true</c>.</summary>
internal static class SlashLine
{
    /// <summary>Commands that what was typed may become, best first.</summary>
    public static IReadOnlyList<CommandOnPage> Matching(string typed, IEnumerable<CommandOnPage> commands)
    {
        var words = typed.TrimStart('/').Trim();
        return [.. commands
            .Where(command => command.Kind == CommandKind.Slash)
            .Select(command => (command, rank: Rank(command, words)))
            .Where(ranked => ranked.rank < int.MaxValue)
            .OrderBy(ranked => ranked.rank).ThenBy(ranked => ranked.command.Path, StringComparer.Ordinal)
            .Select(ranked => ranked.command)];
    }

    /// <summary>The command whose whole path was typed, with the options after it; null when there is none.</summary>
    public static (CommandOnPage Command, IReadOnlyDictionary<string, string> Values)? Parse(string typed, IEnumerable<CommandOnPage> commands)
    {
        var words = typed.TrimStart('/').TrimStart();
        var found = commands
            .Where(command => command.Kind == CommandKind.Slash && Begins(words, command.Path))
            .MaxBy(command => command.Path.Length);
        return found is null ? null : (found, Values(words[found.Path.Length..], found.Options));
    }

    private static bool Begins(string words, string path) =>
        words.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (words.Length == path.Length || words[path.Length] is ' ' or '\n');

    private static int Rank(CommandOnPage command, string words)
    {
        if (words.Length == 0 || command.Path.StartsWith(words, StringComparison.OrdinalIgnoreCase) || Begins(words, command.Path))
        {
            return 0;
        }

        return command.Path.Split(' ').Any(part => part.StartsWith(words, StringComparison.OrdinalIgnoreCase)) ? 1
            : command.Path.Contains(words, StringComparison.OrdinalIgnoreCase) ? 2
            : command.Description.Contains(words, StringComparison.OrdinalIgnoreCase) ? 3
            : int.MaxValue;
    }

    private static Dictionary<string, string> Values(string rest, IReadOnlyList<OptionOnPage> options)
    {
        // An option's name followed by a colon starts its value; everything up to the next such name belongs to it.
        var starts = options
            .Select(option => (option.Name, At: IndexOfName(rest, option.Name)))
            .Where(start => start.At >= 0)
            .OrderBy(start => start.At)
            .ToList();
        var values = new Dictionary<string, string>();
        for (var at = 0; at < starts.Count; at++)
        {
            var from = starts[at].At + starts[at].Name.Length + 1;
            var to = at + 1 < starts.Count ? starts[at + 1].At : rest.Length;
            values[starts[at].Name] = rest[from..to].Trim();
        }

        // Without any name, the words are the first option's.
        if (starts.Count == 0 && rest.Trim() is { Length: > 0 } all && options.Count > 0)
        {
            values[options[0].Name] = all;
        }

        return values;
    }

    private static int IndexOfName(string rest, string name)
    {
        for (var at = rest.IndexOf($"{name}:", StringComparison.OrdinalIgnoreCase); at >= 0;
            at = rest.IndexOf($"{name}:", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || char.IsWhiteSpace(rest[at - 1]))
            {
                return at;
            }
        }

        return -1;
    }
}
