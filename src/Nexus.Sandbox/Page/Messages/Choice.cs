namespace Nexus.Sandbox.Page.Messages;

/// <summary>One thing to pick: what is sent, what is read, and a line of explanation.</summary>
public sealed record Choice(string Value, string Label, string Detail = "");
