using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The lists of kinds, levels and tags under <c>/topic browse</c>. A new choice starts at the first page.</summary>
internal sealed class FilterTopicsSelect(GuildHubs hubs) : ISelect
{
    public const string Any = "any";
    public const string Kind = "kind";
    public const string Level = "level";
    public const string Tag = "tag";

    private const char Between = '|';

    public static ControlSpec Spec { get; } = new("topics", "filter") { ChangesMessage = true };

    public static string For(string what, BrowseState state) => Spec.For($"{what}{Between}{state}");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        var (what, text) = call.Argument.Split(Between) is [var name, var rest] ? (name, rest) : ("", "");
        var state = BrowseState.Parse(text) with { Page = 0 };
        var chosen = call.Values is [var value] && value != Any ? value : "";
        return Reply.ChangeCard(BrowseViews.Card(what switch
        {
            Kind => state with { Kind = BrowseState.KindOf(chosen) },
            Level => state with { Level = BrowseState.LevelOf(chosen) },
            Tag => state with { Tag = Md.Cut(chosen, BrowseState.LongestTag) },
            _ => state,
        }, hub));
    }
}
