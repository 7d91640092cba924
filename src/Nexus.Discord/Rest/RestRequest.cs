namespace Nexus.Discord.Rest;

/// <summary>One request, but for its body. <paramref name="Path"/> may hold a token: it is sent, and never shown.</summary>
/// <param name="Major">The id (or hash of id and token) by which Discord divides the route's limit.</param>
internal readonly record struct RestRequest(RestRoute Route, ulong Major, string Path, RequestOptions? Options = null)
{
    // A caller who gave no options is answering a person.
    public RequestPriority Priority => Options?.Priority ?? RequestPriority.Interactive;

    /// <summary>Whether the body makes a repeat as harmless as the route's rule asks for.</summary>
    public bool BodyRepeats { get; init; } = true;

    public TimeSpan Deadline => Options?.Deadline ?? DefaultDeadline;

    /// <summary>Whether it may be sent again when the first one's fate is unknown.</summary>
    public bool Repeats => BodyRepeats && Route.Repeat != RouteRepeat.Never;

    private TimeSpan DefaultDeadline => Route.Access switch
    {
        // An interaction lives three seconds before its first answer.
        RouteAccess.InteractionCallback => TimeSpan.FromSeconds(2.8),
        RouteAccess.WebhookToken => TimeSpan.FromSeconds(10),
        _ => TimeSpan.FromSeconds(15),
    };

    /// <summary>How long one try may take, so that a lost one leaves time for another.</summary>
    public TimeSpan Attempt => Repeats ? Deadline / RestSender.Tries : Deadline;

    // Records print all their members.
    public override string ToString() => Route.Name;
}
