namespace Nexus.Discord.Rest;

/// <summary>The right to send one request now; given back with what the response said.</summary>
internal readonly record struct RateLimitLease(RateLimitBucket Bucket, RestRoute Route, ulong Major, RequestPriority Priority, TimeSpan At);
