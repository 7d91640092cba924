using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace Nexus.Sandbox.Page;

/// <summary>Where the host hooks the web page in.</summary>
internal static class SandboxPage
{
    // A command's attachment travels to the page's circuit in pieces; a text of 4,000 characters in one.
    private const int LargestCircuitMessage = 256 * 1024;

    public static void AddServices(WebApplicationBuilder builder)
    {
        // The page's files lie beside the source in a clone, whatever the environment is called.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestCircuitMessage);
        builder.Services.AddScoped<PageState>();
    }

    public static void Map(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
