namespace Nexus.Bot.Matching;

/// <summary>Everybody to be placed and who met whom before; names of others in wishes, avoids and meetings don't matter.</summary>
internal sealed record Cohort(IReadOnlyCollection<Learner> Learners, IReadOnlyCollection<Meeting> Met);
