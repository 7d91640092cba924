namespace Nexus.Sandbox.Emulator;

/// <summary>What is to go wrong with the next REST requests. The gateway's faults happen at once, at its sessions.</summary>
internal sealed class Faults
{
    private readonly Lock gate = new();
    private RestFault[] planned = [];

    public bool Any => planned.Length > 0;

    public void Add(RestFault fault)
    {
        lock (gate)
        {
            planned = [.. planned, fault];
        }
    }

    public void Clear() => planned = [];

    /// <summary>The fault of this request, if one is planned for it.</summary>
    public RestFault? Take(string method, string path)
    {
        foreach (var fault in planned)
        {
            if (fault.Takes(method, path))
            {
                if (fault.IsSpent)
                {
                    lock (gate)
                    {
                        planned = [.. planned.Where(other => other != fault)];
                    }
                }

                return fault;
            }
        }

        return null;
    }
}
