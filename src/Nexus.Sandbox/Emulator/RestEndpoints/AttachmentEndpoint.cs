namespace Nexus.Sandbox.Emulator;

/// <summary>GET /attachments/{channel}/{id}/{name}: uploaded bytes, at their signed address until it expires.</summary>
internal static class AttachmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        RequestDelegate read = context => ReadAsync(context, world);
        routes.MapGet("/attachments/{channel}/{id}/{name}", read);
    }

    private static Task ReadAsync(HttpContext context, World world)
    {
        var values = context.Request.RouteValues;
        var query = context.Request.Query;
        var response = context.Response;
        if (!Snowflakes.TryParse((string)values["channel"]!, out var channel) || !Snowflakes.TryParse((string)values["id"]!, out var id)
            || world.Attachments.Open(channel, id, (string)values["name"]!, query["ex"], query["hm"]) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain";
            return response.WriteAsync("This content is no longer available.");
        }

        // Pictures may be shown; anything else a browser must save rather than run in the sandbox's own origin.
        var picture = file.ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        response.ContentType = picture ? file.ContentType : "application/octet-stream";
        response.Headers.ContentDisposition = picture ? "inline" : "attachment";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = file.Bytes.Length;
        return response.Body.WriteAsync(file.Bytes).AsTask();
    }
}
