using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What a sent form says, cleaned and cut to what its fields take; a tampering client may send anything.</summary>
internal static class FormFields
{
    public static IReadOnlyDictionary<string, string> Of(ModalCall call, IEnumerable<PartField> fields) =>
        fields.ToDictionary(field => field.Name, field => Read(call, field));

    private static string Read(ModalCall call, PartField field)
    {
        var text = FormText.Clean(call.Text(field.Name));
        return field.Choices is { } choices
            ? choices.Contains(text) ? text : field.Value
            : text.Length > field.Max ? Md.Cut(text, field.Max) : text;
    }
}
