using System.Text;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Setup;

internal static class SetupViews
{
    private const int MaxText = 3800;

    public static Reply Looking(bool isChange) => Card("🔎 Having a look at the server…", isChange);

    public static Reply Creating() => Card("🛠️ Creating what is missing…", isChange: true);

    public static Reply Overview(GuildConfiguration configuration, ServerFacts facts, IReadOnlyList<SetupItem> adopted, IReadOnlyList<SetupOutcome> outcomes)
    {
        var gaps = PermissionGaps.Of(facts, configuration);
        var missing = SetupItems.All.Where(item => !item.IsOptional() && item.IdIn(configuration) is null).ToList();
        var text = new StringBuilder("### Nexus on this server\n");
        foreach (var item in SetupItems.All)
        {
            text.Append(Line(item, configuration, facts, adopted.Contains(item))).Append('\n');
        }

        text.Append($"🕒 **Time zone**: {Md.EscapeLine(configuration.TimeZone)}\n{AnnouncementRulesViews.Summary(configuration)}\n");
        AppendOutcomes(text, outcomes);
        AppendGaps(text, gaps);
        text.Append(missing.Count == 0 && gaps.Count == 0
            ? "\n✅ Everything is in place. You can change it any time."
            : missing.Count == 0 ? "" : $"\n**{missing.Count}** {(missing.Count == 1 ? "thing is" : "things are")} missing. I can create {(missing.Count == 1 ? "it" : "them")}, or you choose existing ones.");
        List<Component> buttons =
        [
            Control.Button("Create what is missing", CreateMissingButton.Spec.For(), ButtonStyle.Success, disabled: missing.Count == 0),
            Control.Button("Channels…", ChooseChannelsButton.Spec.For()),
            Control.Button("Roles…", ChooseRolesButton.Spec.For()),
            Control.Button("Time zone…", ChooseTimeZoneButton.Spec.For()),
            Control.Button("Look again", InspectServerButton.Spec.For()),
        ];
        return Reply.ChangeCard(
        [
            new TextDisplay(Md.Cut(text.ToString(), MaxText)),
            Control.Row(buttons),
            Control.Row(Control.Button("Announcements…", ShowAnnouncementRulesButton.Spec.For())),
        ]);
    }

    public static Reply ChooseChannels(GuildConfiguration configuration) => Reply.ChangeCard(
    [
        new TextDisplay("### Channels\nEach choice is saved at once; choose none to clear it."),
        .. SetupItems.All.Where(item => !item.IsRole()).SelectMany(item => new Component[]
        {
            new TextDisplay($"**{Title(item)}**"),
            Control.Row(new ChannelSelect
            {
                CustomId = ChooseChannelSelect.Spec.For(item.ToString()),
                Placeholder = Title(item),
                MinValues = 0,
                MaxValues = 1,
                ChannelTypes = item.ChannelTypes(),
                DefaultValues = item.IdIn(configuration) is { } id ? [new SelectDefaultValue(id, "channel")] : null,
            }),
        }),
        Back,
    ]);

    public static Reply ChooseRoles(GuildConfiguration configuration) => Reply.ChangeCard(
    [
        new TextDisplay("### Roles\nEach choice is saved at once; choose none to clear it. Mentors may use the mentors' commands."),
        .. SetupItems.All.Where(item => item.IsRole()).SelectMany(item => new Component[]
        {
            new TextDisplay($"**{Title(item)}**"),
            Control.Row(new RoleSelect
            {
                CustomId = ChooseRoleSelect.Spec.For(item.ToString()),
                Placeholder = Title(item),
                MinValues = 0,
                MaxValues = 1,
                DefaultValues = item.IdIn(configuration) is { } id ? [new SelectDefaultValue(id, "role")] : null,
            }),
        }),
        Back,
    ]);

    public static Reply AskTimeZone(string current) => Reply.Form(new Modal
    {
        CustomId = ChooseTimeZoneModal.Spec.For(),
        Title = "Time zone of this server",
        Components = [Control.TextField(ChooseTimeZoneModal.ZoneField, "A city, or an IANA name", max: 64, value: current, hint: "For example Africa/Accra, or just Accra. Times that people type are read in it.")],
    });

