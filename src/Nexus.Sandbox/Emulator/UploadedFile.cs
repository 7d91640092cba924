namespace Nexus.Sandbox.Emulator;

/// <summary>One uploaded part; <paramref name="Index"/> is the n of <c>files[n]</c>, which <c>attachments[].id</c> refers to.</summary>
internal sealed record UploadedFile(ulong Index, string Filename, string? ContentType, byte[] Bytes);
