using Serilog.Events;
using Serilog.Formatting;

namespace Nexus.Bot.Hosting;

/// <summary>
/// The last step before the console: whatever a log line is made of, the secrets this process was configured with are not in it.
/// </summary>
internal sealed class RedactingFormatter(ITextFormatter inner, IEnumerable<string?> secrets) : ITextFormatter
{
    private const int ShortestSecret = 6;

    // Longest first, so that a secret that holds another one goes as a whole.
    private readonly string[] _secrets = [.. secrets.OfType<string>().Where(secret => secret.Length >= ShortestSecret).Distinct().OrderByDescending(secret => secret.Length)];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        var text = line.ToString();
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, "[secret]", StringComparison.Ordinal);
        }

        output.Write(text);
    }
}
