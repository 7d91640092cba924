using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Challenges;

/// <summary><c>/challenge find</c> finds the fix for a pasted error; without one it opens a form to paste it into.</summary>
internal sealed class FindChallengeCommand(ChallengeDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("challenge", "find", "Paste an error and get the fix the hub knows")
    {
        Options = [Option.Text("log", "An error line or a log; leave it out to get a form for many lines.", max: 6000).Optional(), Option.Private],
        Places = Places.Anywhere,
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/challenge find log:ModuleNotFoundError: No module named 'celery'",
        Details = "Paste the last lines of the error, or the whole log. Paths, numbers and names do not matter. "
            + "Passwords and tokens in it are hidden before anything is shown, and nothing of it is kept. In a channel everyone sees the fix unless you set `private`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        call.TextOrNull("log") is { } log && !string.IsNullOrWhiteSpace(log)
            ? await desk.AnswerAsync(call.GuildOrNull, log, call.WantsPrivate, ct)
            : ChallengeViews.Form(call.WantsPrivate);
}
