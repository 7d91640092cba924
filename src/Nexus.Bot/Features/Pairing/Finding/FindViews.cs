using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Who fits, and why.</summary>
internal static class FindViews
{
    private const int MostGoal = 150;

    public static Reply Looking() => Reply.PrivateCard(new TextDisplay("🔎 I look who fits you…"));

    public static Reply LookingOn() => Reply.ChangeCard(new TextDisplay("🔎 I look who fits you…"));

    public static Reply CannotLook() => Reply.ChangeCard(new TextDisplay("⚠️ Discord does not tell me right now who is here. Use `/pair find` again in a minute."));

    public static Reply Found(PartnersFound found, int waiting) => Reply.ChangeCard(
    [
        new TextDisplay(found.People.Count == 0 ? Nobody(found) : "### 🔎 Who fits you\nThe best first. Nobody hears that you looked."),
        .. found.People.Index().SelectMany(one => Of(one.Item, found.Offset + one.Index + 1)),
        .. Notes(found, waiting) is { Length: > 0 } notes ? [new TextDisplay(notes)] : Array.Empty<Component>(),
        .. Pages(found).ToList() is { Count: > 0 } pages ? [Control.Row(pages)] : Array.Empty<Component>(),
    ]);

    private static IEnumerable<Component> Of(Partner partner, int rank)
    {
        var goal = partner.Profile.Goal.Length == 0 ? "" : $"\n-# Wants: {Md.EscapeLine(Md.Cut(partner.Profile.Goal, MostGoal))}";
        yield return new TextDisplay(string.Create(CultureInfo.InvariantCulture, $"**{rank}.** {Md.User(partner.Profile.Person)}\n{string.Join('\n', partner.Reasons.Select(reason => $"• {reason}"))}{goal}"));
        yield return Control.Row(Control.Button("Invite", InvitePartnerButton.Spec.For(partner.Profile.Person), ButtonStyle.Primary));
    }

    private static string Nobody(PartnersFound found) => found switch
    {
        { Offset: > 0 } => "🔎 That was everybody who fits right now.",
        { Known: 0 } => "🔎 Nobody else here has told me about themselves yet, or they are in a pair or asked already, so I cannot say who fits. What helps: others use `/profile set`, or you meet somebody in a round (`/pair join`).",
        _ when found.Me.Missing.HasFlag(ProfileParts.Hours) => "🔎 I find nobody yet, because you have not said when you have time. `/profile set`, then **Hours…**, and look again.",
        _ => string.Create(CultureInfo.InvariantCulture, $"🔎 {People(found.Known)} could be asked, but none has an hour of the coming week in common with you, or builds the other side. More hours in `/profile set` help most; in rounds (`/pair join`) I find somebody for everybody."),
    };

    private static string Notes(PartnersFound found, int waiting)
    {
        var lines = new List<string>();
        if (waiting > 0)
        {
            lines.Add(waiting == 1 ? "✉️ Somebody has asked you already: `/pair show`." : string.Create(CultureInfo.InvariantCulture, $"✉️ {waiting} people have asked you already: `/pair show`."));
        }

        if (found.Me.IsOutOfPairs)
        {
            lines.Add("Your profile says that you are left out of pairing, so nobody can ask you, and you ask nobody. `/profile set` has the button to take part again.");
        }

        var missing = found.Me.Missing & ~ProfileParts.TimeZone;
        if (missing != ProfileParts.None)
        {
            lines.Add($"Your profile does not say your {ProfileWords.Of(missing)}, so I could not look at that. `/profile set` takes two minutes, and then this gets better.");
        }

        if (found.Me.Missing.HasFlag(ProfileParts.TimeZone) && !missing.HasFlag(ProfileParts.Hours))
        {
            lines.Add($"-# I do not know your time zone and take {found.Me.Zone.Id}; `/timezone set` with your city makes the hours yours.");
        }

        if (!found.IsAll)
        {
            lines.Add("-# I only know those who have written or pressed something here.");
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<Component> Pages(PartnersFound found)
    {
        if (found.HasMore)
        {
            yield return Control.Button("Show more", MorePartnersButton.Spec.For(found.Offset + PartnerFinder.PageSize));
        }

        if (found.Offset > 0)
        {
            yield return Control.Button("The best again", MorePartnersButton.Spec.For(0));
        }
    }

    private static string People(int number) => number == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{number} people");
}
