using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>What a person said in a thread.</summary>
/// <param name="Text">With secrets masked; empty when the bot may not read it.</param>
internal sealed record Said(Snowflake Channel, Snowflake Message, Snowflake Author, string Text)
{
    private const int Plain = 0, Answering = 19;

    public static Said Of(Message message, Snowflake author) =>
        new(message.ChannelId, message.Id, author, Md.Cut(Secrets.Mask(message.Content).Trim(), QuestionAnswer.MostText));

    /// <summary>What the bot has posted for the asker, without the line above their words.</summary>
    public static Said OfTheAsker(Message message, Snowflake asker) => Of(message with { Content = message.Content[(message.Content.IndexOf('\n', StringComparison.Ordinal) + 1)..] }, asker);

    /// <summary>Not a bot, not a webhook, and not one of Discord's own notes about pins and names.</summary>
    public static bool IsByAPerson(Message message) =>
        message is { WebhookId: null, Author: { Bot: false }, Type: Plain or Answering };

    /// <summary>The asker's words that the bot has posted for them: plain text, as cards are the bot's own.</summary>
    public static bool IsForTheAsker(Message message, Snowflake application) =>
        message.Author?.Id == application && message.Content.Length > 0 && !message.Flags.HasFlag(MessageFlags.IsComponentsV2);
}
