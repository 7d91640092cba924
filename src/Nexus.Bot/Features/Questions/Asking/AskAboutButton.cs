using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Opens the form of <c>/ask</c> whose topic was none of the hub's: with another one, or with none.</summary>
internal sealed class AskAboutButton : IButton
{
    private const string WithoutName = "x";

    public static ControlSpec Spec { get; } = new("asking", "about");

    /// <param name="topic">A slug; empty for none.</param>
    public static string For(string topic, string? track, bool isAnonymous, string title) =>
        Spec.Fitting($"{topic}/{track}/{(isAnonymous ? WithoutName : "")}/{title}");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/', 4);
        var form = new FormStart(call.Id, parts.ElementAtOrDefault(1), parts[0]);
        return Task.FromResult(AskingViews.Form(WriteQuestionModal.Spec.For(form.ToString()), parts.ElementAtOrDefault(3) ?? "", isAnonymous: parts.ElementAtOrDefault(2) == WithoutName));
    }
}
