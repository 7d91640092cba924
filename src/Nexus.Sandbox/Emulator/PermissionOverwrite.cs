namespace Nexus.Sandbox.Emulator;

/// <summary>What one channel allows or denies a role (type 0) or a member (type 1).</summary>
internal readonly record struct PermissionOverwrite(ulong Id, bool IsMember, Permission Allow, Permission Deny);
