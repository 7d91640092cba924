using System.Globalization;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <summary>Who voted, from an idea's menu.</summary>
internal sealed class ShowVotersButton(IdeaDesk desk, VoterLists lists) : IButton
{
    public static ControlSpec Spec => IdeaControls.Voters;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await desk.FindAsync(call, call.Argument, ct) is not { } idea
        ? IdeaNameViews.Gone()
        : await lists.ReadAsync(call, idea, 0, ct) is { } list ? VoterViews.List(list) : VoterViews.NotForYou();
}

/// <summary>Turns the pages of that list.</summary>
internal sealed class TurnVotersButton(IdeaDesk desk, VoterLists lists) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "voters-page") { ChangesMessage = true };

    /// <param name="way">Makes the id unique in its message.</param>
    /// <param name="page">From 0.</param>
    /// <param name="idea">Whose votes.</param>
    public static string For(string way, int page, Idea idea) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{way}/{page}/{idea.Id}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var page = call.Argument.Split('/') is [_, var typed, _] && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return await desk.FindAsync(call, call.Argument[(call.Argument.LastIndexOf('/') + 1)..], ct) is { } idea && await lists.ReadAsync(call, idea, page, ct) is { } list
            ? VoterViews.Page(list)
            : VoterViews.NotForYou();
    }
}

/// <summary>/idea voters: who voted for an idea, for mentors.</summary>
internal sealed class ListVotersCommand(IdeaNames names, VoterLists lists) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "voters", "Who voted for an idea")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Options = [IdeaNames.Option("idea", "Its number, or words of its title")],
        Details = "Lists who is for an idea and who says **not yet**, with what they find missing. Only you see the answer. Votes for ideas that were merged into it are counted with it, each person once.",
        Example = "/idea voters idea:12",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("idea");
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is not { } idea ? IdeaNameViews.WhichOne(typed, named.Near)
            : await lists.ReadAsync(call, idea, 0, ct) is { } list ? VoterViews.List(list)
            : VoterViews.NotForYou();
    }
}
