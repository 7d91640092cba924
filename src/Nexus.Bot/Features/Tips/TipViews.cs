using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>What people read of tips and about them.</summary>
internal static class TipViews
{
    private const int MostText = 1500;

    /// <summary>What a mentor may choose; the first is the usual.</summary>
    public static IReadOnlyList<(string Name, TipDays Days)> Days { get; } =
    [
        ("every day", TipDays.EveryDay), ("weekdays", TipDays.Weekdays), ("Mondays", TipDays.Monday), ("Tuesdays", TipDays.Tuesday),
        ("Wednesdays", TipDays.Wednesday), ("Thursdays", TipDays.Thursday), ("Fridays", TipDays.Friday), ("Saturdays", TipDays.Saturday),
        ("Sundays", TipDays.Sunday),
    ];

    /// <summary>The tip as it stands in its channel.</summary>
    /// <param name="meantFor">Set when it comes on another day than it was meant for.</param>
    public static Container Posted(TipOfTheDay tip, DateTimeOffset? meantFor) => Card(
        tip,
        meantFor is { } day ? $"\n-# It was meant for {Md.Time(day, 'f')}; I was away." : "",
        [Control.Button("Stop these tips", StopTipsButton.Spec.For())]);

    public static Reply Shown(TipOfTheDay tip) => Reply.PrivateCard(Card(tip, "", []));

    public static Reply Started(TipPlan plan, DateTimeOffset first, DateTimeZone zone) => Reply.Private(
        $"✅ A tip from the hub goes to {Md.Channel(plan.ChannelId)} {NameOf(plan.Days)} at {TipTime.Of(plan.At)} ({zone.Id}). The first one: {Md.Moment(first)}.\n"
        + "-# It pings nobody. `/tip show` shows today's; `/tip schedule` changes channel, time or days.")
        .With(Control.Button("Stop these tips", StopTipsButton.Spec.For()));

    public static Reply Stopped() => Reply.Private("The tip of the day has stopped.").With(Control.Button("Start them again", ResumeTipsButton.Spec.For()));

    public static Reply NothingToStop() => Reply.Private("No tip of the day is planned here. `/tip schedule` starts it.");

    public static Reply NoTips() => Reply.Private("The hub is empty at the moment, so there is no tip. Please tell a mentor.");

    public static Reply NoChannel() => Reply.Private("Pick a `channel` for the tips. Nothing was changed.");

    public static Reply YouMayNotWriteThere(Snowflake channel) =>
        Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was changed.");

    public static Reply TimeIsUnclear(string phrase, DateTimeZone zone) => Reply.Private(
        $"I cannot read “{Md.EscapeLine(Md.Cut(phrase, 20))}” as a time of day. Times that work: `9:00`, `18:30`, `9am`. They are read in {zone.Id}. Nothing was changed.");

    /// <summary>For the log channel.</summary>
    public static string Paused(Delivery failed) =>
        (failed.Failure == DeliveryFailure.ChannelGone
            ? "⚠️ The tip of the day is paused: its channel no longer exists."
            : $"⚠️ The tip of the day is paused: I may not post in {Md.Channel(failed.LaneId)}. Give Nexus there: View Channel, Send Messages.")
        + " A mentor can start it again with `/tip schedule`.";

    /// <summary>A line of the list of times.</summary>
    public static Suggestion Suggestion(string time, DateTimeZone zone) => new($"{time} ({zone.Id})", time);

    private static Container Card(TipOfTheDay tip, string note, IReadOnlyList<Button> more)
    {
        var words = tip.Mistake is { } mistake
            ? $"**A common mistake:** {PageCut.Fit(mistake, MostText)}"
            : PageCut.Fit(tip.Page.Summary.Split("\n\n")[0], MostText);
        return new Container(
        [
            new TextDisplay($"### 💡 Tip of the day: {Md.EscapeLine(tip.Page.Title)}\n{words}"),
            new TextDisplay($"-# hub: {tip.Page.Slug}{note}"),
            Control.Row([PageButtons.Show(tip.Page, "Open the page"), .. more]),
        ])
        { AccentColor = PageCard.Accent };
    }

    private static string NameOf(TipDays days) => Days.FirstOrDefault(named => named.Days == days, Days[0]) is { Days: TipDays.EveryDay or TipDays.Weekdays } plain
        ? plain.Days == TipDays.EveryDay ? "every day" : "on weekdays"
        : $"on {Days.First(named => named.Days == days).Name}";
}
