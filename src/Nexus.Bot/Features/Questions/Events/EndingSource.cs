using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Events;

/// <summary>Tells an asker that the post of their question was deleted, and gives them their words back.</summary>
internal sealed class EndingSource : IDeliverySource
{
    public const string DeliveryKind = "question-lost";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await QuestionLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is { State: Rules.QuestionState.Withdrawn } question
            ? new DeliveryContent(Ended(question))
            : DeliveryContent.NotNeeded;

    internal static Container Ended(Question question)
    {
        var tried = question.Tried.Length == 0 ? "" : $"\n\n{UserMarkdown.Safe(question.Tried)}";
        return new Container(
        [
            new TextDisplay($"Somebody deleted the post of your question {QuestionCardViews.Name(question)}, so nobody will answer it there. If you still need an answer, ask it again with `/ask`; your words:"),
            new Separator(),
            new TextDisplay(Md.Cut(UserMarkdown.Safe(question.Text) + tried, 3400)),
        ]);
    }
}
