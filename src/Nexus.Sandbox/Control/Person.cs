using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Someone on the server. The one door through which the page, the control API and the stories act.</summary>
/// <remarks>
/// What Discord's client would not let a person do throws <see cref="PersonRefusal"/>; what the bot makes of the rest is an <see cref="Outcome"/>.
/// A person is a view: <see cref="In"/> gives one that stands in another channel.
/// </remarks>
internal sealed partial class Person(World world, Interactions interactions, User user, Channel place)
{
    public User User => user;

    /// <summary>Where <see cref="RunAsync"/> and <see cref="SayAsync(string)"/> happen.</summary>
    public Channel Place => place;

    /// <summary>The same person in another channel, by name or id; <c>dm</c> is the direct message with the bot.</summary>
    public Person In(string channel) => new(world, interactions, user, Visible(channel));

    /// <summary>Runs <c>/idea add</c> with options by name, e.g. <c>new { title = "Dark mode" }</c>.</summary>
    public Task<Outcome> RunAsync(string command, object? options = null) => RunIn(place, command, ToJson(options));

    /// <summary>Runs a slash command; <paramref name="options"/> is an object of values by option name.</summary>
    public Task<Outcome> CommandAsync(string channel, string command, JsonElement options = default) => RunIn(Visible(channel), command, options);

    public Task<AutocompleteOutcome> AutocompleteAsync(string channel, string command, JsonElement options, string focused) =>
        SuggestIn(Visible(channel), command, options, focused);

    /// <summary>What is offered for one option while typing, in the current channel.</summary>
    public Task<AutocompleteOutcome> SuggestAsync(string command, string focused, string typed) =>
        SuggestIn(place, command, ToJson(new Dictionary<string, string> { [focused] = typed }), focused);

    /// <summary>A command from the menu of a message or person; <paramref name="targetId"/> tells which of the two.</summary>
    public Task<Outcome> ContextAsync(string command, ulong targetId, string? channel = null)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            var message = world.FindMessage(targetId);
            var where = message?.Channel ?? (channel is null ? place : Visible(channel));
            RequireSees(where);
            RefuseArchived(where);
            var found = message is not null
                ? CommandLookup.Require(world, user, where, 3, command)
                : CommandLookup.Require(world, user, where, 2, command);
            var resolved = new Resolved(world, user, where);
            if (message is not null)
            {
                resolved.Add(Readable(message));
            }
            else
            {
                resolved.Add(world.Users.GetValueOrDefault(targetId) ?? throw new PersonRefusal($"There is no message or person {targetId}.", 404));
            }

