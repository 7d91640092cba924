using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>
/// <c>multipart/form-data</c> with <c>payload_json</c> and <c>files[n]</c>, written as browsers write it: quoted names in UTF-8.
/// See <see href="https://discord.com/developers/docs/reference#uploading-files"/>.
/// </summary>
internal sealed class MultipartBody : HttpContent
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly List<ReadOnlyMemory<byte>> _pieces = [];

    public MultipartBody(ReadOnlyMemory<byte> json, IReadOnlyList<FileUpload> files)
    {
        // Random, so that no file can hold it by accident or on purpose.
        var boundary = $"nexus-{Guid.NewGuid():N}";
        Add($"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n", json);
        for (var n = 0; n < files.Count; n++)
        {
            Add($"--{boundary}\r\nContent-Disposition: form-data; name=\"files[{n}]\"; filename=\"{Quoted(files[n].FileName)}\"\r\nContent-Type: application/octet-stream\r\n\r\n", files[n].Content);
        }

        _pieces.Add(Encoding.UTF8.GetBytes($"--{boundary}--\r\n"));
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var piece in _pieces)
        {
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _pieces.Sum(static piece => (long)piece.Length);
        return true;
    }

    private void Add(string head, ReadOnlyMemory<byte> content)
    {
        _pieces.Add(Encoding.UTF8.GetBytes(head));
        _pieces.Add(content);
        _pieces.Add(LineEnd);
    }

    // As the HTML standard escapes a file name in form data.
    private static string Quoted(string name) => name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
}
