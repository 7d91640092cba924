using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>What is on and what is off.</summary>
internal sealed class ChooseIdeaSwitchesSelect(SettingsDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("idea", "switches") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        SettingsViews.Changed(await desk.ChangeAsync(call.Guild, call.User, "what is on and off", it => IdeaSwitches.Apply(it, call.Values), ct));
}

/// <summary>“Mentors' channel”: none takes the choice back.</summary>
internal sealed class ChooseMentorChannelSelect(SettingsDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("idea", "mentor-channel") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) => call.Ids.FirstOrDefault() is { Value: not 0 } chosen
        ? SettingsViews.Changed(await desk.OfAsync(call.Guild, ct)).Afterwards<ChooseMentorChannelFollowUp>(chosen.ToString())
        : SettingsViews.Changed(await desk.ChangeAsync(call.Guild, call.User, "where mentors hear of them", it => it.MentorChannelId = null, ct));
}

/// <summary>“Numbers and dates…”.</summary>
internal sealed class ChooseIdeaLimitsButton(IdeaSettingsStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "limits") { Audience = Audience.Admins };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => SettingsViews.LimitsForm(await store.OfAsync(call.Guild, ct));
}

/// <summary>The form behind it.</summary>
internal sealed class ChooseIdeaLimitsModal(SettingsDesk desk, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public const string StartField = "start";
    public const string QuietField = "quiet";
    public const string PlacesField = "places";
    public const string VotesField = "votes";

    public static ControlSpec Spec { get; } = new("idea", "limits") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(zone).Date;
        var typed = IdeaLimits.Read(call.Text(StartField), call.Text(QuietField), call.Text(PlacesField), call.Text(VotesField), today, zone);
        if (typed.Wrong is { } wrong)
        {
            return SettingsViews.LimitsAreWrong(wrong);
        }

        return SettingsViews.Changed(await desk.ChangeAsync(
            call.Guild,
            call.User,
            "its numbers and dates",
            it => (it.CohortStart, it.QuietWeeks, it.MostPlaces, it.MostOpenVotes) = (typed.Start, typed.QuietWeeks, typed.MostPlaces, typed.MostOpenVotes),
            ct));
    }
}
