using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"Take it back": the message did not help after all. The argument is <c>question/message</c>.</summary>
internal sealed class TakeBackButton(NexusDb db, AnswerDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "takeback") { ChangesMessage = true };

    public static string For(QuestionAnswer answer) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{answer.QuestionId}/{answer.MessageId}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Argument.Split('/') is not [var number, var marked]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !Snowflake.TryParse(marked, out var message)
            || await QuestionLife.FindAsync(db, guild, id, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return await desk.TakeBackAsync(db, question, message, await desk.ActorAsync(call.Interaction, ct), ct);
    }
}
