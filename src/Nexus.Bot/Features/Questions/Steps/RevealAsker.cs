using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Who asked? Mentors may look; the log keeps it, and the asker is told once.</summary>
internal sealed class RevealAskerButton(QuestionDesk desk, LogBook logBook, DeliveryQueue queue, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "who");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        if (!(await desk.ActorAsync(call, question, ct)).IsMentor)
        {
            return QuestionStepViews.OnlyMentorsReveal();
        }

        if (!question.IsAnonymous)
        {
            return QuestionStepViews.NotAnonymous(question);
        }

        var now = clock.GetUtcNow();
        await logBook.AddAsync(desk.Db, question.GuildId, call.User, QuestionLog.Revealed(question), QuestionLink.Of(question), ct);
        if (!await desk.Db.In<Delivery>(question.GuildId).AnyAsync(row => row.Kind == RevealSource.DeliveryKind && row.SubjectId == question.Id, ct))
        {
            desk.Db.Add(Delivery.Plan(question.GuildId, RevealSource.DeliveryKind, question.Id, DeliveryTarget.DmOf(question.AskerId), now));
        }

        await desk.Db.SaveChangesAsync(ct);
        queue.WakeAt(now);
        return QuestionStepViews.Revealed(question);
    }
}

/// <summary>Tells an asker that a mentor has looked who they are.</summary>
internal sealed class RevealSource : IDeliverySource
{
    public const string DeliveryKind = "question-revealed";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await QuestionLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is { } question
            ? new DeliveryContent(new Container(
            [
                new TextDisplay($"🕶️ A mentor has looked who asked {QuestionCardViews.Name(question)}. Nobody else sees your name; mentors do this to help, or to keep the server safe.\n-# {QuestionLink.Of(question)}"),
            ]))
            : DeliveryContent.NotNeeded;
}
