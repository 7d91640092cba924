using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>
/// What the people of a team read about why they are together, from the parts of its score. Wishes and avoid lists are private to who
/// has them, so nothing here tells of them, nor can it be told from what is missing.
/// </summary>
internal static class WhyViews
{
    private const int MostWindows = 3;

    // Of fewer answers the average would tell what single people said of themselves.
    private const int FewestAnswers = 3;

    // Of 100; less is not worth a word.
    private const double FewestPoints = 3;

    private static readonly Criterion[] s_told = [Criterion.Hours, Criterion.Interests, Criterion.Balance, Criterion.Novelty];

    /// <param name="monday">Of the week whose clocks the shared hours follow.</param>
    /// <param name="tagName">What a tag is called.</param>
    public static string Words(Matching.Team team, LocalDate monday, Func<string, string> tagName) => string.Join('\n', Lines(team, monday, tagName).Select(line => $"• {line}"));

    private static IEnumerable<string> Lines(Matching.Team team, LocalDate monday, Func<string, string> tagName)
    {
        var facts = team.Facts;
        yield return Hours(facts, monday);
        var sides = new[] { ("backend", facts.Backend), ("frontend", facts.Frontend), ("both", facts.FullStack) }
            .Where(side => side.Item2.Count > 0)
            .Select(side => $"{side.Item1}: {People(side.Item2)}")
            .ToList();
        if (sides.Count > 0)
        {
            yield return $"Who does what: {string.Join(" · ", sides)}";
        }

        if (facts.Tag is { } tag)
        {
            yield return facts.Tagged.Count == team.Members.Count
                ? $"All of you picked **{Md.EscapeLine(tagName(tag))}**"
                : $"**{Md.EscapeLine(tagName(tag))}** is picked by {People(facts.Tagged)}";
        }

        if (facts is { Skill: { } skill, CohortSkill: { } all } && team.Members.Count - facts.Unknown.Count(it => it.Gap == ProfileGap.Skill) >= FewestAnswers)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"As a team you stand at {skill:0.0} of 5 by what you said of your skills; everybody together at {all:0.0}");
        }

        yield return facts.Met.Count == 0
            ? "None of you were together lately, so there is somebody new to meet"
            : $"You know each other already: {string.Join(", ", facts.Met.Select(met => $"{Md.User(new Snowflake(met.One))} and {Md.User(new Snowflake(met.Other))}"))}";
        if (Thinnest(team.Score) is { } thinnest)
        {
            yield return $"Thinnest: {thinnest}";
        }
    }

    private static string Hours(TeamFacts facts, LocalDate monday)
    {
        if (facts.Shared.Hours == 0)
        {
            return "You share no hours yet, or have not said which you have: `/profile set` does, so begin by agreeing on a time";
        }

        var windows = facts.Shared.Windows(monday).OrderByDescending(window => window.Duration).Take(MostWindows).OrderBy(window => window.Start)
            .Select(window => $"{Md.Time(window.Start.ToDateTimeOffset(), 'F')} to {Md.Time(window.End.ToDateTimeOffset(), 't')}");
        return $"You share **{SharedHours.Count(facts.SharedHours)}** a week, such as {string.Join("; ", windows)}";
    }

    // Whether wishes came true is not among it, whatever is missing there.
    private static string? Thinnest(TeamScore score)
    {
        var weakest = s_told.MaxBy(Lost);
        return Lost(weakest) < FewestPoints ? null : weakest switch
        {
            Criterion.Hours => "the hours you share, so use them well and write down the rest",
            Criterion.Interests => "interests in common, so tell each other what you would like to build",
            Criterion.Balance => "the spread of experience, so share what you know and ask early",
            _ => "new faces",
        };

        double Lost(Criterion criterion) => 100 * score.Weights[criterion] * (1 - score[criterion]);
    }

    private static string People(IEnumerable<ulong> people) => string.Join(", ", people.Select(person => Md.User(new Snowflake(person))));
}
