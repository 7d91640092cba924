using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"Take it back": the message did not help after all. The argument is <c>question/message</c>.</summary>
internal sealed class TakeBackButton(QuestionDesk questions, AnswerDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "takeback") { ChangesMessage = true };

    public static string For(QuestionAnswer answer) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{answer.GuildId}/{answer.QuestionId}/{answer.MessageId}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var cut = call.Argument.LastIndexOf('/');
        if (cut < 0 || !Snowflake.TryParse(call.Argument[(cut + 1)..], out var message) || await questions.FindAsync(call, call.Argument[..cut], ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return await desk.TakeBackAsync(questions.Db, question, message, await desk.ActorAsync(call.Interaction, ct), ct);
    }
}
