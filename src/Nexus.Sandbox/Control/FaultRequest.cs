using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary><c>POST /_sandbox/faults</c>: plans failures of REST requests, or does something to the gateway at once.</summary>
internal static class FaultRequest
{
    public static void Apply(JsonElement body, SandboxHost sandbox)
    {
        var known = false;
        if (body.TryGetProperty("rest", out var rest))
        {
            sandbox.Faults.Add(Rest(rest));
            known = true;
        }

        if (body.TryGetProperty("gateway", out var gateway))
        {
            Gateway(gateway, sandbox.Gateway);
            known = true;
        }

        if (!known)
        {
            throw new PersonRefusal("A fault is {\"rest\": {\"status\": 500, \"count\": 1}} or {\"gateway\": {\"op\": 7}}.");
        }
    }

    private static RestFault Rest(JsonElement rest)
    {
        var status = rest.Int("status");
        var delay = rest.Int("delay_ms") ?? 0;
        var count = rest.Int("count") ?? 1;
        if (status is not (null or 429 or (>= 500 and <= 599)) || (status is null && delay <= 0))
        {
            throw new PersonRefusal("rest.status is 429, 500, 502 or another 5xx; or leave it out and give delay_ms.");
        }

        if (delay is < 0 or > 60_000 || count is < 1 or > 100_000)
        {
            throw new PersonRefusal("rest.delay_ms is at most 60000, rest.count from 1 to 100000.");
        }

        var scope = (rest.Text("scope") ?? "user") switch
        {
            "user" => RateLimitScope.User,
            "shared" => RateLimitScope.Shared,
            "global" => RateLimitScope.Global,
            var other => throw new PersonRefusal($"rest.scope is user, shared or global, not {other}."),
        };
        return new RestFault(status, scope, rest.Text("route"), count, TimeSpan.FromMilliseconds(delay));
    }

    private static void Gateway(JsonElement fault, Gateway gateway)
    {
        if (fault.TryGetProperty("close", out var close))
        {
            Close(close, gateway);
        }
        else if (fault.Int("op") == 7)
        {
            gateway.ForEachConnection(connection => connection.SendReconnect());
        }
        else if (fault.Int("op") == 9)
        {
            gateway.Invalidate(fault.Bool("d") ?? false);
        }
        else if (fault.Bool("duplicate") is { } duplicate)
        {
            gateway.Duplicate = duplicate;
        }
        else if (fault.Int("silent_ms") is { } silence and > 0)
        {
            gateway.ForEachConnection(connection => connection.Silence(TimeSpan.FromMilliseconds(silence)));
        }
        else
        {
            throw new PersonRefusal("gateway is {close: 4000 | \"drop\"}, {op: 7}, {op: 9, d: false}, {duplicate: true} or {silent_ms: 60000}.");
        }
    }

    private static void Close(JsonElement close, Gateway gateway)
    {
        if (close.ValueKind == JsonValueKind.String && close.GetString() == "drop")
        {
            gateway.ForEachConnection(connection => connection.Abort());
        }
        else if (close.ValueKind == JsonValueKind.Number && close.TryGetInt32(out var code) && code is 1000 or 1001 or (>= 4000 and <= 4999))
        {
            gateway.ForEachConnection(connection => connection.Close(code, "Planned fault."));
        }
        else
        {
            throw new PersonRefusal("gateway.close is a code (1000, 1001, 4000 to 4999) or \"drop\".");
        }
    }
}
