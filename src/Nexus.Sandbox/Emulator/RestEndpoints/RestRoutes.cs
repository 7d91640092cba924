namespace Nexus.Sandbox.Emulator;

/// <summary>Maps handlers below <c>/api/v10</c>: the body is read first, the handler runs with the world's gate held, the answer is written after.</summary>
internal sealed class RestRoutes(IEndpointRouteBuilder routes, World world)
{
    public World World => world;

    public RestRoutes Get(string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule = null) => Map("GET", pattern, handler, rule);

    public RestRoutes Post(string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule = null) => Map("POST", pattern, handler, rule);

    public RestRoutes Put(string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule = null) => Map("PUT", pattern, handler, rule);

    public RestRoutes Patch(string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule = null) => Map("PATCH", pattern, handler, rule);

    public RestRoutes Delete(string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule = null) => Map("DELETE", pattern, handler, rule);

    private RestRoutes Map(string method, string pattern, Func<RestCall, RestAnswer> handler, RateLimitRule? rule)
    {
        RequestDelegate run = context => RunAsync(context, handler);
        routes.MapMethods(pattern, [method], run).WithMetadata(rule ?? RateLimitRules.Default);
        return this;
    }

    private async Task RunAsync(HttpContext context, Func<RestCall, RestAnswer> handler)
    {
        var hasBody = context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0;
        var body = hasBody ? await RequestBody.ReadAsync(context.Request, context.RequestAborted) : RequestBody.Empty;
        RestAnswer answer;
        lock (world.Gate)
        {
            answer = handler(new RestCall(context, world, body));
        }

        await answer.WriteAsync(context.Response);
    }
}