            interaction = interactions.Start(InteractionType.Command, user, where, json =>
            {
                json.WriteStartObject();
                WriteCommand(json, found);
                json.WriteId("target_id", targetId);
                resolved.Write(json);
                json.WriteEndObject();
            }, command: found);
        }

        return SettleAsync(interaction);
    }

    /// <summary>Presses a button by custom id or label.</summary>
    public Task<Outcome> PressAsync(ulong messageId, string customIdOrLabel)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            interaction = StartComponent(message, MessageControls.PressableButton(message, customIdOrLabel), null, new Resolved(world, user, message.Channel));
        }

        return SettleAsync(interaction);
    }

    /// <summary>Presses the button of that label under the newest message that has one, in any channel the person sees.</summary>
    public Task<Outcome> PressAsync(string label)
    {
        ulong message;
        lock (world.Gate)
        {
            message = Newest(candidate => MessageControls.FindButton(candidate, label) is not null)?.Id
                ?? throw new PersonRefusal($"{user.Username} sees no message with a button {label}.", 404);
        }

        return PressAsync(message, label);
    }

    /// <summary>Picks in a select of any kind: options by value or label, people, roles and channels by name or id.</summary>
    public Task<Outcome> SelectAsync(ulong messageId, string customId, params IReadOnlyList<string> values)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            var select = MessageControls.UsableSelect(message, customId);
            var resolved = new Resolved(world, user, message.Channel);
            var picked = SelectValues.Check(
                select, values, new Entities(world, message.Channel, resolved), select.Int("min_values") ?? 1, select.Int("max_values") ?? 1);
            interaction = StartComponent(message, select, picked, resolved);
        }

        return SettleAsync(interaction);
    }

    /// <summary>Picks in the select of that custom id under the newest message that has one.</summary>
    public Task<Outcome> SelectAsync(string customId, params IReadOnlyList<string> values)
    {
        ulong message;
        lock (world.Gate)
        {
            message = Newest(candidate => MessageControls.All(candidate.Components).Any(control => control.Text("custom_id") == customId))?.Id
                ?? throw new PersonRefusal($"{user.Username} sees no message with a select {customId}.", 404);
        }

        return SelectAsync(message, customId, values);
    }

    /// <summary>Sends a form; fields that are left out keep what the form opened with.</summary>
    public Task<Outcome> SubmitAsync(ulong modalId, object values) => SubmitAsync(modalId, ToJson(values));

    public async Task<Outcome> SubmitAsync(ulong modalId, JsonElement values)
    {
        Interaction opened, interaction;
        lock (world.Gate)
        {
            opened = interactions.OpenModal(modalId, user) is { ModalSubmitted: false } open
                ? open
                : throw new PersonRefusal($"{user.Username} has no form {modalId} open.", 404);
            var resolved = new Resolved(world, user, opened.Channel);
            var components = new ModalForm(opened.Modal.GetProperty("components"), values, new Entities(world, opened.Channel, resolved)).Check();
            opened.ModalSubmitted = true;
            interaction = interactions.Start(InteractionType.ModalSubmit, user, opened.Channel, json =>
            {
                json.WriteStartObject();
                json.WriteString("custom_id", opened.Modal.Text("custom_id"));
                components(json);
                resolved.Write(json);
                json.WriteEndObject();
            }, opened.Source);
        }

        var outcome = await SettleAsync(interaction);

        // Discord keeps a form open that failed to send.
        opened.ModalSubmitted = outcome.Status != OutcomeStatus.Failed;
        return outcome;
    }

    private static JsonElement ToJson(object? value) => value switch
    {
        null => default,
        JsonElement json => json,
        _ => JsonSerializer.SerializeToElement(value),
    };

    private static PersonRefusal NoMessage(ulong id) => new($"There is no message {id}.", 404);

    private Task<Outcome> RunIn(Channel channel, string command, JsonElement options)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            RefuseArchived(channel);
            var found = CommandLookup.Find(world, user, channel, command);
            var resolved = new Resolved(world, user, channel);
            var values = new CommandOptions(new Entities(world, channel, resolved)).Check(found, options);
            interaction = interactions.Start(
                InteractionType.Command, user, channel, json => WriteCall(json, found, values, null, resolved), command: found.Command, path: found.Name);
        }

        return SettleAsync(interaction);
    }

    private async Task<AutocompleteOutcome> SuggestIn(Channel channel, string command, JsonElement options, string focused)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            var found = CommandLookup.Find(world, user, channel, command);
            var resolved = new Resolved(world, user, channel);
            var values = new CommandOptions(new Entities(world, channel, resolved)).CheckTyping(found, options, focused);
            interaction = interactions.Start(
                InteractionType.Autocomplete, user, channel, json => WriteCall(json, found, values, focused, resolved), command: found.Command);
        }

        await WaitAsync(interaction);
        lock (world.Gate)
        {
            return interaction.Ack == AckState.Choices
                ? new AutocompleteOutcome(Choices(interaction.Choices), interaction.AckMs)
                : new AutocompleteOutcome([], null, "Loading options failed");
        }
    }

    private static List<AutocompleteChoice> Choices(JsonElement choices) => choices.ValueKind != JsonValueKind.Array
        ? []
        : [.. choices.EnumerateArray().Select(choice => new AutocompleteChoice(choice.Text("name") ?? "", choice.GetProperty("value")))];

    private Interaction StartComponent(StoredMessage message, JsonElement control, List<string>? values, Resolved resolved)
    {
        RefuseArchived(message.Channel);
        return interactions.Start(InteractionType.Component, user, message.Channel, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("component_type", control.Int("type") ?? MessageControls.Button);
            json.WriteString("custom_id", control.Text("custom_id"));
            json.WriteNumber("id", control.Int("id") ?? 0);
            if (values is not null)
            {
                json.WriteStartArray("values");
                values.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            resolved.Write(json);
            json.WriteEndObject();
        }, message);
    }

    private static void WriteCommand(Utf8JsonWriter json, RegisteredCommand command)
    {
        json.WriteId("id", command.Id);
        json.WriteString("name", command.Name);
        json.WriteNumber("type", command.Type);
        if (command.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }
    }

    private static void WriteCall(
        Utf8JsonWriter json, CommandLookup found, List<(JsonElement Option, Action<Utf8JsonWriter> Value)> values, string? focused, Resolved resolved)
    {
        json.WriteStartObject();
        WriteCommand(json, found.Command);
        foreach (var step in found.Path)
        {
            json.WriteStartArray("options");
            json.WriteStartObject();
            json.WriteNumber("type", step.Int("type") ?? 1);
            json.WriteString("name", step.Text("name"));
        }

        json.WriteStartArray("options");
        foreach (var (option, value) in values)
        {
            json.WriteStartObject();
            json.WriteNumber("type", option.Int("type") ?? 3);
            json.WriteString("name", option.Text("name"));
            json.WritePropertyName("value");
            value(json);
            if (option.Text("name") == focused)
            {
                json.WriteBoolean("focused", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        for (var i = 0; i < found.Path.Count; i++)
        {
            json.WriteEndObject();
            json.WriteEndArray();
        }

        resolved.Write(json);
        json.WriteEndObject();
    }
}
