using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Topics and track: the form with what the question has.</summary>
internal sealed class ChooseTopicsButton(QuestionDesk desk, GuildHubs hubs) : IButton
{
    public static ControlSpec Spec => QuestionControls.Topics;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is not { } question ? QuestionStepViews.Gone()
            : !await FileQuestionModal.MayAsync(desk, call, question, ct) ? MoreViews.FilingIsNotYours()
            : MoreViews.Topics(question, [.. (await hubs.OfAsync(question.GuildId, ct)).Among(question.Topics)], call.Argument);
}

/// <summary>Files a question under other topics; names the hub does not know are told.</summary>
internal sealed class FileQuestionModal(QuestionDesk desk, QuestionLife life, GuildHubs hubs) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "file");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return QuestionStepViews.Gone();
        }

        if (!await MayAsync(desk, call, question, ct))
        {
            return MoreViews.FilingIsNotYours();
        }

        var hub = await hubs.OfAsync(question.GuildId, ct);
        string[] names = [.. call.Text(MoreViews.TopicsField).Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var pages = names.Select(name => (Name: name, Page: hub.BySlug(name) ?? hub.Named(name))).ToList();
        HubPage[] topics = [.. pages.Select(it => it.Page).OfType<HubPage>().DistinctBy(page => page.Slug).Take(Question.MostTopics)];
        question.Topics = [.. topics.Select(page => page.Slug)];
        question.Track = call.Values(MoreViews.TrackField) switch
        {
            ["backend"] => "backend",
            ["frontend"] => "frontend",
            [] => question.Track,
            _ => null,
        };
        await life.SaveAsync(desk.Db, question, ct);
        return MoreViews.Filed(question, topics, [.. pages.Where(it => it.Page is null).Select(it => it.Name)]);
    }

    internal static async Task<bool> MayAsync(QuestionDesk desk, Call call, Question question, CancellationToken ct) =>
        question.AskerId == call.User || await desk.ActorAsync(call, question, ct) is { IsMentor: true } or { IsHelping: true };
}
