using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>An admin looked after a server's channels and roles with <c>/nexus setup</c>: what waited for one of them can go on.</summary>
internal interface IServerSetUp
{
    /// <summary>Called after the choices are saved, also when none was changed: rights may have been.</summary>
    Task LookedAfterAsync(Snowflake guild, CancellationToken ct);
}
