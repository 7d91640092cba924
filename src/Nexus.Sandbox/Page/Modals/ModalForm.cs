using System.Text.Json;
using Nexus.Sandbox.Page.Messages;

namespace Nexus.Sandbox.Page.Modals;

/// <summary>A form while it is filled in: its fields, what stands in them, and what Discord's client would say about it.</summary>
public sealed class ModalForm
{
    public ModalForm(IEnumerable<JsonElement> components) => Fields = [.. components.SelectMany(ModalField.From)];

    public IReadOnlyList<ModalField> Fields { get; }

    /// <summary>True if everything is as the bot asked; otherwise each field says what is missing.</summary>
    public bool Check(ServerOnPage? server)
    {
        foreach (var field in Fields)
        {
            field.Check(server);
        }

        return Fields.All(field => field.Error is null);
    }

    /// <summary>By custom id: a text, true or false, a list of values, or a list of files.</summary>
    public IReadOnlyDictionary<string, object> Values() =>
        Fields.Where(field => field.IsInput && !(field.Kind == FieldKind.Radio && field.Values.Count == 0))
            .ToDictionary(field => field.CustomId, field => field.Answer());
}

/// <summary>A file that a person chose.</summary>
public sealed record ChosenFile(string Name, string ContentType, byte[] Content);
