namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    /// <summary>Uploaded files.</summary>
    public AttachmentStore Attachments => field ??= new AttachmentStore(this);

    /// <summary>Enforced nonces of the last minutes.</summary>
    public NonceMemory Nonces => field ??= new NonceMemory(this);

    /// <summary>What ends each open poll, by message id.</summary>
    public Dictionary<ulong, ITimer> PollTimers { get; } = [];
}
