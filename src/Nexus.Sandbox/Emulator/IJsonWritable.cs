using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Something that Discord shows as one JSON object.</summary>
internal interface IJsonWritable
{
    void WriteTo(Utf8JsonWriter json);
}
