using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Leads from a question that has no answer yet to the people who may have one.</summary>
internal static class AskButton
{
    public static ControlSpec Spec { get; } = new("questions", "ask");

    public static Button For(string question) => Control.Button("Ask it as a question", Spec.Fitting(question), ButtonStyle.Primary);
}
