namespace Nexus.Sandbox.Emulator;

/// <summary>Maps every REST route below <c>/api/v10</c>.</summary>
internal static class DiscordRoutes
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapFallback(context => RestPipeline.WriteAsync(context.Response, DiscordError.NotFound()));
    }
}
