using System.Text.Json;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Page.Commands;
using Nexus.Sandbox.Page.Messages;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Page;

/// <summary>What the acting person does, and what came of it where no message tells.</summary>
public sealed partial class PageState
{
    private static readonly TimeSpan LongestBusy = TimeSpan.FromSeconds(3.5);

    private readonly HashSet<(ulong Message, string CustomId)> _busy = [];
    private readonly Dictionary<ulong, string> _failures = [];
    private readonly List<NoteOnPage> _notes = [];

    public ModalOnPage? Modal { get; private set; }

    public string? ModalError { get; private set; }

    /// <summary>The slash command whose fields are open.</summary>
    public Composition? Composing { get; private set; }

    /// <summary>The message being replied to.</summary>
    public JsonElement Replying { get; private set; }

    /// <summary>Why the last message was refused.</summary>
    public string? SayError { get; set; }

    /// <summary>What is on its way to the bot.</summary>
    public string? Sending { get; private set; }

    /// <summary>The message whose menu is open.</summary>
    public ulong? MenuOf { get; private set; }

    /// <summary>The person whose card is open.</summary>
    public ulong? CardOf { get; private set; }

    /// <summary>What only this person is told, here and now.</summary>
    public IEnumerable<NoteOnPage> Notes => _notes.Where(note => note.Reader == _reader.Id && note.Channel == Channel?.Id);

    private Person Me => _host.As(_reader.Username);

    public bool IsBusy(ulong message, string customId) => _busy.Contains((message, customId));

    public int BusyCount(ulong message) => _busy.Count(pressed => pressed.Message == message);

    public string? FailureOf(ulong message) => _failures.GetValueOrDefault(message);

    public async Task RunAsync(CommandOnPage command, IReadOnlyDictionary<string, object> answers)
    {
        Sending = $"/{command.Path}";
        await ActAsync($"/{command.Path}", () => Me.CommandAsync(Here, command.Path, Answers.ToJson(answers)));
    }

    public Task RunContextAsync(string command, ulong target)
    {
        Sending = command;
        return ActAsync(command, () => Me.ContextAsync(command, target, Here));
    }

    public async Task<IReadOnlyList<Choice>> AutocompleteAsync(
        CommandOnPage command, IReadOnlyDictionary<string, object> answers, string focused, CancellationToken token)
    {
        var outcome = await Task.Run(() => Me.AutocompleteAsync(Here, command.Path, Answers.ToJson(answers), focused), token);
        return outcome.Error is { } error
            ? throw new InvalidOperationException($"Loading options failed: {error}")
            : [.. outcome.Choices.Select(choice => new Choice(choice.Value.AsText(), choice.Name))];
    }

    public Task PressAsync(ulong message, string customId) =>
        UseAsync(message, customId, () => Me.PressAsync(message, customId));

    public Task SelectAsync(ulong message, string customId, IReadOnlyList<string> values) =>
        UseAsync(message, customId, () => Me.SelectAsync(message, customId, values));

    public async Task SubmitAsync(ModalOnPage modal, IReadOnlyDictionary<string, object> values)
    {
        ModalError = null;
        try
        {
            var outcome = await Task.Run(() => Me.SubmitAsync(ulong.Parse(modal.Id, System.Globalization.CultureInfo.InvariantCulture), Answers.ToJson(values)));
            if (outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Timeout)
            {
                ModalError = "Something went wrong. Try again.";
            }
            else
            {
                Modal = null;
                Show(outcome);
            }
        }
        catch (PersonRefusal refusal)
        {
            ModalError = refusal.Message;
        }

        Changed?.Invoke();
    }

    /// <summary>True if the message was sent.</summary>
    public async Task<bool> SayAsync(string text)
    {
        SayError = null;
        var replyTo = Replying.ValueKind == JsonValueKind.Object ? Replying.Id("id") : (ulong?)null;
        var sent = await TryAsync(() => Me.SayAsync(Here, text, replyTo));
        if (sent)
        {
            CancelReply();
        }

        return sent;
    }

    /// <summary>Adds this person's reaction, or takes it back.</summary>
    public Task ReactAsync(ulong message, string emoji, bool mine = false) =>
        TryAsync(() => mine ? Me.UnreactAsync(message, emoji) : Me.ReactAsync(message, emoji));

