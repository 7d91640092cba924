namespace Nexus.Sandbox.Emulator;

/// <summary>Where the world's events go: the gateway's sessions.</summary>
internal interface IDispatchSink
{
    void Dispatch(DispatchEvent dispatch);
}
