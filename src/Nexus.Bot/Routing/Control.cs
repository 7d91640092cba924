using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Short ways to write the controls that views use most.</summary>
internal static class Control
{
    private const int ButtonsPerRow = 5;

    /// <param name="label">At most 80 characters; about 34 show on a phone.</param>
    /// <param name="customId">From the button's <see cref="ControlSpec"/>.</param>
    public static Button Button(string label, string customId, ButtonStyle style = ButtonStyle.Secondary, bool disabled = false) =>
        new() { Label = Md.Cut(label, 80), CustomId = customId, Style = style, Disabled = disabled ? true : null };

    public static Button Link(string label, string url) => new() { Label = Md.Cut(label, 80), Url = url, Style = ButtonStyle.Link };

    public static ActionRow Row(params IReadOnlyList<Component> controls) => new(controls);

    /// <summary>A text control of a modal under its caption.</summary>
    /// <param name="label">At most 45 characters.</param>
    public static Label TextField(string customId, string label, int max, bool paragraph = false, bool required = true, int? min = null, string? value = null, string? hint = null, string? placeholder = null) =>
        new(label, new TextInput
        {
            CustomId = customId,
            Style = paragraph ? TextInputStyle.Paragraph : TextInputStyle.Short,
            MinLength = min,
            MaxLength = max,
            Required = required,
            Value = value,
            Placeholder = placeholder,
        })
        { Description = hint };

    /// <summary>Buttons in rows of five, everything else in a row of its own.</summary>
    public static IEnumerable<Component> Rows(IReadOnlyList<Component> controls)
    {
        var row = new List<Component>(ButtonsPerRow);
        foreach (var control in controls)
        {
            if (control is Button)
            {
                row.Add(control);
                if (row.Count < ButtonsPerRow)
                {
                    continue;
                }
            }

            if (row.Count > 0)
            {
                yield return new ActionRow([.. row]);
                row.Clear();
            }

            if (control is not Discord.Model.Button)
            {
                yield return control is ActionRow ? control : new ActionRow([control]);
            }
        }

        if (row.Count > 0)
        {
            yield return new ActionRow([.. row]);
        }
    }
}
