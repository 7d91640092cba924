using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>Questions of a server that were solved, for whoever else found nothing.</summary>
internal interface ISolvedQuestions
{
    /// <returns>Those that some words find, the best first.</returns>
    Task<IReadOnlyList<SolvedQuestion>> FindAsync(Snowflake guild, string words, int most, CancellationToken ct);
}

/// <param name="Title">As it was asked; not escaped.</param>
/// <param name="Url">Of the answer that helped.</param>
internal sealed record SolvedQuestion(int Number, string Title, DateTimeOffset SolvedAt, string Url);
