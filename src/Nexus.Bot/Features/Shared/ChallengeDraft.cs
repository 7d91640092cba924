using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Shared;

/// <summary>A challenge as somebody puts it into the form; nothing secret is in it.</summary>
internal sealed record ChallengeDraft(string Title, string Symptom, string Cause, string Fix, IReadOnlyList<string> Aliases)
{
    public const int MostTitle = 80;
    public const int MostSymptom = 1000;
    public const int MostCause = 1500;
    public const int MostFix = 2500;
    public const int MostAliases = 200;

    /// <summary>Slugs of pages that belong to it.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    private const int MostErrorLines = 8;
    private const string Fence = "```";

    /// <summary>What can be read from a message: the error in it, or else the answer.</summary>
    public static ChallengeDraft From(string message)
    {
        var text = Secrets.Mask(message).Trim();
        var symptom = string.Join('\n', ErrorLines.InMessage(text, MostErrorLines));
        return new ChallengeDraft(
            Md.Cut(FirstLine(text), MostTitle),
            Md.Cut(symptom, MostSymptom),
            "",
            symptom.Length == 0 ? Md.Cut(text, MostFix) : "",
            []);
    }

    /// <summary>What was typed into the form.</summary>
    public static ChallengeDraft Of(string title, string symptom, string cause, string fix, string aliases) => new(
        Md.Cut(Md.Line(Secrets.Mask(title)), MostTitle),
        Secrets.Mask(symptom).ReplaceLineEndings("\n").Trim(),
        Secrets.Mask(cause).ReplaceLineEndings("\n").Trim(),
        Secrets.Mask(fix).ReplaceLineEndings("\n").Trim(),
        [.. Secrets.Mask(aliases).Split([',', '\n']).Select(alias => Md.Line(alias)).Where(alias => alias.Any(char.IsLetterOrDigit)).Distinct(StringComparer.OrdinalIgnoreCase)]);

    public bool IsComplete => Title.Any(char.IsLetterOrDigit) && Cause.Length > 0 && Fix.Length > 0;

    // Without the marks that make words bold or a heading.
    private static string FirstLine(string text) => text.Split('\n')
        .Select(line => Md.Line(line.Trim().TrimStart('#', '>', '-', '*', ' ').Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal)))
        .FirstOrDefault(line => line.Any(char.IsLetterOrDigit) && !line.StartsWith(Fence, StringComparison.Ordinal)) ?? "";
}
