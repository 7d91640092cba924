namespace Nexus.Sandbox.Page;

/// <summary>Where the host hooks the web page in.</summary>
internal static class SandboxPage
{
    public static void AddServices(WebApplicationBuilder builder)
    {
    }

    public static void Map(WebApplication app)
    {
    }
}
