using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>"Ask it as a question", wherever something was not found: opens the form with the question in it.</summary>
internal sealed class AskQuestionButton(GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec => AskButton.Spec;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return AskingViews.OnlyInAServer();
        }

        var title = AskTitles.NumberIn(call.Argument) is null ? call.Argument : "";
        return (await configurations.OfAsync(guild, ct)).QuestionForumId is null
            ? AskingViews.NoForum(title)
            : AskingViews.Form(WriteQuestionModal.Spec.For(new FormStart(call.Id, null, null).ToString()), title);
    }
}
