namespace Nexus.Bot.Search;

/// <summary>A word that may have been meant by a misspelt one.</summary>
/// <param name="Slips">How many typing slips away it is.</param>
/// <param name="Likelihood">Larger is likelier; only to be compared with another correction of the same word.</param>
internal readonly record struct Correction(string Word, int Term, int Slips, int Likelihood);
