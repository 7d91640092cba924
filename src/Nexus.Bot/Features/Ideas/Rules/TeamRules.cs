using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

internal sealed record TeamMember(Snowflake Person, IdeaRole Role);

/// <summary>What the teams are given.</summary>
/// <param name="Waiting">Who would have liked to, in order: the first to ask when somebody leaves.</param>
internal sealed record TeamHandOver(long Idea, IReadOnlyList<TeamMember> Members, IReadOnlyList<TeamMember> Waiting, Snowflake FormedBy)
{
    /// <summary>What it is to be called; null when nobody said.</summary>
    public string? Name { get; init; }
}

/// <summary>What came of "Form the team".</summary>
internal abstract record FormStep
{
    private FormStep()
    {
    }

    internal sealed record Done(IdeaFacts Now, TeamHandOver Team, MoveEffects Effects) : FormStep;

    internal sealed record Already : FormStep;

    /// <param name="AuthorsMay">Mentors and the author may, on this server; else mentors only.</param>
    internal sealed record NotYours(bool AuthorsMay) : FormStep;

    internal sealed record NotNow(IdeaStatus Status) : FormStep;

    internal sealed record NobodyThere : FormStep;

    /// <summary>Not enough yet. A mentor may go on all the same, having seen this.</summary>
    internal sealed record TooFew(IReadOnlyList<RoleNeed> Missing, bool MayGoOn) : FormStep;
}

internal static class TeamRules
{
    /// <param name="facts">The idea.</param>
    /// <param name="crew">Who wants to build it.</param>
    /// <param name="by">Who presses.</param>
    /// <param name="knowingly">They were told who is missing.</param>
    /// <param name="policy">What the server chose.</param>
    public static FormStep Form(IdeaFacts facts, IdeaCrew crew, IdeaActor by, bool knowingly, IdeaPolicy policy)
    {
        var mayForm = by.IsMentor || (policy.AuthorsFormTeams && !by.IsClock && by.Id == facts.Author);
        return facts.Status is IdeaStatus.Building or IdeaStatus.Shipped ? new FormStep.Already()
            : !mayForm ? new FormStep.NotYours(policy.AuthorsFormTeams)
            : MoveRules.Who(facts.Status, IdeaStatus.Building) != Movers.ByForming ? new FormStep.NotNow(facts.Status)
            : !crew.Seated.Any() ? new FormStep.NobodyThere()
            : !crew.IsMinimumMet && !(knowingly && by.IsMentor) ? new FormStep.TooFew(crew.Missing, by.IsMentor)
            : new FormStep.Done(
                facts with { Status = IdeaStatus.Building },
                new TeamHandOver(
                    facts.Id,
                    [.. crew.Seated.Select(one => new TeamMember(one.Person, one.Role))],
                    [.. crew.Needs.SelectMany(need => crew.Waiting(need.Role)).OrderBy(one => one.Since).ThenBy(one => one.Person).Select(one => new TeamMember(one.Person, one.Role))],
                    by.Id),
                MoveEffects.TellFollowers | MoveEffects.HandOver);
    }

    /// <summary>Author and mentors are told when the minimum comes to be met; somebody who comes and goes does not tell them every time.</summary>
    /// <param name="before">The crew until now.</param>
    /// <param name="now">The crew after the press.</param>
    /// <param name="lastTold">When they were told last.</param>
    /// <param name="at">Now.</param>
    public static bool TellsThatItCanBegin(IdeaCrew before, IdeaCrew now, DateTimeOffset? lastTold, DateTimeOffset at) =>
        now.IsMinimumMet && !before.IsMinimumMet && !(at - lastTold < TimeSpan.FromDays(1));
}
