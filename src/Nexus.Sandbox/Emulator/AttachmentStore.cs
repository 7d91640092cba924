using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;

namespace Nexus.Sandbox.Emulator;

/// <summary>The sandbox's CDN: uploaded bytes, and the signed addresses that expire a day after they were given out.</summary>
/// <remarks>https://discord.com/developers/docs/reference#signed-attachment-cdn-urls</remarks>
internal sealed class AttachmentStore(World world)
{
    private const long BytesKept = 512L * 1024 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly Dictionary<ulong, (byte[] Bytes, string ContentType)> files = [];
    private readonly Queue<ulong> oldest = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private long held;

    /// <summary>Where the sandbox listens; addresses of files begin with it.</summary>
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    /// <summary>Keeps one file, as uploads in slash command options need it.</summary>
    public StoredAttachment Add(ulong channel, UploadedFile file, string? description = null, bool spoiler = false)
    {
        var id = world.Ids.Next();
        var name = Clean(file.Filename);
        spoiler |= name.StartsWith("SPOILER_", StringComparison.Ordinal);
        if (spoiler && !name.StartsWith("SPOILER_", StringComparison.Ordinal))
        {
            name = "SPOILER_" + name;
        }

        // Client libraries often send "some bytes"; Discord then goes by the file.
        var type = file.ContentType is { } said and not "application/octet-stream" ? said : (Types.TryGetContentType(name, out var known) ? known : "application/octet-stream");
        lock (files)
        {
            files[id] = (file.Bytes, type);
            oldest.Enqueue(id);
            held += file.Bytes.Length;
            while (held > BytesKept && oldest.TryDequeue(out var gone) && files.Remove(gone, out var dropped))
            {
                held -= dropped.Bytes.Length;
            }
        }

        return new StoredAttachment(id, name, file.Bytes.Length, type, Sign(channel, id, name), description, spoiler);
    }

    /// <summary>Keeps the files of a new message, with what its <c>attachments</c> say about each.</summary>
    public IReadOnlyList<StoredAttachment> Add(ulong channel, JsonElement body, IReadOnlyList<UploadedFile> uploads)
    {
        if (uploads.Count == 0)
        {
            return [];
        }

        var described = body.Items("attachments").Where(item => item.Id("id") is not null).ToDictionary(item => item.Id("id")!.Value);
        return [.. uploads.Select(file => described.TryGetValue(file.Index, out var about)
            ? Add(channel, file with { Filename = about.Text("filename") ?? file.Filename }, about.Text("description"), about.Bool("is_spoiler") ?? false)
            : Add(channel, file))];
    }

    /// <summary>The files of an edited message: those that <c>attachments</c> names, all when it is absent, and the new ones.</summary>
    public IReadOnlyList<StoredAttachment> Replace(ulong channel, JsonElement current, JsonElement body, IReadOnlyList<UploadedFile> uploads)
    {
        var before = Read(current);
        var added = Add(channel, body, uploads);
        if (!body.TryGetProperty("attachments", out var named))
        {
            return [.. before, .. added];
        }

        var kept = new List<StoredAttachment>();
        if (named.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in named.EnumerateArray())
            {
                if (item.Id("id") is { } id && before.FirstOrDefault(attachment => attachment.Id == id) is { } existing)
                {
                    kept.Add(existing with
                    {
                        Description = item.TryGetProperty("description", out _) ? item.Text("description") : existing.Description,
                        Spoiler = item.Bool("is_spoiler") ?? existing.Spoiler,
                    });
                }
            }
        }

