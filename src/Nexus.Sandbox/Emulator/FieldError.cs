namespace Nexus.Sandbox.Emulator;

/// <summary>One fault in a request body: dotted path of the field (array items by index), Discord's string code, its message.</summary>
internal sealed record FieldError(string Path, string Code, string Message);
