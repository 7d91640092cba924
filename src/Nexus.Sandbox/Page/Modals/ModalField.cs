using System.Globalization;
using System.Text.Json;
using Nexus.Sandbox.Page.Messages;

namespace Nexus.Sandbox.Page.Modals;

/// <summary>One entry of a form: a label with its control, or words to read.</summary>
public sealed class ModalField
{
    private ModalField(JsonElement control, string label, string description)
    {
        (Control, Label, Description) = (control, label, description);
        Text = control.Text("value");
        Ticked = control.Flag("default");
        Values = Kind is FieldKind.Radio or FieldKind.Boxes
            ? [.. control.List("options").Where(option => option.Flag("default")).Select(option => option.Text("value"))]
            : SelectChoices.Defaults(control);
    }

    public JsonElement Control { get; }

    public string Label { get; }

    public string Description { get; }

    public string Text { get; set; }

    public bool Ticked { get; set; }

    public IReadOnlyList<string> Values { get; set; }

    public IReadOnlyList<ChosenFile> Files { get; set; } = [];

    /// <summary>What is wrong with it, in a person's words; null when nothing is.</summary>
    public string? Error { get; private set; }

    public string CustomId => Control.Text("custom_id");

    public FieldKind Kind => Control.Int("type") switch
    {
        4 => FieldKind.Text,
        3 or 5 or 6 or 7 or 8 => FieldKind.Select,
        19 => FieldKind.Files,
        21 => FieldKind.Radio,
        22 => FieldKind.Boxes,
        23 => FieldKind.Box,
        _ => FieldKind.Words,
    };

    public bool IsInput => Kind != FieldKind.Words;

    /// <summary>A single checkbox may always stay empty.</summary>
    public bool Required => Kind != FieldKind.Box && (!Control.Has("required") || Control.Flag("required"));

    public bool IsParagraph => Control.Int("style") == 2;

    public int MinLength => Control.Int("min_length") ?? 0;

    public int MaxLength => Control.Int("max_length") ?? 4000;

    public int Fewest => Control.Int("min_values") ?? 1;

    public int Most => Control.Int("max_values") ?? (Kind == FieldKind.Boxes ? Control.List("options").Count : 1);

    public IReadOnlyList<Choice> Options =>
        [.. Control.List("options").Select(option => new Choice(option.Text("value"), option.Text("label"), option.Text("description")))];

    internal static IEnumerable<ModalField> From(JsonElement component) => component.Int("type") switch
    {
        18 => [new ModalField(component.Get("component"), component.Text("label"), component.Text("description"))],
        1 => component.List("components").Select(child => new ModalField(child, child.Text("label"), "")),
        10 => [new ModalField(component, "", "")],
        _ => [],
    };

    public void Check(ServerOnPage? server) => Error = Kind switch
    {
        FieldKind.Text when Required && Text.Trim().Length == 0 => "This is required.",
        FieldKind.Text when Text.Length > 0 && Text.Length < MinLength => $"At least {MinLength} characters, please: {Text.Length} so far.",
        FieldKind.Text when Text.Length > MaxLength => $"At most {MaxLength} characters: {Text.Length - MaxLength} too many.",
        FieldKind.Radio when Required && Values.Count == 0 => "Choose one.",
        FieldKind.Select or FieldKind.Boxes => CheckCount(Values.Count, "choose"),
        FieldKind.Files => CheckCount(Files.Count, "add"),
        _ => null,
    };

    internal object Answer() => Kind switch
    {
        FieldKind.Text => Text,
        FieldKind.Box => Ticked,
        FieldKind.Radio => Values[0],
        FieldKind.Files => Files,
        _ => Values,
    };

    private string? CheckCount(int count, string verb)
    {
        var fewest = Required ? Math.Max(1, Fewest) : count == 0 ? 0 : Fewest;
        return count < fewest ? string.Create(CultureInfo.InvariantCulture, $"Please {verb} at least {fewest}.")
            : count > Most ? string.Create(CultureInfo.InvariantCulture, $"Please {verb} at most {Most}.")
            : null;
    }
}

/// <summary>How a field is filled in.</summary>
public enum FieldKind { Words, Text, Select, Files, Radio, Boxes, Box }
