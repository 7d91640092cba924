using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>What is on and what is off.</summary>
internal sealed class ChooseSwitchesSelect(QuestionSettingsStore store, GuildConfigurations configurations) : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "switches") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var settings = await store.ChangeAsync(call.Guild, call.User, "what is on and off", it => QuestionSwitches.Apply(it, call.Values), ct);
        return SettingsViews.Changed(settings, await configurations.OfAsync(call.Guild, ct));
    }
}

/// <summary>Who is asked last; none clears it.</summary>
internal sealed class ChooseLeadSelect(QuestionSettingsStore store, GuildConfigurations configurations) : ISelect
{
    public static ControlSpec Spec { get; } = new("questions", "lead") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        Snowflake? chosen = call.Ids.Cast<Snowflake?>().FirstOrDefault();
        if (chosen == call.Guild)
        {
            return SettingsViews.NotEveryone();
        }

        var settings = await store.ChangeAsync(call.Guild, call.User, "who is asked last", it => it.LeadRoleId = chosen, ct);
        return SettingsViews.Changed(settings, await configurations.OfAsync(call.Guild, ct));
    }
}

/// <summary>“Times…”: when who is asked, and when something is over.</summary>
internal sealed class ChooseTimesButton(QuestionSettingsStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "times") { Audience = Audience.Admins };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => SettingsViews.TimesForm(await store.OfAsync(call.Guild, ct));
}

/// <summary>The form behind it.</summary>
internal sealed class ChooseTimesModal(QuestionSettingsStore store, GuildConfigurations configurations) : IModal
{
    public const string SpecialistsField = "specialists";
    public const string MentorsField = "mentors";
    public const string LeadField = "lead";
    public const string LapsesField = "lapses";
    public const string QuietField = "quiet";

    public static ControlSpec Spec { get; } = new("questions", "times") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (specialists, mentors, lead) = (Span(call.Text(SpecialistsField)), Span(call.Text(MentorsField)), Span(call.Text(LeadField)));
        var (lapses, quiet) = (Span(call.Text(LapsesField)), Span(call.Text(QuietField)));
        if (SettingsLimits.Wrong(specialists, mentors, lead, lapses, quiet) is { } wrong)
        {
            return SettingsViews.TimesAreWrong(wrong);
        }

        var settings = await store.ChangeAsync(
            call.Guild,
            call.User,
            "its times",
            it =>
            {
                (it.SpecialistsAfter, it.MentorsAfter, it.LeadAfter) = ((int)specialists!.Value.TotalMinutes, (int)mentors!.Value.TotalMinutes, (int)lead!.Value.TotalMinutes);
                (it.ClaimLapsesAfter, it.QuietDays) = ((int)lapses!.Value.TotalHours, (int)quiet!.Value.TotalDays);
            },
            ct);
        return SettingsViews.Changed(settings, await configurations.OfAsync(call.Guild, ct));
    }

    // The grammar of times reads how long something is as "in so long".
    private static TimeSpan? Span(string typed) =>
        WhenReader.Read($"in {typed}", DateTimeOffset.UnixEpoch, DateTimeZone.Utc, WhenAsked.Once) is WhenReading.Understood { At: var at } ? at - DateTimeOffset.UnixEpoch : null;
}

/// <summary>“Working hours…”: when the ladder's time counts.</summary>
internal sealed class ChooseWorkHoursButton(QuestionSettingsStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "hours") { Audience = Audience.Admins };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => SettingsViews.HoursForm(await store.OfAsync(call.Guild, ct));
}

/// <summary>The form behind it.</summary>
internal sealed class ChooseWorkHoursModal(QuestionSettingsStore store, GuildConfigurations configurations) : IModal
{
    public const string HoursField = "hours";

    public static ControlSpec Spec { get; } = new("questions", "hours") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (DutyWords.Read(call.Text(HoursField)) is not { } hours)
        {
            return SettingsViews.HoursAreWrong();
        }

        var settings = await store.ChangeAsync(
            call.Guild, call.User, "working hours", it => (it.WorkFrom, it.WorkUntil, it.WorkDays) = (hours.From, hours.Until, hours.Days), ct);
        return SettingsViews.Changed(settings, await configurations.OfAsync(call.Guild, ct));
    }
}
