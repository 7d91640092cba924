using System.Text.Json;

namespace Nexus.Sandbox.Control;

/// <summary>A form as a person sees it; <see cref="Components"/> is Discord's JSON.</summary>
internal sealed record ModalView(ulong ModalId, string CustomId, string Title, JsonElement Components);
