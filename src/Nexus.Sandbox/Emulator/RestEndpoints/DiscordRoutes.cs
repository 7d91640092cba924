namespace Nexus.Sandbox.Emulator;

/// <summary>Maps every REST route below <c>/api/v10</c>.</summary>
internal static class DiscordRoutes
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        var rest = new RestRoutes(routes, world);
        ApplicationEndpoints.Map(rest);
        CommandEndpoints.Map(rest);
        GuildEndpoints.Map(rest);
        ChannelEndpoints.Map(rest);
        ThreadEndpoints.Map(rest);
        ThreadMemberEndpoints.Map(rest);
        MessageEndpoints.Map(rest);
        ReactionEndpoints.Map(rest);
        PinEndpoints.Map(rest);
        PollEndpoints.Map(rest);
        MemberEndpoints.Map(rest);
        RoleEndpoints.Map(rest);
        ScheduledEventEndpoints.Map(rest);
        WebhookEndpoints.Map(rest);
        routes.MapFallback(context => RestPipeline.WriteAsync(context.Response, DiscordError.NotFound()));
    }
}
