namespace Nexus.Discord.Tests.Rest;

/// <summary>One request as Discord would have received it.</summary>
internal sealed record Sent(string Method, string Address, IReadOnlyDictionary<string, string> Headers, byte[] Body, DateTimeOffset At)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"{Method} {Address}";
}
