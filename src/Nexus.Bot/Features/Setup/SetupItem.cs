using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Setup;

/// <summary>What a server needs for the bot, each with the name it is found and created by.</summary>
internal enum SetupItem
{
    Announcements,
    Questions,
    Ideas,
    Teams,
    Log,
    Reminders,
    Backend,
    Frontend,
    Mentor,
}

internal static class SetupItems
{
    public static IReadOnlyList<SetupItem> All { get; } = Enum.GetValues<SetupItem>();

    public static bool IsRole(this SetupItem item) => item is SetupItem.Backend or SetupItem.Frontend or SetupItem.Mentor;

    /// <summary>These channels are the admins' choice: nothing is created or adopted for them.</summary>
    public static bool IsOptional(this SetupItem item) => item is SetupItem.Log or SetupItem.Reminders;

    public static string Name(this SetupItem item) => item switch
    {
        SetupItem.Announcements => "prodevprojectnexus",
        SetupItem.Questions => "questions",
        SetupItem.Ideas => "ideas",
        SetupItem.Teams => "teams",
        SetupItem.Log => "nexus-log",
        SetupItem.Reminders => "reminders",
        SetupItem.Backend => "backend",
        SetupItem.Frontend => "frontend",
        SetupItem.Mentor => "mentor",
    };

    /// <summary>Types that an admin may choose; the first is the one that is created.</summary>
    public static IReadOnlyList<ChannelType> ChannelTypes(this SetupItem item) => item switch
    {
        SetupItem.Announcements => [ChannelType.GuildAnnouncement, ChannelType.GuildText],
        SetupItem.Questions or SetupItem.Ideas => [ChannelType.GuildForum, ChannelType.GuildText],
        SetupItem.Teams or SetupItem.Log or SetupItem.Reminders => [ChannelType.GuildText],
        SetupItem.Backend or SetupItem.Frontend or SetupItem.Mentor => [],
    };

    /// <summary>Types that are taken for it by their name alone: a text channel called "questions" may be for talking.</summary>
    public static IReadOnlyList<ChannelType> AdoptedTypes(this SetupItem item) => item is SetupItem.Questions or SetupItem.Ideas ? [ChannelType.GuildForum] : item.ChannelTypes();

    /// <summary>Tags of a forum; the state of a question or an idea is one of them, and kept up to date.</summary>
    public static IReadOnlyList<ForumTag> Tags(this SetupItem item) => item switch
    {
        SetupItem.Questions => [Tag("backend"), Tag("frontend"), Tag("devops"), Tag("career"), Tag("open"), Tag("taken"), Tag("answered"), Tag("solved")],
        SetupItem.Ideas =>
        [
            Tag("backend"), Tag("frontend"), Tag("looking for team"), Tag("proposed"), Tag("shaping"), Tag("ready"), Tag("building"), Tag("shipped"), Tag("parked"), Tag("closed"),
        ],
        SetupItem.Announcements or SetupItem.Teams or SetupItem.Log or SetupItem.Reminders or SetupItem.Backend or SetupItem.Frontend or SetupItem.Mentor => [],
    };

    /// <summary>By name and type; ids are the only thing that is kept.</summary>
    public static Snowflake? FindIn(this SetupItem item, ServerFacts facts) => item.IsRole()
        ? facts.Roles.FirstOrDefault(role => !role.Managed && (IsNamed(role.Name, item.Name()) || IsNamed(role.Name, item.Name() + "s")))?.Id
        : facts.Channels.FirstOrDefault(channel => item.AdoptedTypes().Contains(channel.Type) && IsNamed(channel.Name, item.Name()))?.Id;

    public static Snowflake? IdIn(this SetupItem item, GuildConfiguration configuration) => item switch
    {
        SetupItem.Announcements => configuration.AnnouncementChannelId,
        SetupItem.Questions => configuration.QuestionForumId,
        SetupItem.Ideas => configuration.IdeaForumId,
        SetupItem.Teams => configuration.TeamChannelId,
        SetupItem.Log => configuration.LogChannelId,
        SetupItem.Reminders => configuration.ReminderChannelId,
        SetupItem.Backend => configuration.BackendRoleId,
        SetupItem.Frontend => configuration.FrontendRoleId,
        SetupItem.Mentor => configuration.MentorRoleId,
    };

    public static void Set(this SetupItem item, GuildConfiguration configuration, Snowflake? id)
    {
        switch (item)
        {
            case SetupItem.Announcements: configuration.AnnouncementChannelId = id; break;
            case SetupItem.Questions: configuration.QuestionForumId = id; break;
            case SetupItem.Ideas: configuration.IdeaForumId = id; break;
            case SetupItem.Teams: configuration.TeamChannelId = id; break;
            case SetupItem.Log: configuration.LogChannelId = id; break;
            case SetupItem.Reminders: configuration.ReminderChannelId = id; break;
            case SetupItem.Backend: configuration.BackendRoleId = id; break;
            case SetupItem.Frontend: configuration.FrontendRoleId = id; break;
            case SetupItem.Mentor: configuration.MentorRoleId = id; break;
        }
    }

    private static bool IsNamed(string? name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static ForumTag Tag(string name, bool moderated = false) => new() { Name = name, Moderated = moderated };
}
