using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Nexus.Sandbox.Emulator;

/// <summary>A request body: the JSON payload and the uploaded files, sent as JSON or as multipart/form-data.</summary>
/// <remarks>https://discord.com/developers/docs/reference#uploading-files</remarks>
internal sealed class RequestBody
{
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;

    public static readonly RequestBody Empty = new(EmptyObject, []);

    private RequestBody(JsonElement json, IReadOnlyList<UploadedFile> files)
    {
        Json = json;
        Files = files;
    }

    public JsonElement Json { get; }

    public IReadOnlyList<UploadedFile> Files { get; }

    /// <summary>Reads the body; throws the refusal that Discord would answer.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > PayloadRules.RequestSizeMax)
        {
            throw DiscordError.RequestTooLarge();
        }

        try
        {
            if (request.ContentType is { } type && type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                return await ReadPartsAsync(request, type, ct);
            }

            // The pipeline has already read small bodies for its log.
            ReadOnlyMemory<byte> bytes = request.Body is MemoryStream { Position: 0 } read && read.TryGetBuffer(out var buffer)
                ? buffer
                : await ReadBytesAsync(request.Body, (int)(request.ContentLength ?? 0), ct);
            if (bytes.IsEmpty)
            {
                return Empty;
            }

            if (request.ContentType is null || !request.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                throw DiscordError.Form("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
            }

            return new RequestBody(Parse(bytes), []);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw e is BadHttpRequestException { StatusCode: 413 } || e.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                ? DiscordError.RequestTooLarge()
                : DiscordError.MalformedJson();
        }
    }

    /// <summary>Text that .NET can read back: JSON may hold half a surrogate pair, even in a name, and .NET refuses to decode it.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var json = JsonDocument.Parse(bytes).RootElement;
            if (bytes.Span.IndexOf("\\ud"u8) >= 0 || bytes.Span.IndexOf("\\uD"u8) >= 0)
            {
                Decode(json);
            }

            return json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw DiscordError.MalformedJson();
        }
    }

    private static void Decode(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Decode(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    Decode(property.Value);
                }

                break;
        }
    }

    private static async Task<RequestBody> ReadPartsAsync(HttpRequest request, string contentType, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var media) || HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw DiscordError.MalformedJson();
        }

        var payload = EmptyObject;
        var files = new List<UploadedFile>();
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = PayloadRules.RequestSizeMax };
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name == "payload_json")
            {
                payload = Parse(await ReadBytesAsync(section.Body, 0, ct));
            }
            else if (FileIndex(name) is { } index)
            {
                files.Add(await ReadFileAsync(section, disposition, index, ct));
            }
        }

        return new RequestBody(payload, files);
    }

    private static async Task<UploadedFile> ReadFileAsync(MultipartSection section, ContentDispositionHeaderValue disposition, ulong index, CancellationToken ct)
    {
        var bytes = await ReadBytesAsync(section.Body, 0, ct);
        if (bytes.Length > PayloadRules.FileSizeMax)
        {
            throw DiscordError.RequestTooLarge();
        }

        // FileNameStar is the exact name; FileName is its ASCII fallback.
        var filename = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
        return new UploadedFile(index, Path.GetFileName(filename) is { Length: > 0 } safe ? safe : "unknown", section.ContentType, bytes.ToArray());
    }

    // files[n]; file and fileN as older clients name them.
    private static ulong? FileIndex(string name)
    {
        if (!name.StartsWith("file", StringComparison.Ordinal))
        {
            return null;
        }

        var digits = name.AsSpan(4).TrimStart('s').Trim("[]");
        return digits.IsEmpty ? 0 : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(Stream body, int expected, CancellationToken ct)
    {
        using var bytes = new MemoryStream(expected);
        await body.CopyToAsync(bytes, ct);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