    /// <summary>Votes for the answer of that number, from 1.</summary>
    public Task VoteAsync(ulong message, int answer) =>
        TryAsync(() => Me.VotePollAsync(message, answer.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public Task DismissAsync(ulong message) => TryAsync(() => Me.DismissAsync(message));

    /// <summary>Opens a forum post; its id, or null if it was refused.</summary>
    public async Task<ulong?> PostAsync(string title, string content, IReadOnlyList<string> tags)
    {
        ulong? post = null;
        SayError = null;
        await TryAsync(async () => post = (await Me.PostAsync(Here, title, content, tags)).Id);
        return post;
    }

    /// <summary>Starts a thread under a message; its id, or null if it was refused.</summary>
    public async Task<ulong?> StartThreadAsync(ulong message, string name)
    {
        ulong? thread = null;
        await TryAsync(async () => thread = (await Me.StartThreadAsync(message, name)).Id);
        return thread;
    }

    public void DismissNote(NoteOnPage note)
    {
        _notes.Remove(note);
        Changed?.Invoke();
    }

    public void Compose(CommandOnPage command, IReadOnlyDictionary<string, string> values)
    {
        Composing = new Composition(command, values);
        Changed?.Invoke();
    }

    /// <summary>Opens a command by its path, from a mention of it or a hint; nothing happens if there is none.</summary>
    public void Compose(string path)
    {
        if (Server.Commands.FirstOrDefault(command => command.Kind == CommandKind.Slash && command.Path == path) is { } command)
        {
            Compose(command, new Dictionary<string, string>());
        }
    }

    public void StopComposing() => Composing = null;

    public void ReplyTo(JsonElement message)
    {
        Replying = message;
        Changed?.Invoke();
    }

    public void CancelReply() => Replying = default;

    public void OpenMenu(ulong message)
    {
        (MenuOf, CardOf) = (MenuOf == message ? null : message, null);
        Changed?.Invoke();
    }

    public void OpenCard(ulong user)
    {
        (MenuOf, CardOf) = (null, user);
        Changed?.Invoke();
    }

    public void CloseMenus()
    {
        if (MenuOf is not null || CardOf is not null)
        {
            (MenuOf, CardOf) = (null, null);
            Changed?.Invoke();
        }
    }

    public void CloseModal()
    {
        (Modal, ModalError) = (null, null);
        Changed?.Invoke();
    }

    private string Here => Channel?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private async Task UseAsync(ulong message, string customId, Func<Task<Outcome>> use)
    {
        if (!_busy.Add((message, customId)))
        {
            return;
        }

        _failures.Remove(message);
        Changed?.Invoke();
        try
        {
            // Off the circuit, so that typing and scrolling go on while the bot thinks.
            var answer = Task.Run(use);

            // A control is usable again at the latest when Discord's client would have given up.
            await Task.WhenAny(answer, Task.Delay(LongestBusy, TimeProvider.System));
            if (!answer.IsCompleted)
            {
                _busy.Remove((message, customId));
                Changed?.Invoke();
            }

            var outcome = await answer;
            if (outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Timeout)
            {
                _failures[message] = "";
            }
            else
            {
                Show(outcome);
            }
        }
        catch (PersonRefusal refusal)
        {
            _failures[message] = refusal.Message;
        }
        finally
        {
            _busy.Remove((message, customId));
            Changed?.Invoke();
        }
    }

    private async Task ActAsync(string what, Func<Task<Outcome>> act)
    {
        var (reader, channel) = (_reader.Id, Channel?.Id ?? 0);
        (SayError, HasActed) = (null, true);
        Changed?.Invoke();
        try
        {
            var outcome = await Task.Run(act);
            if (outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Timeout)
            {
                _notes.Add(new NoteOnPage(reader, channel, what, "This interaction failed.", outcome.Error ?? "Nothing came within 20 seconds."));
            }
            else
            {
                Show(outcome);
            }
        }
        catch (PersonRefusal refusal)
        {
            SayError = refusal.Message;
        }
        finally
        {
            Sending = null;
            Changed?.Invoke();
        }
    }

    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await Task.Run(act);
            return true;
        }
        catch (PersonRefusal refusal)
        {
            SayError = refusal.Message;
            Changed?.Invoke();
            return false;
        }
    }

    private void Show(Outcome outcome)
    {
        if (outcome.Modal is { } modal)
        {
            ModalError = null;
            Modal = new ModalOnPage(modal.ModalId.ToString(System.Globalization.CultureInfo.InvariantCulture), modal.Title, modal.Components);
        }
    }

    // A failure is told until the message changes or goes.
    private void Forgive()
    {
        if (_failures.Count > 0)
        {
            var shown = Messages.Select(message => message.Id("id")).ToHashSet();
            foreach (var gone in _failures.Keys.Where(message => !shown.Contains(message)).ToList())
            {
                _failures.Remove(gone);
            }
        }
    }
}

/// <summary>A slash command being filled in, with what was typed already.</summary>
public sealed record Composition(CommandOnPage Command, IReadOnlyDictionary<string, string> Values);

/// <summary>Something the page itself tells one person in one channel.</summary>
public sealed record NoteOnPage(ulong Reader, ulong Channel, string What, string Headline, string Detail);
