namespace Nexus.Bot.Search;

/// <summary>One word as it is compared, and its parts when it is a compound such as <c>select_related</c>.</summary>
internal readonly record struct SearchWord(string Text, IReadOnlyList<string>? Parts);
