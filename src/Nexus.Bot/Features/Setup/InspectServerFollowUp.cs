using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>Looks at the server for <c>/nexus setup</c> and shows how it stands.</summary>
internal sealed class InspectServerFollowUp(ServerReader reader, SetupStore store) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(call.Guild, ct);
        var configuration = await store.OpenAsync(call.Guild, ct);
        var adopted = SetupStore.Adopt(configuration, facts);
        await store.SaveAsync(configuration, call.User, ct);
        return SetupViews.Overview(configuration, facts, adopted, []);
    }
}
