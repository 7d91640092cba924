using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>The idea a control is about, and who pressed.</summary>
internal sealed class IdeaDesk(NexusDb db, IdeaActors actors)
{
    public NexusDb Db { get; } = db;

    /// <summary>Tracked; null when there is none such here. In a direct message the argument names the server: only for its author and who builds it or waits.</summary>
    /// <param name="argument">An <see cref="IdeaReference"/>.</param>
    public async Task<Idea?> FindAsync(Call call, string argument, CancellationToken ct)
    {
        var slash = argument.IndexOf('/', StringComparison.Ordinal);
        return !long.TryParse(argument.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? null
            : call.GuildOrNull is { } here ? await IdeaLife.FindAsync(Db, here, id, ct)
            : slash > 0 && Snowflake.TryParse(argument[..slash], out var guild) && await IdeaLife.FindAsync(Db, guild, id, ct) is { } idea && await ConcernsAsync(idea, call.User, ct) ? idea
            : null;
    }

    public Task<IdeaActor> ActorAsync(Call call, Idea idea, CancellationToken ct) => actors.OfAsync(Db, call, idea, ct);

    private async Task<bool> ConcernsAsync(Idea idea, Snowflake person, CancellationToken ct) =>
        idea.AuthorId == person || await Db.In<IdeaInterest>(idea.GuildId).AnyAsync(one => one.IdeaId == idea.Id && one.PersonId == person, ct);
}

/// <summary>How controls name an idea: by its id in its server, and with the server's in a direct message.</summary>
internal static class IdeaReference
{
    public static string InServer(Idea idea) => idea.Id.ToString(CultureInfo.InvariantCulture);

    public static string InDm(Idea idea) => string.Create(CultureInfo.InvariantCulture, $"{idea.GuildId}/{idea.Id}");
}
