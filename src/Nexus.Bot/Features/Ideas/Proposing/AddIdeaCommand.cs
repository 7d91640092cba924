using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary><c>/idea add</c> opens the form, or shows the idea that was picked while typing.</summary>
internal sealed class AddIdeaCommand(GuildConfigurations configurations, GuildHubs hubs, IdeaNames names, IdeaCards cards) : ICommand
{
    private const string Title = "title";
    private const string Tag = "tag";
    private const int MostNear = 3;

    public static CommandSpec Spec { get; } = new("idea", "add", "Propose an idea for a project; you see first whether somebody had it before")
    {
        Options =
        [
            Option.Text(Title, "In one line; ideas like it are offered while you type", max: Idea.MostTitle).SuggestedBy<IdeaTitles>().Optional(),
            Option.Text(Tag, "A topic it builds on; I find topics out when you leave it open", max: 100).SuggestedBy<PageNames>().Optional(),
        ],
        Visibility = Visibility.Private,
        Example = "/idea add title:Bus times near campus",
        Details = "A form asks which problem it solves, for whom, a rough solution and who is needed to build it, such as `2 backend, 1-2 frontend, mentor`. "
            + "Ideas like yours are shown to you alone before it is posted, so you can vote for one of them instead. Then it stands on the board with a thread to talk about it; you can edit it, and undo it at first.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var title = Md.Line(call.Text(Title));
        if (IdeaTitles.NumberIn(title) is { } number)
        {
            return (await names.FindAsync(call.Guild, title, ct)).Meant is { } there
                ? AlikeViews.Picked(there, await cards.OfAsync(there, ct))
                : ProposingViews.NoSuchIdea(number);
        }

        if ((await configurations.OfAsync(call.Guild, ct)).IdeaForumId is null)
        {
            return ProposingViews.NoForum();
        }

        string? slug = null;
        if (call.TextOrNull(Tag) is { Length: > 0 } typed)
        {
            var hub = await hubs.OfAsync(call.Guild, ct);
            if ((hub.BySlug(typed) ?? hub.Named(typed)) is not { } page)
            {
                var found = hub.Find(typed) is HubAnswer.Found { Page: var likely } ? new[] { likely } : [];
                return ProposingViews.UnknownTag(typed, [.. hub.Complete(typed, MostNear).Concat(found).DistinctBy(it => it.Slug).Take(MostNear)], title);
            }

            slug = page.Slug;
        }

        return FormViews.New(WriteIdeaModal.Spec.For(new ProposalStart(call.Id, slug).ToString()), title);
    }
}

/// <summary>What a form begins with, in its custom id.</summary>
/// <param name="Press">The press or command that opened it: one idea each.</param>
/// <param name="Tag">A slug.</param>
internal sealed record ProposalStart(Snowflake Press, string? Tag)
{
    // Longer ones do not fit into a custom id; the tag is chosen afterwards then.
    private const int LongestSlug = 55;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Press}/{(Tag is { Length: <= LongestSlug } ? Tag : "")}");

    /// <returns>Null when it is none.</returns>
    public static ProposalStart? Of(string argument) =>
        argument.Split('/') is [var press, .. var rest] && Snowflake.TryParse(press, out var id) ? new ProposalStart(id, rest is [{ Length: > 0 } slug] ? slug : null) : null;
}

/// <summary>Opens the form from where something else was shown.</summary>
internal sealed class ProposeIdeaButton(GuildConfigurations configurations) : IButton
{
    /// <summary>The argument is a title to begin with.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "open");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.GuildOrNull is not { } guild ? ProposingViews.OnlyInAServer()
        : (await configurations.OfAsync(guild, ct)).IdeaForumId is null ? ProposingViews.NoForum()
        : FormViews.New(WriteIdeaModal.Spec.For(new ProposalStart(call.Id, null).ToString()), call.Argument);
}
