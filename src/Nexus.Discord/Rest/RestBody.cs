using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>A request's body: JSON as UTF-8, written once and sent as often as needed, and the files that go with it.</summary>
internal sealed class RestBody : IDisposable
{
    // Only HTML needs the stricter escaping; Discord reads UTF-8.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    private readonly PooledBuffer _json = new();
    private readonly IReadOnlyList<FileUpload> _files;

    private RestBody(IReadOnlyList<FileUpload>? files) => _files = files ?? [];

    public static RestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileUpload>? files = null)
    {
        var body = new RestBody(files);
        var writer = s_writer ??= new Utf8JsonWriter(body._json, Writing);
        writer.Reset(body._json);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return body;
    }

    public HttpContent ToContent()
    {
        if (_files.Count > 0)
        {
            return new MultipartBody(_json.Written, _files);
        }

        var content = new ReadOnlyMemoryContent(_json.Written);
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>Gives the memory back. Only once no try can still be reading it: after an answer, not after a lost try.</summary>
    public void Dispose() => _json.Dispose();
}
