using System.Text.Json.Serialization.Metadata;

namespace Nexus.Discord.Tests.Model;

/// <summary>One sample of everything that Discord sends to us, as its reference describes it; every field here is one that the records keep.</summary>
internal static class WireSamples
{
    private static readonly DiscordJson Json = DiscordJson.Default;

    private const string User = """{"id":"1100000000000000001","username":"ada","global_name":"Ada L.","avatar":"a1b2","bot":false}""";
    private const string Member = """{"user":@user,"nick":"Countess","roles":["1100000000000000301","1100000000000000302"],"joined_at":"2026-01-05T10:00:00.123+00:00","permissions":"2251799813685248"}""";
    private const string Role = """{"id":"1100000000000000301","name":"mentor","position":4,"permissions":"562949953421312","managed":false,"mentionable":true,"hoist":true,"colors":{"primary_color":3447003,"secondary_color":1,"tertiary_color":2}}""";
    private const string TextChannel = """{"id":"1100000000000000401","type":0,"guild_id":"1100000000000000200","name":"general","topic":"Talk","position":2,"parent_id":"1100000000000000400","last_message_id":"1100000000000000500","permission_overwrites":[{"id":"1100000000000000301","type":0,"allow":"1024","deny":"2048"}],"flags":0}""";
    private const string Forum = """{"id":"1100000000000000402","type":15,"name":"questions","flags":16,"available_tags":[{"id":"1100000000000000701","name":"answered","moderated":true,"emoji_id":"1100000000000000801","emoji_name":"check"},{"id":"1100000000000000702","name":"django","moderated":false,"emoji_name":"🐍"}]}""";
    private const string Thread = """{"id":"1100000000000000403","type":11,"parent_id":"1100000000000000402","owner_id":"1100000000000000001","name":"How do migrations work?","message_count":3,"flags":2,"applied_tags":["1100000000000000702"],"newly_created":true,"thread_metadata":{"archived":true,"auto_archive_duration":1440,"archive_timestamp":"2026-02-01T00:00:00+00:00","locked":false,"invitable":true,"create_timestamp":"2026-01-31T00:00:00+00:00"}}""";
    private const string Poll = """{"question":{"text":"Which topic next?"},"answers":[{"answer_id":1,"poll_media":{"text":"Celery","emoji":{"name":"🥬"}}}],"expiry":"2026-03-01T12:00:00+00:00","allow_multiselect":true,"results":{"is_finalized":true,"answer_counts":[{"id":1,"count":7,"me_voted":false}]}}""";
    private const string Message = """
        {"id":"1100000000000000501","channel_id":"1100000000000000401","guild_id":"1100000000000000200","author":@user,"content":"Hello <@1100000000000000001>",
         "timestamp":"2026-02-03T04:05:06.789000+00:00","edited_timestamp":"2026-02-03T04:06:00+00:00","type":19,"flags":4,"pinned":true,"nonce":"job-1","webhook_id":"1100000000000000022",
         "embeds":[{"title":"T","description":"D","url":"https://example.org","color":255,"timestamp":"2026-01-01T00:00:00+00:00","footer":{"text":"f","icon_url":"https://example.org/f.png"},"author":{"name":"a","url":"https://example.org/a","icon_url":"https://example.org/a.png"},"image":{"url":"https://example.org/i.png"},"thumbnail":{"url":"https://example.org/t.png"},"fields":[{"name":"n","value":"v","inline":true}]}],
         "components":[{"type":1,"id":1,"components":[{"type":2,"id":2,"style":1,"label":"Vote","emoji":{"id":"1100000000000000801","name":"up","animated":true},"custom_id":"ideas.vote:v1:7","disabled":true},{"type":2,"style":5,"label":"Docs","url":"https://example.org"}]},
          {"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"p","min_values":0,"max_values":2,"options":[{"label":"l","value":"v","description":"d","emoji":{"name":"👍"},"default":true}]}]}],
         "attachments":[{"id":"1100000000000000901","filename":"a.png","description":"alt","content_type":"image/png","size":1234,"url":"https://cdn.example.org/a.png?ex=1","width":10,"height":20}],
         "mentions":[@user],"reactions":[{"count":2,"me":true,"emoji":{"name":"👍"}}],
         "message_reference":{"message_id":"1100000000000000500","channel_id":"1100000000000000401","guild_id":"1100000000000000200","fail_if_not_exists":false},
         "poll":@poll,"thread":@thread}
        """;
    private const string MessageV2 = """
        {"id":"1100000000000000502","channel_id":"1100000000000000401","content":"","timestamp":"2026-02-03T04:05:06+00:00","type":0,"flags":32768,
         "components":[{"type":17,"id":1,"accent_color":5793266,"spoiler":false,"components":[
           {"type":10,"id":2,"content":"# Celery"},
           {"type":9,"components":[{"type":10,"content":"text"}],"accessory":{"type":11,"media":{"url":"https://example.org/t.png"},"description":"alt","spoiler":true}},
           {"type":12,"items":[{"media":{"url":"attachment://a.png"},"description":"alt","spoiler":false}]},
           {"type":13,"file":{"url":"attachment://notes.md"},"spoiler":false},
           {"type":14,"divider":true,"spacing":2},
           {"type":1,"components":[{"type":5,"custom_id":"u","default_values":[{"id":"1100000000000000001","type":"user"}]}]},
           {"type":1,"components":[{"type":6,"custom_id":"r"}]},{"type":1,"components":[{"type":7,"custom_id":"m"}]},{"type":1,"components":[{"type":8,"custom_id":"c","channel_types":[0,15]}]}]}]}
        """;
    private const string InGuild = """ "id":"1100000000000000011","application_id":"1100000000000000022","token":"t","guild_id":"1100000000000000200","channel_id":"1100000000000000401","channel":@channel,"member":@member,"app_permissions":"2832737358695488","locale":"en-GB","guild_locale":"en-US","context":0,"attachment_size_limit":10485760 """;
    private const string ScheduledEvent = """{"id":"1100000000000000601","guild_id":"1100000000000000200","channel_id":"1100000000000000410","creator_id":"1100000000000000001","name":"Demo day","description":"Bring slides","scheduled_start_time":"2026-05-01T10:00:00+00:00","scheduled_end_time":"2026-05-01T11:00:00+00:00","status":1,"entity_type":3,"entity_metadata":{"location":"Online"},"user_count":12}""";

