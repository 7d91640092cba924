namespace Nexus.Discord.Rest;

/// <summary>
/// One operation of Discord's API: the unit that learns a rate limit bucket, that a hidden sub-limit holds back, and
/// that logs and metrics name. It holds no ids and no tokens. Compared by reference: two operations may share a path
/// (renaming a channel is limited apart from its other changes).
/// </summary>
internal sealed class RestRoute(HttpMethod method, string template, RouteRepeat repeat, RouteAccess access = RouteAccess.Bot)
{
    public HttpMethod Method { get; } = method;

    public RouteRepeat Repeat { get; } = repeat;

    public RouteAccess Access { get; } = access;

    /// <summary>Method and path with the ids and tokens left as names, such as <c>POST /channels/{channel}/messages</c>.</summary>
    public string Name { get; } = $"{method.Method} {template}";

    public override string ToString() => Name;
}
