using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nexus.Discord.Model;

namespace Nexus.Discord.Tests.Model;

/// <summary>The exact JSON of what we send.</summary>
public sealed class SentRecordTests
{
    private static readonly DiscordJson Json = DiscordJson.Default;

    [Fact]
    public void A_message_pings_nobody_and_leaves_out_what_is_not_set() =>
        Sends("""{"content":"hi","allowed_mentions":{"parse":[]}}""", new MessageCreate { Content = "hi" }, Json.MessageCreate);

    [Fact]
    public void A_message_with_everything() =>
        Sends(
            """{"content":"c","embeds":[{"title":"t"}],"components":[{"type":10,"content":"x"}],"flags":32832,"allowed_mentions":{"parse":[],"users":["1"],"roles":["2"],"replied_user":false},"message_reference":{"message_id":"3","fail_if_not_exists":false},"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"a"}}],"duration":24,"allow_multiselect":false},"nonce":"n","enforce_nonce":true,"attachments":[{"id":"0","filename":"f"}]}""",
            new MessageCreate
            {
                Content = "c",
                Embeds = [new Embed { Title = "t" }],
                Components = [new TextDisplay("x")],
                Flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
                AllowedMentions = new AllowedMentions { Users = [new Snowflake(1)], Roles = [new Snowflake(2)], RepliedUser = false },
                MessageReference = new MessageReference { MessageId = new Snowflake(3), FailIfNotExists = false },
                Poll = new PollCreate { Question = new PollMedia { Text = "q" }, Answers = [new PollAnswer { PollMedia = new PollMedia { Text = "a" } }] },
                Nonce = "n",
                EnforceNonce = true,
                Attachments = [new AttachmentReference { Id = new Snowflake(0), Filename = "f" }],
                Files = [new FileUpload("f", new byte[] { 1 })],
            },
            Json.MessageCreate);

    [Fact]
    public void An_edit_leaves_out_what_stays() =>
        Sends("""{"allowed_mentions":{"parse":[]}}""", new MessageEdit(), Json.MessageEdit);

    [Fact]
    public void An_edit_says_null_for_what_is_cleared() =>
        Sends(
            """{"content":null,"embeds":null,"components":[],"allowed_mentions":{"parse":[]},"attachments":[]}""",
            new MessageEdit
            {
                Content = null,
                Embeds = new Optional<IReadOnlyList<Embed>>(null),
                Components = new Optional<IReadOnlyList<Component>>([]),
                Attachments = new Optional<IReadOnlyList<AttachmentReference>>([]),
            },
            Json.MessageEdit);

    [Fact]
    public void A_channel_edit_knows_absent_null_and_value()
    {
        Sends("{}", new ChannelEdit(), Json.ChannelEdit);
        Sends("""{"topic":null,"parent_id":null}""", new ChannelEdit { Topic = null, ParentId = new Optional<Snowflake?>(null) }, Json.ChannelEdit);
        Sends("""{"topic":"t","parent_id":"5"}""", new ChannelEdit { Topic = "t", ParentId = new Snowflake(5) }, Json.ChannelEdit);
    }

    [Fact]
    public void A_nickname_can_be_cleared()
    {
        Sends("""{"nick":null}""", new MemberEdit { Nick = null }, Json.MemberEdit);
        Sends("{}", new MemberEdit(), Json.MemberEdit);
    }

    [Theory]
    [InlineData("{}", false, null)]
    [InlineData("""{"nick":null}""", true, null)]
    [InlineData("""{"nick":"Ada"}""", true, "Ada")]
    public void Absent_null_and_value_are_read_apart(string json, bool has, string? value)
    {
        var nick = JsonSerializer.Deserialize(json, Json.MemberEdit)!.Nick;

        Assert.Equal((has, value), (nick.HasValue, nick.Value));
    }

    [Fact]
    public void Permissions_are_sent_as_decimal_text() =>
        Sends(
            """{"name":"mentor","permissions":"2251799813685248"}""",
            new RoleEdit { Name = "mentor", Permissions = Permissions.PinMessages },
            Json.RoleEdit);

