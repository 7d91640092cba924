using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Challenges;

/// <summary><c>/challenge find</c> finds the fix for a pasted error; without one it opens a form to paste it into.</summary>
internal sealed class FindChallengeCommand(ChallengeDesk desk, UploadedLog uploads) : ICommand
{
    public static CommandSpec Spec { get; } = new("challenge", "find", "Paste an error and get the fix the hub knows")
    {
        Options =
        [
            Option.Text("log", "An error line or a log; leave it out to get a form for many lines.", max: 6000).Optional(),
            Option.Attachment("file", "A log as a text file, up to 256 KB; its end is read.").Optional(),
            Option.Private,
        ],
        Places = Places.Anywhere,
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/challenge find log:ModuleNotFoundError: No module named 'celery'",
        Details = "Paste the last lines of the error or the whole log, or attach it as a file. Paths, numbers and names do not matter. "
            + "Passwords and tokens in it are hidden before anything is shown, and nothing of it is kept. In a channel everyone sees the fix unless you set `private`.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var log = call.TextOrNull("log") is { } pasted && !string.IsNullOrWhiteSpace(pasted) ? pasted : null;
        if (log is null && call.AttachmentOption("file") is { } file)
        {
            log = await uploads.ReadAsync(file, ct);
            if (log is null)
            {
                return ChallengeViews.NotReadable(file.Filename);
            }
        }

        return log is not null ? await desk.AnswerAsync(call.GuildOrNull, log, call.WantsPrivate, ct) : ChallengeViews.Form(call.WantsPrivate);
    }
}
