using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>"This solved it" on a question that was picked while a title was typed: it counts as one that need not be asked.</summary>
internal sealed class FoundAnswerButton(QuestionBook book, EarlierQuestions earlier, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "found") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Number is not { } id || await earlier.OfIdAsync(guild, id, call.User, ct) is not { } found)
        {
            return AskingViews.Gone();
        }

        // One for each message that showed it, however often it is pressed.
        var press = call.Message?.Id ?? call.Id;
        if (await book.OfPressAsync(guild, press, ct) is null)
        {
            var now = clock.GetUtcNow();
            var spared = new Question
            {
                GuildId = guild,
                AskerId = call.User,
                PressId = press,
                Title = found.Title,
                Text = "",
                Tried = "",
                Topics = found.Topics,
                Track = found.Track,
                CreatedAt = now,
                ActiveAt = now,
                DeflectedAt = now,
                DeflectedBy = HelpSource.Of(found.Id),
            };
            book.Add(spared);
            await book.SaveAsync(spared, ct);
        }

        return PreviewViews.HelpedAtOnce(found.Title);
    }
}
