using System.Globalization;

namespace Nexus.Benchmarks;

/// <summary>The command line: a verb, then <c>--name value</c> or <c>--switch</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> _values = [];

    public Arguments(IReadOnlyList<string> args)
    {
        Verb = args.Count > 0 ? args[0] : "";
        for (var i = 1; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{args[i]}' is not an option; options begin with --");
            }

            var hasValue = i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            _values[args[i][2..]] = hasValue ? args[++i] : null;
        }
    }

    public string Verb { get; }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text ?? "", NumberStyles.Integer, CultureInfo.InvariantCulture) : otherwise;
}
