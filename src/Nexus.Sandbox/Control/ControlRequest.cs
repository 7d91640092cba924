using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>One call of the control API: reads what it needs and turns refusals into <c>{"error": …}</c>.</summary>
internal sealed class ControlRequest(HttpContext context)
{
    private const int BodyMax = 40 * 1024 * 1024;

    /// <summary>Answers 200 with what <paramref name="act"/> writes, 204 when that is nothing, 4xx with an error that says what to do.</summary>
    public static async Task AnswerAsync(HttpContext context, Func<ControlRequest, Task<Action<Utf8JsonWriter>?>> act)
    {
        try
        {
            RequireThisMachine(context.Request);
            if (await act(new ControlRequest(context)) is not { } write)
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            await WriteAsync(context.Response, StatusCodes.Status200OK, Json.Write(write));
        }
        catch (PersonRefusal refusal)
        {
            await RefuseAsync(context.Response, refusal.Status, refusal.Message);
        }
        catch (DiscordError error)
        {
            await RefuseAsync(context.Response, error.Status, error.Message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            await RefuseAsync(context.Response, StatusCodes.Status400BadRequest, $"The request could not be read: {e.Message}");
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context.Response, e.StatusCode, e.Message);
        }
    }

    public string Route(string name) => (string)context.Request.RouteValues[name]!;

    public string Query(string name) => context.Request.Query[name].ToString() is { Length: > 0 } value
        ? value
        : throw new PersonRefusal($"Say ?{name}=… in the address.");

    public long Number(string name, long otherwise) => context.Request.Query[name].ToString() switch
    {
        "" => otherwise,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new PersonRefusal($"{name} is a whole number."),
    };

    public string Text(JsonElement body, string name) =>
        body.Text(name) ?? throw new PersonRefusal($"The body needs \"{name}\" as text.");

    public ulong Id(JsonElement body, string name) =>
        body.Id(name) ?? throw new PersonRefusal($"The body needs \"{name}\" as an id.");

    /// <summary>The named part of the body, or nothing.</summary>
    public JsonElement Part(JsonElement body, string name) => body.TryGetProperty(name, out var part) ? part : default;

    public IReadOnlyList<string> Texts(JsonElement body, string name)
    {
        var part = Part(body, name);
        return part.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            JsonValueKind.String => [part.GetString()!],
            JsonValueKind.Array => [.. part.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())],
            _ => throw new PersonRefusal($"\"{name}\" is a list of texts."),
        };
    }

    /// <summary>An ISO 8601 duration such as PT2H or P1DT30M.</summary>
    public TimeSpan Duration(JsonElement body, string name)
    {
        try
        {
            var time = XmlConvert.ToTimeSpan(Text(body, name));
            return time >= TimeSpan.Zero && time <= TimeSpan.FromDays(366)
                ? time
                : throw new PersonRefusal($"\"{name}\" goes forward, at most a year.");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new PersonRefusal($"\"{name}\" is a duration such as PT10M, PT2H or P1D.");
        }
    }

    /// <summary>The body as an object; an empty one when nothing was sent.</summary>
    public async Task<JsonElement> BodyAsync()
    {
        if (context.Request.ContentLength > BodyMax)
        {
            throw new PersonRefusal("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length == 0)
        {
            return Json.Parse("{}");
        }

        var body = Json.Parse(bytes.ToArray());
        return body.ValueKind == JsonValueKind.Object ? body : throw new PersonRefusal("The body is a JSON object.");
    }

    /// <summary>A page of another origin could reach this port through the person's browser: only this machine's own names are taken.</summary>
    private static void RequireThisMachine(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}";
        if (foreign || !IsLoopback(request.Host.Host))
        {
            throw new PersonRefusal("The control API answers this machine only.", StatusCodes.Status403Forbidden);
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task RefuseAsync(HttpResponse response, int status, string message) => WriteAsync(response, status, Json.Write(message, static (text, json) =>
    {
        json.WriteStartObject();
        json.WriteString("error", text);
        json.WriteEndObject();
    }));

    private static Task WriteAsync(HttpResponse response, int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.Body.WriteAsync(body).AsTask();
    }
}
