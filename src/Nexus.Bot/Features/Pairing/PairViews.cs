using System.Globalization;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing;

/// <summary>Somebody's pairs.</summary>
internal static class PairViews
{
    private const int MostShown = 8;

    public static TextDisplay Mine(Snowflake guild, Snowflake person, IReadOnlyList<Pair> pairs, ILookup<long, PairMember> people) => new(pairs.Count == 0
        ? "👥 You are in no pair now. `/pair find` shows who fits you."
        : "👥 **Your pairs**\n" + string.Join('\n', pairs.Take(MostShown).Select(pair => Line(guild, person, pair, people[pair.Id])))
            + (pairs.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"\n-# and {pairs.Count - MostShown} earlier ones") : ""));

    /// <param name="ended">A found pair whose end can still be taken back.</param>
    public static IEnumerable<Component> Ends(IReadOnlyList<Pair> pairs, Pair? ended)
    {
        if (pairs.FirstOrDefault(pair => pair.Source == PairSource.Found) is { } found)
        {
            yield return Control.Row(Control.Button("End this pair", EndPairButton.Spec.For(found.Id)));
        }
        else if (ended is not null)
        {
            yield return new TextDisplay($"🏁 {Md.EscapeLine(ended.Name)}: this pair has ended. It can be taken back until {Md.Moment((ended.EndedAt ?? default) + EndPairButton.Undo)}.");
            yield return PairEndingViews.Undo(ended);
        }
    }

    private static string Line(Snowflake guild, Snowflake person, Pair pair, IEnumerable<PairMember> people)
    {
        var others = string.Join(" and ", people.Where(member => member.PersonId != person).Select(member => Md.User(member.PersonId)));
        var from = pair.Source == PairSource.Round ? $" ({Md.EscapeLine(pair.Name)})" : "";
        return $"• {others}{from}, since {Md.Time(pair.CreatedAt, 'D')}{(pair.ThreadId is { } thread ? $": {Md.ChannelUrl(guild, thread)}" : "; the thread opens in a moment")}";
    }
}
