using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Routing;

/// <summary>A slice whose handlers do what a test tells them, to see what the router makes of it.</summary>
internal sealed class RouterSlice
{
    public Func<CommandCall, CancellationToken, Task<Reply>> OnCommand { get; set; } = (_, _) => Task.FromResult(Reply.Public("Hello"));

    public Func<IServiceProvider, Task>? WithServices { get; set; }

    public Func<AutocompleteCall, IReadOnlyList<Suggestion>> OnTyping { get; set; } = _ => [new Suggestion("One", "1")];

    public Func<ControlCall, Task<Reply>> OnControl { get; set; } = _ => Task.FromResult(Reply.Change("Pressed"));

    public Func<FollowUpCall, Task<Reply?>> OnFollowUp { get; set; } = _ => Task.FromResult<Reply?>(Reply.Private("Followed up"));

    public int Runs { get; set; }

    public void Declare(SliceBuilder slice)
    {
        slice.Services.AddSingleton(this);
        slice.Noun("test", "For tests")
            .Command<PublicCommand>()
            .Command<MaybePrivateCommand>()
            .Command<MentorCommand>()
            .Command<AdminCommand>()
            .Command<DirectCommand>()
            .Button<PressButton>()
            .Button<AnswerButton>()
            .Modal<FillModal>()
            .FollowUp<WorkFollowUp>();
    }

    private async Task<Reply> RunAsync(CommandCall call, IServiceProvider services, CancellationToken ct)
    {
        Runs++;
        if (WithServices is { } withServices)
        {
            await withServices(services);
        }

        return await OnCommand(call, ct);
    }

    public static Exception Clash { get; } = new InvalidOperationException("clash", new SqliteException("UNIQUE constraint failed", 19, 2067));

    public static Exception Locked { get; } = new SqliteException("database is locked", 5);

    public static Exception Full { get; } = new SqliteException("database or disk is full", 13);

    internal abstract class Command(RouterSlice slice, IServiceProvider services)
    {
        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => slice.RunAsync(call, services, ct);
    }

    internal sealed class PublicCommand(RouterSlice slice, IServiceProvider services) : Command(slice, services), ICommand
    {
        public static CommandSpec Spec { get; } = new("test", "public", "Answers in public") { Options = [Option.Text("word", "Any word", max: 100).Optional().SuggestedBy<WordSuggestions>()] };
    }

    internal sealed class MaybePrivateCommand(RouterSlice slice, IServiceProvider services) : Command(slice, services), ICommand
    {
        public static CommandSpec Spec { get; } = new("test", "maybe", "Answers as asked")
        {
            Options = [Option.Private],
            Visibility = Visibility.PublicUnlessAsked,
            Places = Places.Anywhere,
        };
    }

    internal sealed class MentorCommand(RouterSlice slice, IServiceProvider services) : Command(slice, services), ICommand
    {
        public static CommandSpec Spec { get; } = new("test", "mentor", "For mentors")
        {
            Audience = Audience.Mentors,
            Options = [Option.Text("word", "Any word").Optional().SuggestedBy<WordSuggestions>()],
        };
    }

    internal sealed class AdminCommand(RouterSlice slice, IServiceProvider services) : Command(slice, services), ICommand
    {
        public static CommandSpec Spec { get; } = new("test", "admin", "For admins") { Audience = Audience.Admins };
    }

    internal sealed class DirectCommand(RouterSlice slice, IServiceProvider services) : Command(slice, services), ICommand
    {
        public static CommandSpec Spec { get; } = new("test", "direct", "In direct messages") { Places = Places.DirectMessage };
    }

    internal sealed class WordSuggestions(RouterSlice slice) : IAutocomplete
    {
        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct) => ValueTask.FromResult(slice.OnTyping(call));
    }

    internal sealed class PressButton(RouterSlice slice) : IButton
    {
        public static ControlSpec Spec { get; } = new("test", "press") { ChangesMessage = true };

        public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => slice.OnControl(call);
    }

    internal sealed class AnswerButton(RouterSlice slice) : IButton
    {
        public static ControlSpec Spec { get; } = new("test", "answer") { Visibility = Visibility.Public };

        public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => slice.OnControl(call);
    }

    internal sealed class FillModal(RouterSlice slice) : IModal
    {
        public static ControlSpec Spec { get; } = new("test", "fill");

        public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => slice.OnControl(call);
    }

    internal sealed class WorkFollowUp(RouterSlice slice) : IFollowUp
    {
        public Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct) => slice.OnFollowUp(call);
    }
}
