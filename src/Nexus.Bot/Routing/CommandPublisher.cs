using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Routing;

/// <summary>
/// Tells Discord which commands there are, when they have changed since the last time (200 creates a day are allowed), or when
/// Discord turns out to have lost them. Commands of one server appear at once, global ones within minutes.
/// </summary>
internal sealed partial class CommandPublisher(Catalogue catalogue, IDiscordRest discord, INexusDbFactory databases, TimeProvider clock, ILogger<CommandPublisher> log)
{
    /// <param name="guild">Null publishes everywhere.</param>
    /// <returns>Whether anything had to be sent.</returns>
    public async Task<bool> PublishAsync(Snowflake application, Snowflake? guild, CancellationToken ct)
    {
        var commands = CommandBody.Of(catalogue, isGlobal: guild is null);
        var hash = HashOf(commands);
        var key = $"commands:{application}:{(guild is { } id ? id.ToString() : "global")}";
        await using var db = databases.Create();
        var stored = await db.StoredValues.SingleOrDefaultAsync(value => value.Key == key, ct);
        if (stored?.Value == hash && await AreThereAsync(commands, application, guild, ct))
        {
            return false;
        }

        _ = guild is { } server
            ? await discord.OverwriteGuildCommandsAsync(application, server, commands, ct)
            : await discord.OverwriteGlobalCommandsAsync(application, commands, ct);
        if (stored is null)
        {
            db.Add(new StoredValue { Key = key, Value = hash, UpdatedAt = clock.GetUtcNow() });
        }
        else
        {
            (stored.Value, stored.UpdatedAt) = (hash, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        Published(log, commands.Count, guild is null ? "everywhere" : "on one server");
        return true;
    }

    public static string HashOf(IReadOnlyList<ApplicationCommand> commands) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand)));

    private async Task<bool> AreThereAsync(IReadOnlyList<ApplicationCommand> commands, Snowflake application, Snowflake? guild, CancellationToken ct)
    {
        var there = guild is { } server
            ? await discord.GetGuildCommandsAsync(application, server, ct)
            : await discord.GetGlobalCommandsAsync(application, ct);
        return there.Select(command => (command.Type, command.Name)).ToHashSet().SetEquals(commands.Select(command => (command.Type, command.Name)));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Count} commands {Scope}")]
    private static partial void Published(ILogger log, int count, string scope);
}
