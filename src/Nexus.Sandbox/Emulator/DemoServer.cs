namespace Nexus.Sandbox.Emulator;

/// <summary>The server everybody meets on: its channels, roles and people. Ids are the same in every run, so the bot's database fits.</summary>
internal static class DemoServer
{
    private static readonly DateTimeOffset Founded = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What members may do by default at Discord.</summary>
    private const Permission Default = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
        | Permission.CreatePublicThreads | Permission.CreatePrivateThreads | Permission.EmbedLinks | Permission.AttachFiles
        | Permission.ReadMessageHistory | Permission.AddReactions | Permission.UseExternalEmojis | Permission.UseApplicationCommands
        | Permission.SendPolls | Permission.ChangeNickname | Permission.CreateInstantInvite | Permission.Connect
        | Permission.SendVoiceMessages | Permission.UseExternalApps;

    /// <summary>What the bot asks for when it is invited.</summary>
    private const Permission BotPermissions = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
        | Permission.CreatePublicThreads | Permission.CreatePrivateThreads | Permission.ManageThreads | Permission.EmbedLinks
        | Permission.AttachFiles | Permission.ReadMessageHistory | Permission.AddReactions | Permission.SendPolls | Permission.PinMessages
        | Permission.CreateEvents | Permission.ManageRoles | Permission.ManageChannels;

    public static World Build(TimeProvider clock, SandboxOptions options)
    {
        var guild = new Guild(Id(1), "ProDev Backend", Founded) { OwnerId = Id(200) };
        var botUser = new User(Id(100), "Nexus", null, bot: true);
        var token = options.Token ?? $"sandbox-token-{(options.Seed ?? Environment.TickCount64) & 0xFFFFFF:x6}";
        var world = new World(clock, guild, new BotApplication(Id(100), botUser, token) { OwnerId = Id(200), Description = "Collaboration for the cohort" });
        AddRoles(guild, botUser);
        DemoPeople.Add(world, Founded);
        AddChannels(guild);
        DemoPeople.AddTalk(world);
        DemoPeople.FillUp(world, options.Members);
        return world;
    }

    internal static ulong Id(uint number) => Snowflakes.At(Founded) + number;

    private static void AddRoles(Guild guild, User bot)
    {
        Add(new Role(guild.Id, "@everyone") { Permissions = Default });
        Add(new Role(Id(11), "backend") { Position = 1, Color = 0x2ECC71, Mentionable = true });
        Add(new Role(Id(12), "frontend") { Position = 2, Color = 0x3498DB, Mentionable = true });
        Add(new Role(Id(13), "mentor")
        {
            Position = 3,
            Color = 0xE67E22,
            Hoist = true,
            Mentionable = true,
            Permissions = Permission.ManageMessages | Permission.ManageThreads | Permission.MentionEveryone | Permission.ManageEvents
                | Permission.CreateEvents | Permission.PinMessages | Permission.ModerateMembers,
        });
        Add(new Role(Id(14), "Nexus") { Position = 4, Managed = true, BotId = bot.Id, Permissions = BotPermissions });
        Add(new Role(Id(15), "admin") { Position = 5, Color = 0xE74C3C, Hoist = true, Permissions = Permission.Administrator });

        void Add(Role role) => guild.Roles.Add(role.Id, role);
    }

    private static void AddChannels(Guild guild)
    {
        var news = Add(20, ChannelType.Category, "Start here");
        var announcements = Add(21, ChannelType.Announcement, "prodevprojectnexus", news, "The mentors' announcements for Project Nexus");
        announcements.Overwrites.Add(new PermissionOverwrite(guild.Id, false, Permission.None, Permission.SendMessages));
        announcements.Overwrites.Add(new PermissionOverwrite(Id(13), false, Permission.SendMessages, Permission.None));
        announcements.Overwrites.Add(new PermissionOverwrite(Id(14), false, Permission.SendMessages, Permission.None));
        Add(22, ChannelType.Text, "introductions", news, "Who you are, your track and your time zone");

        var talk = Add(23, ChannelType.Category, "Cohort");
        Add(24, ChannelType.Text, "general", talk, "Everything that has no channel of its own");
        Add(25, ChannelType.Text, "backend", talk, "Django, databases, queues, APIs");
        Add(26, ChannelType.Text, "frontend", talk, "Consuming the APIs the other half builds");
        Add(27, ChannelType.Text, "help-desk", talk, "Stuck? Say what you tried");
        Add(33, ChannelType.Text, "teams", talk, "Each team has its private thread under this channel");

        var boards = Add(28, ChannelType.Category, "Boards");
        var questions = Add(29, ChannelType.Forum, "questions", boards, "One post per question");
        questions.AvailableTags.AddRange([
            new ForumTag(Id(60), "backend", EmojiName: "🗄️"), new ForumTag(Id(61), "frontend", EmojiName: "🎨"), new ForumTag(Id(62), "devops", EmojiName: "🚢"),
            new ForumTag(Id(68), "open", EmojiName: "🟡"), new ForumTag(Id(69), "taken", EmojiName: "🙋"), new ForumTag(Id(63), "answered", EmojiName: "💬"), new ForumTag(Id(70), "solved", EmojiName: "✅")]);
        var ideas = Add(30, ChannelType.Forum, "ideas", boards, "Projects looking for people");
        ideas.AvailableTags.AddRange([
            new ForumTag(Id(71), "backend", EmojiName: "🗄️"), new ForumTag(Id(72), "frontend", EmojiName: "🎨"), new ForumTag(Id(65), "looking for team", EmojiName: "🤝"),
            new ForumTag(Id(64), "proposed", EmojiName: "💡"), new ForumTag(Id(73), "shaping", EmojiName: "✏️"), new ForumTag(Id(74), "ready", EmojiName: "🙋"), new ForumTag(Id(66), "building", EmojiName: "🔨"),
            new ForumTag(Id(67), "shipped", Moderated: true, EmojiName: "🚀"), new ForumTag(Id(75), "parked", EmojiName: "⏸️"), new ForumTag(Id(76), "closed", EmojiName: "✖️")]);

        var staff = Add(31, ChannelType.Category, "Staff");
        var mentors = Add(32, ChannelType.Text, "mentors", staff, "For mentors and admins");
        mentors.Overwrites.Add(new PermissionOverwrite(guild.Id, false, Permission.None, Permission.ViewChannel));
        mentors.Overwrites.Add(new PermissionOverwrite(Id(13), false, Permission.ViewChannel, Permission.None));
        mentors.Overwrites.Add(new PermissionOverwrite(Id(14), false, Permission.ViewChannel, Permission.None));

        Channel Add(uint number, ChannelType type, string name, Channel? parent = null, string? topic = null)
        {
            var channel = new Channel(Id(number), type, guild.Id) { Name = name, ParentId = parent?.Id, Topic = topic, Position = (int)number };
            guild.Channels.Add(channel.Id, channel);
            return channel;
        }
    }
}
