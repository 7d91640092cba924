using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Support;

/// <summary>Interactions as the gateway would deliver them.</summary>
internal static class Interactions
{
    public static Snowflake Guild { get; } = new(1);

    public static Snowflake Channel { get; } = new(10);

    private static long s_next = 1_000_000;

    public static Interaction Command(TestPerson who, string path, object? options = null, bool inDm = false) =>
        Base(who, InteractionType.ApplicationCommand, inDm) with { Data = CommandData(path, options, focused: null) };

    public static Interaction Autocomplete(TestPerson who, string path, string focused, object? options = null) =>
        Base(who, InteractionType.ApplicationCommandAutocomplete, inDm: false) with { Data = CommandData(path, options, focused) };

    public static Interaction MessageCommand(TestPerson who, string name, Message target) =>
        Base(who, InteractionType.ApplicationCommand, inDm: false) with
        {
            Data = new InteractionData
            {
                Name = name,
                Type = ApplicationCommandType.Message,
                TargetId = target.Id,
                Resolved = new ResolvedData { Messages = new Dictionary<Snowflake, Message> { [target.Id] = target } },
            },
        };

    public static Interaction Press(TestPerson who, string customId, Message? on = null) =>
        Base(who, InteractionType.MessageComponent, inDm: false) with
        {
            Message = on ?? new Message { Id = new Snowflake(500), ChannelId = Channel },
            Data = new InteractionData { CustomId = customId, ComponentType = ComponentType.Button },
        };

    public static Interaction Select(TestPerson who, string customId, ComponentType type, params string[] values) =>
        Base(who, InteractionType.MessageComponent, inDm: false) with
        {
            Message = new Message { Id = new Snowflake(500), ChannelId = Channel },
            Data = new InteractionData { CustomId = customId, ComponentType = type, Values = values },
        };

    public static Interaction PressInDm(TestPerson who, string customId) =>
        Base(who, InteractionType.MessageComponent, inDm: true) with
        {
            Message = new Message { Id = new Snowflake(500), ChannelId = Channel },
            Data = new InteractionData { CustomId = customId, ComponentType = ComponentType.Button },
        };

    /// <param name="values">An object or dictionary: text for text inputs, arrays of text for selects.</param>
    public static Interaction Submit(TestPerson who, string customId, object values, Message? from = null) =>
        Base(who, InteractionType.ModalSubmit, inDm: false) with
        {
            Message = from,
            Data = new InteractionData
            {
                CustomId = customId,
                Components = [.. Pairs(values).Select(pair => new SubmittedComponent
                {
                    Type = ComponentType.Label,
                    Component = pair.Value is IEnumerable<string> many
                        ? new SubmittedComponent { Type = ComponentType.StringSelect, CustomId = pair.Key, Values = [.. many] }
                        : new SubmittedComponent { Type = ComponentType.TextInput, CustomId = pair.Key, Value = ToValue(pair.Value) },
                })],
            },
        };

    private static Interaction Base(TestPerson who, InteractionType type, bool inDm)
    {
        var user = new User { Id = who.Id, Username = who.Name };
        return new Interaction
        {
            Id = new Snowflake((ulong)Interlocked.Increment(ref s_next)),
            ApplicationId = new Snowflake(77),
            Type = type,
            Token = "interaction-token",
            GuildId = inDm ? null : Guild,
            ChannelId = Channel,
            DmUser = inDm ? user : null,
            Member = inDm ? null : new Member { User = user, Permissions = who.Permissions, Roles = [.. who.Roles.Select(role => new Snowflake(role))] },
            AppPermissions = Permissions.SendMessages | Permissions.ViewChannel,
            Locale = "en-GB",
        };
    }

    private static InteractionData CommandData(string path, object? options, string? focused)
    {
        IReadOnlyList<InteractionOption> inner = [.. Pairs(options).Select(pair => new InteractionOption
        {
            Name = pair.Key,
            Type = pair.Value switch
            {
                bool => ApplicationCommandOptionType.Boolean,
                int or long => ApplicationCommandOptionType.Integer,
                double => ApplicationCommandOptionType.Number,
                TestPerson => ApplicationCommandOptionType.User,
                Role => ApplicationCommandOptionType.Role,
                Discord.Model.Channel => ApplicationCommandOptionType.Channel,
                Attachment => ApplicationCommandOptionType.Attachment,
                _ => ApplicationCommandOptionType.String,
            },
            Value = ToValue(pair.Value),
            Focused = pair.Key == focused ? true : null,
        })];
        var words = path.Split(' ');
        for (var i = words.Length - 1; i > 0; i--)
        {
            var isGroup = i == 1 && words.Length == 3;
            inner = [new InteractionOption
            {
                Name = words[i],
                Type = isGroup ? ApplicationCommandOptionType.SubCommandGroup : ApplicationCommandOptionType.SubCommand,
                Options = inner,
            }];
        }

        var people = Pairs(options).Select(pair => pair.Value).OfType<TestPerson>().ToList();
        return new InteractionData
        {
            Name = words[0],
            Type = ApplicationCommandType.ChatInput,
            Options = inner,
            Resolved = new ResolvedData
            {
                Attachments = Pairs(options).Select(pair => pair.Value).OfType<Attachment>().ToDictionary(file => file.Id),
                Roles = Pairs(options).Select(pair => pair.Value).OfType<Role>().ToDictionary(role => role.Id),
                Channels = Pairs(options).Select(pair => pair.Value).OfType<Discord.Model.Channel>().ToDictionary(channel => channel.Id),
                Users = people.ToDictionary(person => person.Id, person => new User { Id = person.Id, Username = person.Name, Bot = person.IsBot }),
                Members = people.Where(person => person.IsOnServer).ToDictionary(person => person.Id, person => new Member { Permissions = person.Permissions, Roles = [.. person.Roles.Select(role => new Snowflake(role))] }),
            },
        };
    }

    private static OptionValue ToValue(object? value) => value switch
    {
        bool yes => yes,
        int number => (long)number,
        long number => number,
        double number => number,
        Snowflake id => id.ToString(),
        TestPerson person => person.Id.ToString(),
        Role role => role.Id.ToString(),
        Attachment file => file.Id.ToString(),
        Discord.Model.Channel channel => channel.Id.ToString(),
        _ => value?.ToString() ?? "",
    };

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(object? values) => values switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, object?>> pairs => pairs,
        IEnumerable<KeyValuePair<string, string>> pairs => pairs.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)),
        _ => values.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(values))),
    };
}