    public static Reply UnknownTimeZone(string typed, IReadOnlyList<string> like) => Reply.Private(
        $"I do not know the time zone “{Md.EscapeLine(Md.Cut(typed, 64))}”. Nothing was changed. "
        + (like.Count > 0 ? $"Did you mean {string.Join(" or ", like.Select(Md.Code))}? " : "")
        + "Names look like `Africa/Accra` or `Europe/Berlin`; press **Time zone…** to try again.");

    public static Reply WrongChannelType(SetupItem item) => Reply.Private(
        $"That channel cannot be used for **{Title(item)}**: {item switch
        {
            SetupItem.Questions => "it has to be a forum, or a text channel in which each question gets a thread",
            SetupItem.Ideas => "it has to be a forum",
            _ => "it has to be a text or announcement channel",
        }}. Nothing was changed.");

    public static Reply NotEveryone(SetupItem item) => Reply.Private(
        $"Everyone has that role, so it cannot be the **{Title(item)}** role. Nothing was changed.");

    internal static ActionRow Back => Control.Row(Control.Button("Back", InspectServerButton.Spec.For(), ButtonStyle.Primary));

    private static Reply Card(string text, bool isChange) =>
        isChange ? Reply.ChangeCard([new TextDisplay(text)]) : Reply.PrivateCard([new TextDisplay(text)]);

    private static string Line(SetupItem item, GuildConfiguration configuration, ServerFacts facts, bool isAdopted)
    {
        var id = item.IdIn(configuration);
        var isThere = item.IsRole() ? facts.FindRole(id) is not null : facts.FindChannel(id) is not null;
        if (id is { } known && isThere)
        {
            return $"✅ **{Title(item)}**: {(item.IsRole() ? Md.Role(known) : Md.Channel(known))}{(isAdopted ? " (found by its name)" : "")}";
        }

        return item.IsOptional() ? $"▫️ **{Title(item)}**: none (optional)" : $"➕ **{Title(item)}**: missing; I would create {(item.IsRole() ? "the role " : "#")}{item.Name()}";
    }

    private static void AppendOutcomes(StringBuilder text, IReadOnlyList<SetupOutcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        text.Append("\n**Just now**\n");
        foreach (var outcome in outcomes)
        {
            text.Append(outcome switch
            {
                { Refusal: null, OnlyTags: true } => $"- added the missing tags to #{outcome.Item.Name()}\n",
                { Refusal: null } => $"- created {(outcome.Item.IsRole() ? "the role " : "#")}{outcome.Item.Name()}\n",
                _ => $"- ⚠️ {(outcome.Item.IsRole() ? "the role " : "#")}{outcome.Item.Name()}: {Refused(outcome)}\n",
            });
        }
    }

    private static string Refused(SetupOutcome outcome) => outcome.Refusal switch
    {
        DiscordErrorCode.MissingPermissions or DiscordErrorCode.MissingAccess => $"Discord says I may not; see the permissions below, then press **Create what is missing** again",
        _ when outcome.Item is SetupItem.Questions or SetupItem.Ideas => $"Discord refused (code {outcome.Refusal}). Forums need a Community server: Server Settings → Enable Community",
        _ => $"Discord refused (code {outcome.Refusal})",
    };

    private static void AppendGaps(StringBuilder text, IReadOnlyList<PermissionGap> gaps)
    {
        if (gaps.Count == 0)
        {
            return;
        }

        text.Append("\n**Permissions I lack**\n");
        foreach (var gap in gaps)
        {
            text.Append($"- **{Md.EscapeLine(gap.What)}**, to {gap.Why}. Fix: {Md.EscapeLine(gap.Fix)}\n");
        }
    }

    private static string Title(SetupItem item) => item switch
    {
        SetupItem.Announcements => "Announcements",
        SetupItem.Questions => "Questions forum",
        SetupItem.Ideas => "Ideas forum",
        SetupItem.Teams => "Teams, each in a private thread",
        SetupItem.Log => "Log of staff actions",
        SetupItem.Reminders => "Reminders of people whose DMs are closed",
        SetupItem.Backend => "Backend track",
        SetupItem.Frontend => "Frontend track",
        SetupItem.Mentor => "Mentors",
    };
}