    public static IReadOnlyDictionary<string, (JsonTypeInfo Type, string Json)> All { get; } = new Dictionary<string, (JsonTypeInfo, string)>
    {
        ["gateway bot"] = Of(Json.GatewayBot, """{"url":"wss://gateway.discord.gg","shards":2,"session_start_limit":{"total":1000,"remaining":997,"reset_after":14400000,"max_concurrency":1}}"""),
        ["ready"] = Of(Json.ReadyEvent, """{"session_id":"abc","resume_gateway_url":"wss://resume.example.org","user":@user,"application":{"id":"1100000000000000022","flags":565248},"guilds":[{"id":"1100000000000000200","unavailable":true}]}"""),
        ["application"] = Of(Json.Application, """{"id":"1100000000000000022","name":"Nexus","flags":4294967296,"owner":@user}"""),
        ["user"] = Of(Json.User, User),
        ["member"] = Of(Json.Member, Member),
        ["role"] = Of(Json.Role, Role),
        ["guild"] = Of(Json.Guild, """{"id":"1100000000000000200","name":"Cohort","owner_id":"1100000000000000001","features":["COMMUNITY"],"preferred_locale":"en-US","roles":[@role],"channels":[@channel,@forum],"threads":[@thread],"member_count":23,"approximate_member_count":24,"unavailable":false}"""),
        ["text channel"] = Of(Json.Channel, TextChannel),
        ["forum"] = Of(Json.Channel, Forum),
        ["thread"] = Of(Json.Channel, Thread),
        ["direct messages"] = Of(Json.Channel, """{"id":"1100000000000000404","type":1,"last_message_id":"1100000000000000500","recipients":[@user]}"""),
        ["thread list"] = Of(Json.ThreadList, """{"threads":[@thread],"has_more":true}"""),
        ["message"] = Of(Json.Message, Message),
        ["message of components"] = Of(Json.Message, MessageV2),
        ["message deleted"] = Of(Json.MessageDeleteEvent, """{"id":"1100000000000000501","channel_id":"1100000000000000401","guild_id":"1100000000000000200"}"""),
        ["reaction"] = Of(Json.MessageReaction, """{"user_id":"1100000000000000001","channel_id":"1100000000000000401","message_id":"1100000000000000501","guild_id":"1100000000000000200","emoji":{"name":"👍"},"message_author_id":"1100000000000000002"}"""),
        ["poll vote"] = Of(Json.PollVote, """{"user_id":"1100000000000000001","channel_id":"1100000000000000401","message_id":"1100000000000000501","guild_id":"1100000000000000200","answer_id":2}"""),
        ["poll voters"] = Of(Json.PollVoters, """{"users":[@user]}"""),
        ["member event"] = Of(Json.GuildMember, """{"guild_id":"1100000000000000200","user":@user,"nick":"n","roles":["1100000000000000301"]}"""),
        ["role event"] = Of(Json.GuildRole, """{"guild_id":"1100000000000000200","role":@role,"role_id":"1100000000000000301"}"""),
        ["scheduled event"] = Of(Json.ScheduledEvent, ScheduledEvent),
        ["scheduled event user"] = Of(Json.ScheduledEventUser, """{"user":@user,"member":@member}"""),
        ["interest in an event"] = Of(Json.ScheduledEventInterest, """{"guild_scheduled_event_id":"1100000000000000601","user_id":"1100000000000000001","guild_id":"1100000000000000200"}"""),
        ["command"] = Of(Json.ApplicationCommand, """
            {"id":"1100000000000000033","type":1,"name":"topic","description":"The hub","name_localizations":{"de":"thema"},"description_localizations":{"de":"Das Archiv"},"default_member_permissions":"32","contexts":[0,1],"integration_types":[0,1],
             "options":[{"type":2,"name":"hub","description":"g","options":[{"type":1,"name":"lookup","description":"s","options":[
               {"type":3,"name":"query","description":"q","required":true,"autocomplete":true,"min_length":1,"max_length":100},
               {"type":4,"name":"count","description":"c","required":false,"min_value":-1,"max_value":9007199254740991,"choices":[{"name":"One","value":1},{"name":"Two","value":2}]},
               {"type":10,"name":"ratio","description":"r","min_value":0.5,"max_value":1.5},
               {"type":7,"name":"where","description":"w","channel_types":[0,5]}]}]}]}
            """),
        ["command used"] = Of(Json.Interaction, """
            {@inGuild,"type":2,"data":{"id":"1100000000000000033","name":"topic","type":1,"guild_id":"1100000000000000200",
             "options":[{"name":"lookup","type":1,"options":[{"name":"query","type":3,"value":"drf"},{"name":"count","type":4,"value":9007199254740991},{"name":"ratio","type":10,"value":0.5},{"name":"private","type":5,"value":true},{"name":"who","type":6,"value":"1100000000000000001"}]}],
             "resolved":{"users":{"1100000000000000001":@user},"members":{"1100000000000000001":{"roles":[],"nick":"x","permissions":"8"}},"roles":{"1100000000000000301":@role},"channels":{"1100000000000000401":{"id":"1100000000000000401","type":0,"name":"general","permissions":"1024"}},"attachments":{"1100000000000000901":{"id":"1100000000000000901","filename":"a","size":1,"url":"https://example.org/a"}}}}}
            """),
        ["autocomplete"] = Of(Json.Interaction, """{@inGuild,"type":4,"data":{"id":"1100000000000000033","name":"topic","type":1,"options":[{"name":"query","type":3,"value":"dj","focused":true}]}}"""),
        ["button pressed"] = Of(Json.Interaction, """{@inGuild,"type":3,"message":@message,"data":{"custom_id":"ideas.vote:v1:7","component_type":2}}"""),
        ["select used"] = Of(Json.Interaction, """{@inGuild,"type":3,"message":@componentMessage,"data":{"custom_id":"u","component_type":5,"values":["1100000000000000001"],"resolved":{"users":{"1100000000000000001":@user}}}}"""),
        ["form sent"] = Of(Json.Interaction, """
            {@inGuild,"type":5,"data":{"custom_id":"ask:v1","components":[
              {"type":18,"component":{"type":4,"custom_id":"title","value":"How?"}},{"type":18,"component":{"type":3,"custom_id":"area","values":["a","b"]}},
              {"type":18,"component":{"type":21,"custom_id":"track","value":"backend"}},{"type":18,"component":{"type":23,"custom_id":"urgent","value":true}},
              {"type":18,"component":{"type":19,"custom_id":"files","values":["1100000000000000901"]}},{"type":10},
              {"type":1,"components":[{"type":4,"custom_id":"old","value":"x"}]}]}}
            """),
        ["message command"] = Of(Json.Interaction, """{@inGuild,"type":2,"data":{"id":"1100000000000000034","name":"Mark as answer","type":3,"target_id":"1100000000000000501","resolved":{"messages":{"1100000000000000501":@message}}}}"""),
        ["command in direct messages"] = Of(Json.Interaction, """{"id":"1100000000000000011","application_id":"1100000000000000022","type":2,"token":"t","user":@user,"channel_id":"1100000000000000404","context":1,"data":{"id":"1100000000000000033","name":"help","type":1}}"""),
        ["callback result"] = Of(Json.InteractionCallbackResult, """{"resource":{"type":4,"message":@message}}"""),
    };

    /// <summary>Puts the parts in where a sample names them with <c>@</c>; the larger ones first, since they name others.</summary>
    private static (JsonTypeInfo Type, string Json) Of(JsonTypeInfo type, string sample) =>
        (type, sample
            .Replace("@inGuild", InGuild)
            .Replace("@componentMessage", MessageV2)
            .Replace("@message", Message)
            .Replace("@thread", Thread)
            .Replace("@forum", Forum)
            .Replace("@channel", TextChannel)
            .Replace("@poll", Poll)
            .Replace("@member", Member)
            .Replace("@role", Role)
            .Replace("@user", User));
}
