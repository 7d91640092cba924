namespace Nexus.Sandbox.Control;

/// <summary>Discord's client would not let the person do this; the message says what to do instead.</summary>
internal sealed class PersonRefusal(string message, int status = 400) : Exception(message)
{
    /// <summary>HTTP status of the control API.</summary>
    public int Status { get; } = status;
}
