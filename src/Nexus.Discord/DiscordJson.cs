using System.Text.Json;
using System.Text.Json.Serialization;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Discord;

/// <summary>
/// Every wire type, with generated readers and writers: no reflection, safe to trim. Names are snake_case, nulls are not written,
/// unknown fields are skipped, unknown enum values keep their number.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(OptionalJsonConverter<string>),
        typeof(OptionalJsonConverter<Snowflake?>),
        typeof(OptionalJsonConverter<IReadOnlyList<Embed>>),
        typeof(OptionalJsonConverter<IReadOnlyList<Component>>),
        typeof(OptionalJsonConverter<IReadOnlyList<AttachmentReference>>),
    ])]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(UnavailableGuild))]
[JsonSerializable(typeof(MessageDeleteEvent))]
[JsonSerializable(typeof(MessageReaction))]
[JsonSerializable(typeof(PollVote))]
[JsonSerializable(typeof(GuildMember))]
[JsonSerializable(typeof(GuildMembersChunkEvent))]
[JsonSerializable(typeof(GuildRole))]
[JsonSerializable(typeof(ScheduledEventInterest))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(InteractionCallbackResult))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommandOptionChoice>))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(IReadOnlyList<Member>))]
[JsonSerializable(typeof(MemberEdit))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(RoleEdit))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(ChannelCreate))]
[JsonSerializable(typeof(DmCreate))]
[JsonSerializable(typeof(ChannelEdit))]
[JsonSerializable(typeof(ThreadCreate))]
[JsonSerializable(typeof(ForumPostCreate))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(PollVoters))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(IReadOnlyList<ScheduledEvent>))]
[JsonSerializable(typeof(ScheduledEventEdit))]
[JsonSerializable(typeof(IReadOnlyList<ScheduledEventUser>))]
[JsonSerializable(typeof(Modal))]
[JsonSerializable(typeof(Component))]
[JsonSerializable(typeof(ActionRow))]
[JsonSerializable(typeof(Button))]
[JsonSerializable(typeof(StringSelect))]
[JsonSerializable(typeof(UserSelect))]
[JsonSerializable(typeof(RoleSelect))]
[JsonSerializable(typeof(MentionableSelect))]
[JsonSerializable(typeof(ChannelSelect))]
[JsonSerializable(typeof(Section))]
[JsonSerializable(typeof(TextDisplay))]
[JsonSerializable(typeof(Thumbnail))]
[JsonSerializable(typeof(MediaGallery))]
[JsonSerializable(typeof(FileComponent))]
[JsonSerializable(typeof(Separator))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(Label))]
[JsonSerializable(typeof(TextInput))]
[JsonSerializable(typeof(FileUploadInput))]
[JsonSerializable(typeof(RadioGroup))]
[JsonSerializable(typeof(CheckboxGroup))]
[JsonSerializable(typeof(Checkbox))]
public sealed partial class DiscordJson : JsonSerializerContext;
