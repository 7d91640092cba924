namespace Nexus.Bot.Matching;

/// <summary>What somebody builds; a full-stack learner counts as either, nobody as both at once.</summary>
[Flags]
internal enum Tracks
{
    Other = 0,
    Backend = 1,
    Frontend = 2,
    FullStack = Backend | Frontend,
}
