using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing.Editing;

/// <summary>What people read who change an idea.</summary>
internal static class EditViews
{
    private const string FileName = "idea.md";

    public static Reply NotYours(Idea idea) => Reply.Private($"Only who wrote {IdeaNameViews.Name(idea)}, and mentors, change its words. Tell them in its thread what you would change.");

    public static Reply Closed(Idea idea) => Reply.Private($"{IdeaNameViews.Name(idea)} is {IdeaText.Status(idea.Status).ToLowerInvariant()}, so its words stay as they are.");

    /// <param name="reference">How its controls name it here.</param>
    public static Reply Unfinished(string reference, ProposedWords words)
    {
        var edit = Control.Row(Control.Button("Edit", EditIdeaButton.Spec.For(reference), ButtonStyle.Primary));
        return words.Whole is { } whole
            ? Reply.PrivateCard(
                    new TextDisplay($"{ProposingViews.TooMuch} Nothing was changed. Your new words are in the file.{FormViews.Warning(words)}"),
                    new FileComponent(new UnfurledMedia($"attachment://{FileName}")),
                    edit)
                .WithFiles(new FileUpload(FileName, Encoding.UTF8.GetBytes(whole)))
            : Reply.PrivateCard(new TextDisplay("An idea needs a line that says what it is, and the problem it solves. Nothing was changed."), edit);
    }

    public static Reply Changed(Idea idea, string reference, ProposedWords words, NeedsOutcome needs, bool hasChanged)
    {
        var again = needs.Words.Length > 0 && !needs.HasChanged ? EditIdeaButton.Spec.Fitting($"{reference}|{words.NeedsTyped}") : EditIdeaButton.Spec.For(reference);
        var shown = idea.CardMessageId is null ? "" : " Its card shows that in a moment.";
        return Reply.PrivateCard(
            new TextDisplay($"{(hasChanged ? $"✅ Changed: {IdeaNameViews.Linked(idea)}{(shown.Length > 0 ? "\n-#" + shown : "")}" : $"Nothing was changed of {IdeaNameViews.Name(idea)}.")}"
                + $"{(needs.Words.Length > 0 ? $"\n{(needs.HasChanged ? "" : "⚠️ ")}{needs.Words}" : "")}{FormViews.Warning(words)}"),
            Control.Row(
            [
                Control.Button("Edit", again),
                .. idea.Status is IdeaStatus.Declined ? new[] { Control.Button("Propose it again", ProposeAgainButton.Spec.For(reference), ButtonStyle.Primary) } : [],
                .. reference.Contains('/', StringComparison.Ordinal) ? Array.Empty<Button>() : [Control.Button("Change tags", ChangeTagsButton.Spec.For(reference)), Control.Button("History", IdeaHistoryButton.Spec.For(reference))],
            ]));
    }

    public static string PlacesTaken(IdeaRole role, IReadOnlyList<Snowflake> people) =>
        $"Who is needed stays as it was: {People(people)} {(people.Count == 1 ? "has a place" : "have places")} as {IdeaText.Role(role)}, and would lose {(people.Count == 1 ? "it" : "one")}. Somebody has to leave first.";

    public static string SomebodyWants(IReadOnlyList<Snowflake> people) =>
        $"Who is needed stays as it was: {People(people)} want{(people.Count == 1 ? "s" : "")} to build it, so it cannot need nobody.";

    /// <param name="self">Who reads it.</param>
    public static string Resized(ResizeStep.Done done, Snowflake self)
    {
        var needs = $"Needed now: {FormViews.Needs(done.Now.Needs)}.";
        var up = done.MovedUp.Count > 0 ? $" {People(done.MovedUp)} waited and {(done.MovedUp.Count == 1 ? "has" : "have")} a place now." : "";
        var dropped = done.Dropped.Where(person => person != self).ToList();
        return $"{needs}{up}{(dropped.Count > 0 ? $" {People(dropped)} waited for what is no longer needed, and wait{(dropped.Count == 1 ? "s" : "")} no more." : "")}";
    }

    private static string People(IReadOnlyList<Snowflake> people) =>
        people.Count < 2 ? string.Concat(people.Select(Md.User)) : $"{string.Join(", ", people.SkipLast(1).Select(Md.User))} and {Md.User(people[^1])}";
}

/// <summary>Tells an author that a mentor changed their words.</summary>
internal sealed class EditedSource : IDeliverySource
{
    public const string DeliveryKind = "idea-edited";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await IdeaLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is not { } idea)
        {
            return DeliveryContent.NotNeeded;
        }

        var last = await db.In<IdeaWording>(idea.GuildId).AsNoTracking().Where(it => it.IdeaId == idea.Id && it.By != idea.AuthorId).OrderByDescending(it => it.Id).FirstOrDefaultAsync(ct);
        var who = last is null ? "A mentor" : Md.User(last.By);
        return new DeliveryContent(new Container(
        [
            new TextDisplay(string.Create(CultureInfo.InvariantCulture, $"✏️ {who} edited your idea {IdeaNameViews.Linked(idea)}\n-# **More…** on its card shows what it said before; you can change it again.")),
        ]));
    }
}
