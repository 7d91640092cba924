namespace Nexus.Bot.Routing;

/// <summary>
/// Decides what happens on a slash command. It may read and write the database; it never talks to Discord, so that the router
/// may run it again after a clash and always answers in time. Work against Discord is an <see cref="IFollowUp"/> or a job.
/// </summary>
internal interface ICommand
{
    static abstract CommandSpec Spec { get; }

    Task<Reply> HandleAsync(CommandCall call, CancellationToken ct);
}

/// <summary>A command in the menu of a message or a person.</summary>
internal interface IContextCommand
{
    static abstract ContextSpec Spec { get; }

    Task<Reply> HandleAsync(ContextCall call, CancellationToken ct);
}

/// <summary>Suggests values while a person types. From memory: it shares the 3 seconds and cannot be deferred.</summary>
internal interface IAutocomplete
{
    ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct);
}

/// <summary>One line of an autocomplete list. Both are cut to what Discord takes (100 characters).</summary>
internal readonly record struct Suggestion(string Name, string Value)
{
    public Suggestion(string name) : this(name, name)
    {
    }
}

internal interface IButton
{
    static abstract ControlSpec Spec { get; }

    Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct);
}

internal interface ISelect
{
    static abstract ControlSpec Spec { get; }

    Task<Reply> HandleAsync(SelectCall call, CancellationToken ct);
}

internal interface IModal
{
    static abstract ControlSpec Spec { get; }

    Task<Reply> HandleAsync(ModalCall call, CancellationToken ct);
}

/// <summary>
/// Work against Discord that an answer sets off (<see cref="Reply.Afterwards{T}"/>): runs once, after the answer is out, in a
/// scope of its own. What it returns replaces the answer. Besides jobs the only part of a slice that may know IDiscordRest.
/// </summary>
internal interface IFollowUp
{
    Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct);
}

/// <summary>Reacts to something that happened on Discord. Events may be missed, repeated or out of order.</summary>
internal interface IEventHandler<in TEvent> where TEvent : Discord.Gateway.GatewayEvent
{
    Task HandleAsync(TEvent happened, CancellationToken ct);
}
