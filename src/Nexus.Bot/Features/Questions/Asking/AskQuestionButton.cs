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
            return QuestionViews.OnlyInAServer();
        }

        return (await configurations.OfAsync(guild, ct)).QuestionForumId is null
            ? QuestionViews.NoForum(call.Argument)
            : QuestionViews.Form(call.Id, call.Argument);
    }
}
