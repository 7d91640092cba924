using System.Text;

namespace Nexus.Sandbox.Emulator;

/// <summary>What one bucket allows per window. Routes that share a rule share the bucket, as some do at Discord.</summary>
/// <param name="Name">Names the bucket; its hash is what clients learn from <c>X-RateLimit-Bucket</c>.</param>
/// <param name="CountsGlobally">False for interaction callbacks and webhook-token routes, which lie outside the bot's 50 requests per second.</param>
internal sealed record RateLimitRule(string Name, int Limit, TimeSpan Window, MajorParameter Major = MajorParameter.None, bool CountsGlobally = true)
{
    public string Bucket { get; } = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes(Name)));
}
