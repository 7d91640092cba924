using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Reply without my name: the form.</summary>
internal sealed class WriteUnnamedReplyButton(QuestionDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "unnamed");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is not { } question ? QuestionStepViews.Gone()
            : question.IsAnonymous && question.AskerId == call.User ? MoreViews.WriteUnnamed(call.Argument)
            : MoreViews.UnnamedIsTheirs();
}

/// <summary>Takes the words of who asks without their name.</summary>
internal sealed class SendUnnamedReplyModal(QuestionDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "sendunnamed");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var words = call.Text(MoreViews.ReplyField).ReplaceLineEndings("\n").Trim();
        return await desk.FindAsync(call, ct) is not { } question || words.Length == 0 ? QuestionStepViews.Gone()
            : question.IsAnonymous && question.AskerId == call.User
                ? MoreViews.Sending().Afterwards<PostUnnamedReply>(string.Create(CultureInfo.InvariantCulture, $"{question.GuildId}/{question.Id}/{words}"))
            : MoreViews.UnnamedIsTheirs();
    }
}

/// <summary>Posts them in the thread; the interaction's id keeps them from standing there twice.</summary>
internal sealed class PostUnnamedReply(NexusDb db, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/', 3);
        if (!Snowflake.TryParse(parts[0], out var guild) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await QuestionLife.FindAsync(db, guild, id, ct) is not { ThreadId: { } thread } question)
        {
            return null;
        }

        var words = Secrets.Mask(parts[2]);
        try
        {
            var message = new MessageCreate
            {
                Content = MoreViews.Unnamed(question, words),
                Nonce = call.Id.ToString(),
                EnforceNonce = true,
            };
            await discord.CreateMessageAsync(thread, message, ct: ct);
        }
        catch (DiscordApiException trouble)
        {
            return MoreViews.NotSent(parts[2], DeliveryTrouble.MayPass(trouble));
        }

        question.ActiveAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return MoreViews.Sent(question, hidden: words != parts[2]);
    }
}
