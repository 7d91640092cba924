namespace Nexus.Sandbox.Emulator;

/// <summary>The part of the path that has its own count within one bucket.</summary>
internal enum MajorParameter
{
    None,
    Channel,
    Guild,
    WebhookToken,
}
