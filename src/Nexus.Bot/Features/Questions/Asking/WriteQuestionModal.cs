using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The form of a new question. Its id is the press that opened it, so sending it twice makes one question.</summary>
internal sealed class WriteQuestionModal(QuestionBook book, AskingDesk desk, TimeProvider clock) : IModal
{
    /// <summary>The argument is a <see cref="FormStart"/>.</summary>
    public static ControlSpec Spec { get; } = new("asking", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return AskingViews.OnlyInAServer();
        }

        // An id that somebody made up still has words behind it.
        var start = FormStart.Of(call.Argument) ?? new FormStart(call.Id, null, null);
        if (await book.OfPressAsync(guild, start.Press, ct) is { } earlier)
        {
            return earlier.AskerId == call.User ? await desk.AgainAsync(earlier, call, changes: false, ct) : AskingViews.NotYours();
        }

        var now = clock.GetUtcNow();
        var draft = new Question
        {
            GuildId = guild,
            AskerId = call.User,
            PressId = start.Press,
            Title = "",
            Text = "",
            Tried = "",
            Topics = start.Topic is { } slug ? [slug] : [],
            Track = start.Track,
            CreatedAt = now,
            ActiveAt = now,
        };
        book.Add(draft);
        return await desk.WriteAsync(draft, call, changes: false, ct);
    }
}
