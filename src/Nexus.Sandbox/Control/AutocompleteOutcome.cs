using System.Text.Json;

namespace Nexus.Sandbox.Control;

/// <summary>Suggestions for one option; <paramref name="Error"/> is set when none came in time.</summary>
internal sealed record AutocompleteOutcome(IReadOnlyList<AutocompleteChoice> Choices, double? AckMs, string? Error = null);

/// <summary>One suggestion: what is shown and the value that is sent.</summary>
internal sealed record AutocompleteChoice(string Name, JsonElement Value);
