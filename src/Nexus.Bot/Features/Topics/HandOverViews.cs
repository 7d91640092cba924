using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What people read when one hands a page to another.</summary>
internal static class HandOverViews
{
    /// <summary>In the channel; pings only the person it is for.</summary>
    public static Reply Here(Container card, Snowflake person, Snowflake from) =>
        Reply.PublicCard(new TextDisplay($"{Md.User(person)}, from {Md.User(from)}:"), card).Pinging(person);

    public static Reply OnItsWay(HubPage page, Snowflake person) =>
        Reply.Private($"📨 Sending **{Md.EscapeLine(page.Title)}** to {Md.User(person)}…");

    /// <summary>The direct message itself. Buttons only where they lead to the text that is shown.</summary>
    public static MessageCreate DirectMessage(HubPage page, HubIndex files, string from, Snowflake channel) => Reply.PublicCard(
        new TextDisplay($"**{Md.EscapeLine(Md.Cut(from, 32))}** sent you this page from {Md.Channel(channel)}:"),
        TopicCard.Of(page, files, new TopicFrame { HasButtons = files.BySlug(page.Slug)?.Markdown == page.Markdown })).ToMessage();

    public static Reply Sent(HubPage page, Snowflake person) =>
        Reply.Change($"✅ {Md.User(person)} has **{Md.EscapeLine(page.Title)}** in a direct message from me. It says that it comes from you.");

    public static Reply DoorClosed(Snowflake person) =>
        Reply.Change($"{Md.User(person)} takes no direct messages from me, so nothing was sent. You could tell them about it yourself.");

    public static Reply NotTaken(Snowflake person) =>
        Reply.Change($"⚠️ Discord did not take the message to {Md.User(person)}, so it may not have arrived. Please try again in a minute.");

    public static Reply NobodyHere() => Reply.Private(
        "Here are only the two of us, so there is nobody to hand it to. Use `for` in the server, or leave it out to read the page yourself.");

    public static Reply ToABot(Snowflake bot) =>
        Reply.Private($"{Md.User(bot)} is a bot, and bots do not read. Nothing was sent. Leave `for` out to read the page yourself.");

    public static Reply NotOnTheServer(Snowflake person) =>
        Reply.Private($"{Md.User(person)} is not on this server (any more), so I cannot reach them. Nothing was sent.");

    public static Reply DoesNotSeeThis(Snowflake person) => Reply.Private(
        $"{Md.User(person)} does not see this channel, so they would not find it here. With `private:True` I send it to them as a direct message.");
}