    [Fact]
    public void A_form_with_every_control() =>
        Sends(
            """{"custom_id":"ask:v1","title":"Ask","components":[{"type":10,"content":"Hello"},"""
            + """{"type":18,"label":"Title","component":{"type":4,"custom_id":"title","style":1,"min_length":1,"max_length":100,"required":true,"value":"v","placeholder":"p"},"description":"d"},"""
            + """{"type":18,"label":"Area","component":{"type":3,"options":[{"label":"A","value":"a"}],"custom_id":"area","min_values":1,"max_values":1,"required":false}},"""
            + """{"type":18,"label":"Who","component":{"type":5,"custom_id":"who"}},"""
            + """{"type":18,"label":"Role","component":{"type":6,"custom_id":"role"}},"""
            + """{"type":18,"label":"Either","component":{"type":7,"custom_id":"either"}},"""
            + """{"type":18,"label":"Where","component":{"type":8,"channel_types":[15],"custom_id":"where"}},"""
            + """{"type":18,"label":"Files","component":{"type":19,"custom_id":"files","min_values":0,"max_values":3,"required":false,"file_types":["png"]}},"""
            + """{"type":18,"label":"Track","component":{"type":21,"custom_id":"track","options":[{"value":"b","label":"Backend","default":true},{"value":"f","label":"Frontend","description":"d"}]}},"""
            + """{"type":18,"label":"Days","component":{"type":22,"custom_id":"days","options":[{"value":"m","label":"Monday"}],"min_values":0,"max_values":1}},"""
            + """{"type":18,"label":"Urgent","component":{"type":23,"custom_id":"urgent","default":false}}]}""",
            new Modal
            {
                CustomId = "ask:v1",
                Title = "Ask",
                Components =
                [
                    new TextDisplay("Hello"),
                    new Label("Title", new TextInput { CustomId = "title", MinLength = 1, MaxLength = 100, Required = true, Value = "v", Placeholder = "p" }) { Description = "d" },
                    new Label("Area", new StringSelect { CustomId = "area", Options = [new SelectOption("A", "a")], MinValues = 1, MaxValues = 1, Required = false }),
                    new Label("Who", new UserSelect { CustomId = "who" }),
                    new Label("Role", new RoleSelect { CustomId = "role" }),
                    new Label("Either", new MentionableSelect { CustomId = "either" }),
                    new Label("Where", new ChannelSelect { CustomId = "where", ChannelTypes = [ChannelType.GuildForum] }),
                    new Label("Files", new FileUploadInput { CustomId = "files", MinValues = 0, MaxValues = 3, Required = false, FileTypes = ["png"] }),
                    new Label("Track", new RadioGroup { CustomId = "track", Options = [new GroupOption("b", "Backend", Default: true), new GroupOption("f", "Frontend", "d")] }),
                    new Label("Days", new CheckboxGroup { CustomId = "days", Options = [new GroupOption("m", "Monday")], MinValues = 0, MaxValues = 1 }),
                    new Label("Urgent", new Checkbox { CustomId = "urgent", Default = false }),
                ],
            },
            Json.Modal);

    public static TheoryData<string, string> Responses => new()
    {
        { "message", """{"type":4,"data":{"content":"hi","allowed_mentions":{"parse":[]}}}""" },
        { "deferral", """{"type":5,"data":{"allowed_mentions":{"parse":[]}}}""" },
        { "private deferral", """{"type":5,"data":{"flags":64,"allowed_mentions":{"parse":[]}}}""" },
        { "update deferral", """{"type":6}""" },
        { "update", """{"type":7,"data":{"content":"hi","allowed_mentions":{"parse":[]}}}""" },
        { "choices", """{"type":8,"data":{"choices":[{"name":"Django","value":"django"},{"name":"Seven","value":7},{"name":"Half","value":0.5}]}}""" },
        { "no choices", """{"type":8,"data":{"choices":[]}}""" },
        { "form", """{"type":9,"data":{"custom_id":"c","title":"t","components":[]}}""" },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public void Each_response_to_an_interaction(string which, string json) =>
        Sends(
            json,
            which switch
            {
                "message" => InteractionResponse.Message(new MessageCreate { Content = "hi" }),
                "deferral" => InteractionResponse.DeferMessage(ephemeral: false),
                "private deferral" => InteractionResponse.DeferMessage(ephemeral: true),
                "update deferral" => InteractionResponse.DeferUpdate(),
                "update" => InteractionResponse.Update(new MessageEdit { Content = "hi" }),
                "choices" => InteractionResponse.Autocomplete([new("Django", "django"), new("Seven", 7L), new("Half", 0.5)]),
                "no choices" => InteractionResponse.Autocomplete([]),
                _ => InteractionResponse.OpenModal(new Modal { CustomId = "c", Title = "t", Components = [] }),
            },
            Json.InteractionResponse);

    [Fact]
    public void A_command_is_sent_without_an_id() =>
        Sends(
            """{"type":3,"name":"Mark as answer","description":"","default_member_permissions":"0","contexts":[0]}""",
            new ApplicationCommand { Type = ApplicationCommandType.Message, Name = "Mark as answer", DefaultMemberPermissions = Permissions.None, Contexts = [InteractionContextType.Guild] },
            Json.ApplicationCommand);

    [Fact]
    public void A_forum_post_carries_its_first_message() =>
        Sends(
            """{"name":"Help","message":{"content":"me","allowed_mentions":{"parse":[]}},"auto_archive_duration":1440,"applied_tags":["5"]}""",
            new ForumPostCreate { Name = "Help", Message = new MessageCreate { Content = "me" }, AutoArchiveDuration = 1440, AppliedTags = [new Snowflake(5)] },
            Json.ForumPostCreate);

    [Fact]
    public void An_event_is_for_the_guild_and_its_times_are_ISO_8601() =>
        Sends(
            """{"name":"Demo","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"Online"},"scheduled_start_time":"2026-05-01T10:00:00+00:00","scheduled_end_time":"2026-05-01T11:00:00+00:00"}""",
            new ScheduledEventEdit
            {
                Name = "Demo",
                EntityType = ScheduledEventEntityType.External,
                EntityMetadata = new ScheduledEventEntityMetadata("Online"),
                ScheduledStartTime = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero),
                ScheduledEndTime = new DateTimeOffset(2026, 5, 1, 11, 0, 0, TimeSpan.Zero),
            },
            Json.ScheduledEventEdit);

    private static void Sends<T>(string json, T value, JsonTypeInfo<T> type)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
