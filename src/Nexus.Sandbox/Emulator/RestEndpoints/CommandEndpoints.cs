using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nexus.Sandbox.Emulator;

/// <summary>Registering application commands, for everywhere or for one server.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#endpoints</remarks>
internal static class CommandEndpoints
{
    public static void Map(RestRoutes routes)
    {
        foreach (var root in (string[])["/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands"])
        {
            routes
                .Get(root, List, RateLimitRules.ReadCommands)
                .Put(root, Overwrite, RateLimitRules.OverwriteCommands)
                .Post(root, Create, RateLimitRules.CreateCommand)
                .Get(root + "/{command}", call => RestAnswer.Ok(Find(call)), RateLimitRules.ReadCommands)
                .Patch(root + "/{command}", Edit, RateLimitRules.EditCommand)
                .Delete(root + "/{command}", Delete, RateLimitRules.DeleteCommand);
        }
    }

    /// <summary>The server of the path, null for global commands.</summary>
    private static ulong? Scope(RestCall call)
    {
        call.RequireApplication();
        if (!call.IsFor("guild"))
        {
            return null;
        }

        return call.Id("guild") == call.Guild.Id ? call.Guild.Id : throw DiscordError.MissingAccess();
    }

    private static IEnumerable<RegisteredCommand> In(RestCall call, ulong? scope) => call.World.Commands.Values.Where(command => command.GuildId == scope);

    private static RegisteredCommand Find(RestCall call)
    {
        var scope = Scope(call);
        return call.World.Commands.TryGetValue(call.Id("command"), out var command) && command.GuildId == scope ? command : throw DiscordError.UnknownCommand();
    }

    private static RestAnswer List(RestCall call) => RestAnswer.List(In(call, Scope(call)));

    private static RestAnswer Overwrite(RestCall call)
    {
        var scope = Scope(call);
        RestCall.Check(PayloadRules.Commands(call.Body, scope is null));
        var before = In(call, scope).ToDictionary(command => (command.Type, command.Name));
        foreach (var command in before.Values)
        {
            call.World.Commands.Remove(command.Id);
        }

        foreach (var definition in call.Body.EnumerateArray())
        {
            before.TryGetValue(Key(definition), out var existing);
            Store(call, scope, definition, existing);
        }

        call.World.RaiseChanged("COMMANDS");
        return RestAnswer.List(In(call, scope));
    }

    private static RestAnswer Create(RestCall call)
    {
        var scope = Scope(call);
        RestCall.Check(PayloadRules.Command(call.Body, scope is null));
        var key = Key(call.Body);
        var existing = In(call, scope).FirstOrDefault(command => (command.Type, command.Name) == key);
        var most = key.Type == 1 ? PayloadRules.ChatCommandsMax : key.Type == 4 ? 1 : PayloadRules.UserCommandsMax;
        if (existing is null && In(call, scope).Count(command => command.Type == key.Type) >= most)
        {
            throw DiscordError.TooManyCommands(most);
        }

        var stored = Store(call, scope, call.Body, existing);
        call.World.RaiseChanged("COMMANDS");
        return existing is null ? RestAnswer.Created(stored) : RestAnswer.Ok(stored);
    }

    private static RestAnswer Edit(RestCall call)
    {
        var command = Find(call);
        RestCall.Check(PayloadRules.Command(call.Body, command.GuildId is null, partial: true));
        var merged = JsonNode.Parse(command.Definition.GetRawText())!.AsObject();
        foreach (var field in call.Body.EnumerateObject().Where(field => field.Name != "type"))
        {
            merged[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }

        var definition = Json.Parse(merged.ToJsonString());
        RestCall.Check(PayloadRules.Command(definition, command.GuildId is null));
        var stored = Store(call, command.GuildId, definition, command);
        call.World.RaiseChanged("COMMANDS");
        return RestAnswer.Ok(stored);
    }

    private static RestAnswer Delete(RestCall call)
    {
        call.World.Commands.Remove(Find(call).Id);
        call.World.RaiseChanged("COMMANDS");
        return RestAnswer.NoContent;
    }

    private static (int Type, string Name) Key(JsonElement definition) => (definition.Int("type") ?? 1, definition.Text("name") ?? "");

    /// <summary>A command of the same name and type keeps its id; its version changes only with its definition.</summary>
    private static RegisteredCommand Store(RestCall call, ulong? scope, JsonElement definition, RegisteredCommand? existing)
    {
        var id = existing?.Id ?? call.World.Ids.Next();
        var unchanged = existing is not null && JsonElement.DeepEquals(existing.Definition, definition);
        var stored = unchanged ? existing! : new RegisteredCommand(id, call.World.Ids.Next(), call.World.Application.Id, scope, definition);
        call.World.Commands[id] = stored;
        return stored;
    }
}
