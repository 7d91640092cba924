using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>Puts a question's post in Discord as the question is. For jobs.</summary>
internal sealed class QuestionDrawing(QuestionCards cards, IDiscordRest discord)
{
    private const int MostName = 100;

    /// <returns>False when its thread is gone for good.</returns>
    public async Task<bool> DrawAsync(NexusDb db, Question question, CancellationToken ct)
    {
        if (question.ThreadId is not { } place || question.CardMessageId is null)
        {
            return true;
        }

        Channel thread;
        try
        {
            thread = await discord.GetChannelAsync(place, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            return false;
        }

        // Nothing can be edited in an archived thread.
        var isArchived = thread.ThreadMetadata?.Archived == true;
        var staysOpen = question.State is QuestionState.Open or QuestionState.Claimed or QuestionState.Answered;
        if (isArchived && (staysOpen || question.CardChannelId == place))
        {
            await discord.EditChannelAsync(place, new ChannelEdit { Archived = false }, RequestOptions.Batch, ct);
        }

        await CardAsync(db, question, ct);

        // Left to Discord, which archives what is quiet for long: buttons do nothing in an archived thread, and reopening is one press.
        await FrameAsync(thread, question, closes: isArchived && !staysOpen, ct);
        return true;
    }

    private async Task CardAsync(NexusDb db, Question question, CancellationToken ct)
    {
        var card = QuestionCardViews.Card(question, await cards.OfAsync(db, question, ct));
        try
        {
            var edit = new MessageEdit { Content = new Optional<string>(null), Components = new Optional<IReadOnlyList<Component>>([card]), Flags = MessageFlags.IsComponentsV2 };
            await discord.EditMessageAsync(question.CardChannelId!.Value, question.CardMessageId!.Value, edit, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException lost) when (lost.Code is DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownChannel)
        {
            // Somebody deleted the card, the thread stands: it gets a new one.
            var message = new MessageCreate
            {
                Components = [card],
                Flags = MessageFlags.IsComponentsV2,
                Nonce = string.Create(CultureInfo.InvariantCulture, $"card-{question.Id}-{question.Revision}"),
                EnforceNonce = true,
            };
            var anew = (await discord.CreateMessageAsync(question.ThreadId!.Value, message, RequestOptions.Batch, ct)).Id;
            await db.In<Question>(question.GuildId)
                .Where(it => it.Id == question.Id && it.CardMessageId == question.CardMessageId)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.CardMessageId, (Snowflake?)anew).SetProperty(it => it.CardChannelId, question.ThreadId), ct);
        }
    }

    private async Task FrameAsync(Channel thread, Question question, bool closes, CancellationToken ct)
    {
        var name = Md.Cut(question.Title, MostName);
        var tags = await TagsAsync(thread, question, ct);
        var isTracked = question.OriginMessageId is not null;
        var edit = new ChannelEdit
        {
            // A thread people had before it was a question keeps its name.
            Name = question.EditedAt is not null && !isTracked && thread.Name != name ? name : null,
            AppliedTags = tags,
            Archived = closes ? true : null,
        };
        if (edit != new ChannelEdit())
        {
            await discord.EditChannelAsync(thread.Id, edit, RequestOptions.Batch, ct);
        }
    }

    /// <summary>Null when they are as they should be, or there are none.</summary>
    private async Task<IReadOnlyList<Snowflake>?> TagsAsync(Channel thread, Question question, CancellationToken ct)
    {
        if (thread.ParentId is not { } parent || question.CardChannelId != thread.Id)
        {
            return null;
        }

        var forum = await discord.GetChannelAsync(parent, RequestOptions.Batch, ct);
        if (forum.Type is not (ChannelType.GuildForum or ChannelType.GuildMedia))
        {
            return null;
        }

        var applied = thread.AppliedTags ?? [];
        var tags = QuestionTags.Restated(forum, applied, question);
        return tags.ToHashSet().SetEquals(applied) ? null : tags;
    }
}
