using System.Globalization;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Page.Commands;

/// <summary>What a person typed into the fields of a command, as the values that Discord's client would send.</summary>
internal static class OptionAnswers
{
    // Discord sends whole numbers that a JavaScript number holds exactly.
    private const long LargestWhole = 1L << 53;

    /// <summary>The values; what is wrong is put into <paramref name="errors"/> by the option's name.</summary>
    public static IReadOnlyDictionary<string, object> Check(
        IEnumerable<OptionOnPage> options,
        IReadOnlyDictionary<string, string> typed,
        IReadOnlyDictionary<string, IReadOnlyList<ChosenFile>> files,
        IDictionary<string, string> errors)
    {
        var answers = new Dictionary<string, object>();
        foreach (var option in options)
        {
            if (option.Kind == OptionKind.Attachment)
            {
                if (files.GetValueOrDefault(option.Name) is [var file, ..])
                {
                    answers[option.Name] = file;
                    continue;
                }
            }
            else if (typed.GetValueOrDefault(option.Name) is { } text && text.Trim().Length > 0)
            {
                if (Read(option, text.Trim()) is { } value)
                {
                    answers[option.Name] = value;
                }

                if (Complaint(option, text.Trim()) is { } complaint)
                {
                    errors[option.Name] = complaint;
                }

                continue;
            }

            if (option.Required)
            {
                errors[option.Name] = "This option is required.";
            }
        }

        return answers;
    }

    /// <summary>Whatever can be read so far, for autocomplete.</summary>
    public static IReadOnlyDictionary<string, object> Partial(IEnumerable<OptionOnPage> options, IReadOnlyDictionary<string, string> typed, string focused)
    {
        var answers = new Dictionary<string, object>();
        foreach (var option in options)
        {
            var text = typed.GetValueOrDefault(option.Name, "");
            if (option.Name == focused)
            {
                answers[option.Name] = text;
            }
            else if (text.Length > 0 && Read(option, text) is { } value)
            {
                answers[option.Name] = value;
            }
        }

        return answers;
    }

    private static object? Read(OptionOnPage option, string text) => option.Kind switch
    {
        OptionKind.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        OptionKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        OptionKind.Boolean => text.ToUpperInvariant() switch { "TRUE" or "YES" => true, "FALSE" or "NO" => false, _ => null },
        _ => text,
    };

    private static string? Complaint(OptionOnPage option, string text) => (option.Kind, Read(option, text)) switch
    {
        (OptionKind.Whole, null) => "This has to be a whole number.",
        (OptionKind.Whole, long whole) when Math.Abs(whole) > LargestWhole => "This number is too large.",
        (OptionKind.Whole, long whole) => Range(option, whole),
        (OptionKind.Number, null) => "This has to be a number.",
        (OptionKind.Number, double number) => Range(option, number),
        (OptionKind.Boolean, null) => "This has to be true or false.",
        (OptionKind.Text, _) when text.Length < option.MinLength => $"At least {option.MinLength} characters, please.",
        (OptionKind.Text, _) when text.Length > (option.MaxLength ?? 6000) => $"At most {option.MaxLength ?? 6000} characters.",
        _ => null,
    };

    private static string? Range(OptionOnPage option, double number) =>
        number < option.Min ? string.Create(CultureInfo.InvariantCulture, $"At least {option.Min}, please.")
        : number > option.Max ? string.Create(CultureInfo.InvariantCulture, $"At most {option.Max}, please.")
        : null;
}
