using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>One REST request as it came and what was answered.</summary>
internal sealed record RequestEntry(long Number, DateTimeOffset At, string Method, string RawPath, int Status, double Milliseconds, ReadOnlyMemory<byte> Body, string? Error)
    : IJsonWritable
{
    /// <summary>Without the tokens of interactions and webhooks.</summary>
    public string Path
    {
        get
        {
            var parts = RawPath.Split('/');
            for (var i = 0; i + 2 < parts.Length; i++)
            {
                if (parts[i] is "interactions" or "webhooks" && Snowflakes.TryParse(parts[i + 1], out _))
                {
                    parts[i + 2] = "…";
                }
            }

            return string.Join('/', parts);
        }
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("n", Number);
        json.WriteTime("at", At);
        json.WriteString("method", Method);
        json.WriteString("path", Path);
        json.WriteNumber("status", Status);
        json.WriteNumber("ms", Math.Round(Milliseconds, 3));
        WriteBody(json);
        if (Error is not null)
        {
            json.WriteString("error", Error);
        }

        json.WriteEndObject();
    }

    private void WriteBody(Utf8JsonWriter json)
    {
        json.WritePropertyName("body");
        if (Body.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            document.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue("(not JSON)");
        }
    }
}
