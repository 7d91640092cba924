using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Discord's nested form of field errors: objects mirror the request, leaves are <c>_errors</c> lists.</summary>
internal sealed class FieldErrorTree
{
    private readonly List<FieldError> here = [];
    private readonly Dictionary<string, FieldErrorTree> below = [];

    public static FieldErrorTree From(IEnumerable<FieldError> errors)
    {
        var root = new FieldErrorTree();
        foreach (var error in errors)
        {
            var node = root;
            foreach (var part in error.Path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!node.below.TryGetValue(part, out var next))
                {
                    node.below[part] = next = new FieldErrorTree();
                }

                node = next;
            }

            node.here.Add(error);
        }

        return root;
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, child) in below)
        {
            writer.WritePropertyName(name);
            child.WriteTo(writer);
        }

        if (here.Count > 0)
        {
            writer.WriteStartArray("_errors");
            foreach (var error in here)
            {
                writer.WriteStartObject();
                writer.WriteString("code", error.Code);
                writer.WriteString("message", error.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
