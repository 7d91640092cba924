using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>Puts an idea's post in Discord as the idea is. For jobs.</summary>
internal sealed class IdeaDrawing(IDiscordRest discord)
{
    /// <summary>How an idea's thread is called.</summary>
    public static string ThreadName(Idea idea) => Md.Cut(Md.Line(idea.Title), 100);

    /// <summary>An idea without a card is left as it is.</summary>
    public async Task DrawAsync(NexusDb db, Idea idea, IdeaCard card, CancellationToken ct)
    {
        if (idea is not { CardChannelId: { } channel, CardMessageId: { } message })
        {
            return;
        }

        // Votes change nothing but the card, and come in rushes: one request.
        var isMoved = idea.Revision != idea.DrawnRevision;
        var thread = isMoved && idea.ThreadId is { } place ? await ThreadAsync(db, idea, place, ct) : null;
        if (isMoved && idea.ThreadId == channel && thread is null)
        {
            await LostAsync(db, idea, ct);
            return;
        }

        if (isMoved && thread is null)
        {
            card = card with { ThreadUrl = null };
        }

        var mustOpen = thread?.ThreadMetadata?.Archived == true && StaysOpen(card.Status);
        if (mustOpen)
        {
            await discord.EditChannelAsync(thread!.Id, new ChannelEdit { Archived = false }, RequestOptions.Batch, ct);
        }

        if (!await CardAsync(db, idea, card, channel, message, ct))
        {
            await LostAsync(db, idea, ct);
            return;
        }

        if (thread is not null)
        {
            await FrameAsync(thread, idea, card, ct);
        }
    }

    // Left to Discord, which archives what is quiet for long: buttons do nothing in an archived thread.
    private static bool StaysOpen(IdeaStatus status) => status.IsOpen() || status == IdeaStatus.Building;

    /// <returns>False when the place where the card stood is gone for good.</returns>
    private async Task<bool> CardAsync(NexusDb db, Idea idea, IdeaCard card, Snowflake channel, Snowflake message, CancellationToken ct)
    {
        var edit = new MessageEdit { Content = new Optional<string>(null), Components = new Optional<IReadOnlyList<Component>>([IdeaCardViews.Card(idea, card)]), Flags = MessageFlags.IsComponentsV2 };
        try
        {
            await discord.EditMessageAsync(channel, message, edit, RequestOptions.Batch, ct);
            return true;
        }
        catch (DiscordApiException archived) when (archived.Code == DiscordErrorCode.ThreadArchived)
        {
            await discord.EditChannelAsync(channel, new ChannelEdit { Archived = false }, RequestOptions.Batch, ct);
            await discord.EditMessageAsync(channel, message, edit, RequestOptions.Batch, ct);
            if (!StaysOpen(card.Status))
            {
                await discord.EditChannelAsync(channel, new ChannelEdit { Archived = true }, RequestOptions.Batch, ct);
            }

            return true;
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            return false;
        }
        catch (DiscordApiException deleted) when (deleted.Code == DiscordErrorCode.UnknownMessage)
        {
            return await AnewAsync(db, idea, card, ct);
        }
    }

    // Somebody deleted the card, the thread stands: it gets a new one.
    private async Task<bool> AnewAsync(NexusDb db, Idea idea, IdeaCard card, CancellationToken ct)
    {
        if (idea.ThreadId is not { } thread)
        {
            return false;
        }

        var message = new MessageCreate
        {
            Components = [IdeaCardViews.Card(idea, card)],
            Flags = MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
            Nonce = string.Create(CultureInfo.InvariantCulture, $"idea-{idea.Id}-{idea.Revision}"),
            EnforceNonce = true,
        };
        try
        {
            var anew = (await discord.CreateMessageAsync(thread, message, RequestOptions.Batch, ct)).Id;
            await db.In<Idea>(idea.GuildId)
                .Where(it => it.Id == idea.Id && it.CardMessageId == idea.CardMessageId)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.CardMessageId, (Snowflake?)anew).SetProperty(it => it.CardChannelId, (Snowflake?)thread), ct);
            return true;
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            return false;
        }
    }

    /// <summary>Null when it was deleted; under a card that stands elsewhere the idea then has none.</summary>
    private async Task<Channel?> ThreadAsync(NexusDb db, Idea idea, Snowflake thread, CancellationToken ct)
    {
        try
        {
            return await discord.GetChannelAsync(thread, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            await db.In<Idea>(idea.GuildId).Where(it => it.Id == idea.Id && it.ThreadId == thread).ExecuteUpdateAsync(set => set.SetProperty(it => it.ThreadId, (Snowflake?)null), ct);
            return null;
        }
    }

    // It stands nowhere: it can be posted anew.
    private static Task LostAsync(NexusDb db, Idea idea, CancellationToken ct) => db.In<Idea>(idea.GuildId)
        .Where(it => it.Id == idea.Id && it.CardMessageId == idea.CardMessageId)
        .ExecuteUpdateAsync(set => set.SetProperty(it => it.CardMessageId, (Snowflake?)null).SetProperty(it => it.CardChannelId, (Snowflake?)null), ct);

    private async Task FrameAsync(Channel thread, Idea idea, IdeaCard card, CancellationToken ct)
    {
        var name = ThreadName(idea);
        var edit = new ChannelEdit
        {
            Name = idea.EditedAt is not null && thread.Name != name ? name : null,
            AppliedTags = await TagsAsync(thread, idea, card, ct),
        };
        if (edit == new ChannelEdit())
        {
            return;
        }

        // Nothing can be changed in an archived thread.
        var isResting = thread.ThreadMetadata?.Archived == true && !StaysOpen(card.Status);
        if (isResting)
        {
            await discord.EditChannelAsync(thread.Id, new ChannelEdit { Archived = false }, RequestOptions.Batch, ct);
        }

        await discord.EditChannelAsync(thread.Id, edit with { Archived = isResting ? true : null }, RequestOptions.Batch, ct);
    }

    /// <summary>Null when they are as they should be, or there are none.</summary>
    private async Task<IReadOnlyList<Snowflake>?> TagsAsync(Channel thread, Idea idea, IdeaCard card, CancellationToken ct)
    {
        if (thread.ParentId is not { } parent || idea.CardChannelId != thread.Id)
        {
            return null;
        }

        var forum = await discord.GetChannelAsync(parent, RequestOptions.Batch, ct);
        if (forum.Type is not (ChannelType.GuildForum or ChannelType.GuildMedia))
        {
            return null;
        }

        var applied = thread.AppliedTags ?? [];
        var tags = IdeaTags.Restated(forum, applied, card);
        return tags.ToHashSet().SetEquals(applied) ? null : tags;
    }
}
