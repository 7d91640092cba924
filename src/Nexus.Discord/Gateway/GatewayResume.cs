namespace Nexus.Discord.Gateway;

/// <summary>
/// What it takes to pick a session up where it was left, also from another process. Discord keeps a session for a few minutes.
/// <see href="https://discord.com/developers/docs/events/gateway#resuming"/>
/// </summary>
/// <param name="SessionId">From READY. Worth nothing without the bot's token.</param>
/// <param name="Sequence">The last event received; Discord replays what came after it.</param>
/// <param name="ResumeUrl">READY's <c>resume_gateway_url</c>, without query; null means the ordinary gateway address.</param>
public sealed record GatewayResume(string SessionId, long Sequence, Uri? ResumeUrl);