        return [.. kept, .. added];
    }

    public static JsonElement Json(IEnumerable<StoredAttachment> attachments)
    {
        if (attachments.TryGetNonEnumeratedCount(out var count) ? count == 0 : !attachments.Any())
        {
            return StoredMessage.None;
        }

        return Emulator.Json.Parse(Emulator.Json.Write(attachments, static (all, json) =>
        {
            json.WriteStartArray();
            foreach (var attachment in all)
            {
                Write(json, attachment);
            }

            json.WriteEndArray();
        }));
    }

    /// <summary>One attachment object, as messages and resolved data carry it.</summary>
    public static void Write(Utf8JsonWriter json, StoredAttachment attachment)
    {
        json.WriteStartObject();
        json.WriteId("id", attachment.Id);
        json.WriteString("filename", attachment.Filename);
        json.WriteNumber("size", attachment.Size);
        json.WriteString("url", attachment.Url);
        json.WriteString("proxy_url", attachment.Url);
        json.WriteString("content_type", attachment.ContentType);
        if (attachment.Description is { } description)
        {
            json.WriteString("description", description);
        }

        json.WriteNumber("flags", attachment.Spoiler ? 8 : 0);
        json.WriteEndObject();
    }

    /// <summary>The bytes behind an address, unless it is wrong or has expired.</summary>
    public (byte[] Bytes, string ContentType)? Open(ulong channel, ulong id, string filename, string? expires, string? signature)
    {
        if (expires is null || !long.TryParse(expires, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seconds)
            || world.Now.ToUnixTimeSeconds() > seconds || signature != Signature(channel, id, filename, expires))
        {
            return null;
        }

        lock (files)
        {
            return files.TryGetValue(id, out var file) ? file : null;
        }
    }

    /// <summary>Discord hands out fresh addresses when a message is read again.</summary>
    public void Refresh(StoredMessage message)
    {
        if (message.Attachments.GetArrayLength() == 0)
        {
            return;
        }

        var current = Read(message.Attachments);
        if (!current.Any(attachment => Expiry(attachment.Url) - world.Now < Lifetime / 2))
        {
            return;
        }

        var fresh = current.ToDictionary(attachment => attachment.Id, attachment => attachment with { Url = Sign(message.Channel.Id, attachment.Id, attachment.Filename) });
        message.Attachments = Json(fresh.Values);
        if (message.Components.GetArrayLength() > 0)
        {
            var components = JsonArray.Create(message.Components)!;
            Readdress(components, fresh);
            message.Components = Emulator.Json.Parse(JsonSerializer.SerializeToUtf8Bytes(components));
        }
    }

    private static void Readdress(JsonNode? node, Dictionary<ulong, StoredAttachment> files)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Readdress(item, files);
                }

                break;
            case JsonObject media when media["attachment_id"]?.ToString() is { } id && Snowflakes.TryParse(id, out var key) && files.TryGetValue(key, out var file):
                media["url"] = file.Url;
                media["proxy_url"] = file.Url;
                break;
            case JsonObject component:
                foreach (var (_, value) in component)
                {
                    Readdress(value, files);
                }

                break;
        }
    }

    private static List<StoredAttachment> Read(JsonElement attachments) =>
    [
        .. attachments.EnumerateArray().Select(item => new StoredAttachment(
            item.Id("id") ?? 0, item.Text("filename") ?? "", item.Int("size") ?? 0, item.Text("content_type") ?? "", item.Text("url") ?? "",
            item.Text("description"), (item.Int("flags") & 8) != 0)),
    ];

    private static DateTimeOffset Expiry(string url)
    {
        var at = url.IndexOf("ex=", StringComparison.Ordinal);
        var end = at < 0 ? -1 : url.IndexOf('&', at);
        return end > 0 && long.TryParse(url.AsSpan(at + 3, end - at - 3), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
    }

    private string Sign(ulong channel, ulong id, string name)
    {
        var issued = world.Now;
        var expires = (issued + Lifetime).ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        var path = $"attachments/{channel}/{id}/{Uri.EscapeDataString(name)}";
        return new Uri(BaseAddress, $"{path}?ex={expires}&is={issued.ToUnixTimeSeconds():x}&hm={Signature(channel, id, name, expires)}").AbsoluteUri;
    }

    private string Signature(ulong channel, ulong id, string name, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{channel}/{id}/{name}?{expires}")));

    // Discord keeps letters, digits and ._- of a name.
    private static string Clean(string name)
    {
        var clean = string.Concat(name.Replace(' ', '_').Where(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-'));
        return clean.Trim('.') is { Length: > 0 } usable ? usable[..Math.Min(usable.Length, 200)] : "unknown";
    }
}
