using System.Text.Json.Nodes;

namespace Nexus.Sandbox.Tests.Rest;

/// <summary>One answer as a table states it: <c>200</c>, <c>204</c>, or status and Discord's code, <c>403 50013</c>.</summary>
internal sealed record RestReply(int Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Said => Status < 400 ? $"{Status}" : $"{Status} {Body?["code"]}";

    public string Text(string field) => Body![field]!.ToString();

    public JsonNode? this[string field] => Body![field];

    public JsonArray Items => Body!.AsArray();
}
