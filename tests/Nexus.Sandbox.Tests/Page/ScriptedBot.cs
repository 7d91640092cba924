using System.Collections.Concurrent;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Page;

/// <summary>Stands where the gateway would and answers each interaction from a table: command path or custom id to callback body.</summary>
internal sealed class ScriptedBot : IDispatchSink
{
    private readonly World _world;
    private readonly Interactions _interactions;
    private readonly Dictionary<string, Func<JsonElement, string?>> _answers = [];

    public ScriptedBot(SandboxHost host)
    {
        (_world, _interactions) = (host.World, host.Interactions);
        _world.Gateway = this;
    }

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _heard = [];

    /// <summary>The data of everything that people did, oldest first.</summary>
    public List<JsonElement> Heard { get; } = [];

    public ScriptedBot Register(params string[] commands)
    {
        lock (_world.Gate)
        {
            foreach (var command in commands)
            {
                var id = _world.Ids.Next();
                _world.Commands.Add(id, new RegisteredCommand(id, id, _world.Application.Id, _world.Guild.Id, Json.Parse(command)));
            }

            _world.RaiseChanged("COMMANDS_UPDATE");
        }

        return this;
    }

    /// <summary>What is answered; null for silence.</summary>
    public ScriptedBot On(string what, string? callback) => On(what, _ => callback);

    public ScriptedBot On(string what, Func<JsonElement, string?> callback)
    {
        _answers[what] = callback;
        return this;
    }

    /// <summary>Waits until somebody has used the command or control of that name.</summary>
    public Task HeardAsync(string what) => Signal(what).Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Dispatch(DispatchEvent dispatch)
    {
        if (dispatch.Type != "INTERACTION_CREATE")
        {
            return;
        }

        var interaction = Json.Parse(dispatch.Payload);
        var data = interaction.GetProperty("data");
        Heard.Add(data);
        var what = data.TryGetProperty("custom_id", out var customId) ? customId.GetString()! : Path(data);
        Signal(what).TrySetResult();
        if (_answers.TryGetValue(interaction.GetProperty("type").GetInt32() == 4 ? $"autocomplete {what}" : what, out var answer) && answer(data) is { } body)
        {
            lock (_world.Gate)
            {
                var found = _interactions.Find(interaction.GetProperty("id").GetString()!, interaction.GetProperty("token").GetString()!);
                _interactions.Acknowledge(found, Json.Parse(body), []);
            }
        }
    }

    private TaskCompletionSource Signal(string what) =>
        _heard.GetOrAdd(what, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static string Path(JsonElement data)
    {
        var path = data.GetProperty("name").GetString()!;
        while (data.TryGetProperty("options", out var options) && options.GetArrayLength() == 1 && options[0].GetProperty("type").GetInt32() is 1 or 2)
        {
            data = options[0];
            path += $" {data.GetProperty("name").GetString()}";
        }

        return path;
    }
}
