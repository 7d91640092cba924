using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>"Track as question" on a chat message: its author gets the form; for anybody else the author is asked first.</summary>
internal sealed class TrackQuestionContext(NexusDb db, TimeProvider clock) : IContextCommand
{
    public static ContextSpec Spec { get; } = new("Track as question", ApplicationCommandType.Message)
    {
        Summary = "Make a question of a chat message, so that somebody looks after it; its author is asked first",
    };

    public async Task<Reply> HandleAsync(ContextCall call, CancellationToken ct)
    {
        if (call.TargetMessage is not { } message)
        {
            return TrackingViews.MessageGone();
        }

        if (await AnswerDesk.OfThreadAsync(db, call.Guild, call.Channel, ct) is { } here)
        {
            return TrackingViews.IsOneAlready(here);
        }

        if (!Said.IsByAPerson(message))
        {
            return TrackingViews.NotByAPerson();
        }

        var known = await db.In<Question>(call.Guild).AsNoTracking().SingleOrDefaultAsync(it => it.OriginMessageId == message.Id, ct)
            ?? await AnswerDesk.OfThreadAsync(db, call.Guild, message.Id, ct);
        var place = $"{call.Channel}/{message.Id}";
        return known switch
        {
            { Number: not null } => TrackingViews.Tracked(known),
            _ when message.Author!.Id == call.User => TrackingViews.Form(place, ChatQuestion.Title(message.Content), ChatQuestion.Text(message.Content)),
            { EndedBecause: not null } => TrackingViews.WouldRatherNot(known),
            not null => TrackingViews.AskedAlready(known),
            null => await AskAuthorAsync(call, message, ct),
        };
    }

    // The words are kept, as nobody can read the message again without the message-content intent.
    private async Task<Reply> AskAuthorAsync(ContextCall call, Message message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var draft = new Question
        {
            GuildId = call.Guild,
            AskerId = message.Author!.Id,
            PressId = call.Id,
            Title = ChatQuestion.Title(message.Content),
            Text = ChatQuestion.Text(message.Content),
            Tried = "",
            OriginMessageId = message.Id,
            OriginChannelId = call.Channel,
            TrackedBy = call.User,
            CreatedAt = now,
            ActiveAt = now,
        };
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return TrackingViews.Asking(draft);
    }
}
