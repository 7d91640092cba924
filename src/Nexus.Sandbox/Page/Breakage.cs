namespace Nexus.Sandbox.Page;

/// <summary>One entry of the "break something" menu, in the words of the control API's faults.</summary>
public sealed record Breakage(string Id, string Group, string Name, string Detail, string Fault)
{
    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("rest-500", "REST", "Answer 500", "the next 3 requests", """{"rest":{"status":500,"count":3}}"""),
        new("rest-502", "REST", "Answer 502", "the next 3 requests, as a proxy would", """{"rest":{"status":502,"count":3}}"""),
        new("rest-429-user", "REST", "Rate limit: route", "429, scope user, 3 times", """{"rest":{"status":429,"scope":"user","count":3}}"""),
        new("rest-429-shared", "REST", "Rate limit: shared", "429, scope shared, 3 times", """{"rest":{"status":429,"scope":"shared","count":3}}"""),
        new("rest-429-global", "REST", "Rate limit: global", "429, scope global, 3 times", """{"rest":{"status":429,"scope":"global","count":3}}"""),
        new("rest-slow", "REST", "Answer slowly", "4 s late, the next 3 callbacks", """{"rest":{"route":"/interactions/","count":3,"delay_ms":4000}}"""),
        new("gateway-drop", "Gateway", "Drop the socket", "without a goodbye", """{"gateway":{"close":"drop"}}"""),
        new("gateway-4000", "Gateway", "Close with 4000", "unknown error, to be resumed", """{"gateway":{"close":4000}}"""),
        new("gateway-op7", "Gateway", "Ask to reconnect", "op 7", """{"gateway":{"op":7}}"""),
        new("gateway-op9-resume", "Gateway", "Invalid session, resumable", "op 9, true", """{"gateway":{"op":9,"d":true}}"""),
        new("gateway-op9", "Gateway", "Invalid session", "op 9, false", """{"gateway":{"op":9,"d":false}}"""),
        new("gateway-duplicate", "Gateway", "Send events twice", "each dispatch, until mended", """{"gateway":{"duplicate":true}}"""),
        new("gateway-silent", "Gateway", "Fall silent", "answers no heartbeat for 60 s", """{"gateway":{"silent_ms":60000}}"""),
    ];
}
