using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestGuildTests : IAsyncLifetime
{
    private RestPeer bot = null!;

    public async Task InitializeAsync() => bot = await RestPeer.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private string Guild => $"/guilds/{bot.Guild}";

    private string Ada => $"{Guild}/members/{bot.User("ada").Id}";

    [Fact]
    public async Task The_bot_knows_itself_its_application_and_its_server()
    {
        Assert.Equal(("Nexus", "true"), ((await bot.Get("/users/@me")).Text("username"), (await bot.Get("/users/@me")).Text("bot")));
        Assert.Equal(bot.App.ToString(), (await bot.Get("/applications/@me")).Text("id"));
        Assert.Equal(bot.App.ToString(), (await bot.Get("/oauth2/applications/@me")).Text("id"));
        Assert.Equal(bot.Guild.ToString(), (await bot.Get("/users/@me/guilds")).Items[0]!["id"]!.ToString());
        Assert.Equal(bot.World.Guild.Members.Count.ToString(), (await bot.Get(Guild + "?with_counts=true")).Text("approximate_member_count"));
        Assert.Null((await bot.Get(Guild))["approximate_member_count"]);
        Assert.Equal("ada", (await bot.Get($"/users/{bot.User("ada").Id}")).Text("username"));
    }

    [Fact]
    public async Task Versions_of_the_path_are_all_the_same_api()
    {
        foreach (var root in (string[])["api", "api/v10", "api/v9"])
        {
            Assert.Equal("200", (await bot.Get($"{bot.Host.BaseAddress}{root}/users/@me")).Said);
        }
    }

    [Fact]
    public async Task Members_are_read_paged_and_found_by_the_start_of_a_name()
    {
        Assert.Equal("ada", (await bot.Get(Ada))["user"]!["username"]!.ToString());
        Assert.Equal("404 10007", (await bot.Get($"{Guild}/members/1")).Said);
        Assert.Equal(["ada"], (await bot.Get($"{Guild}/members/search?query=AD&limit=5")).Items.Select(item => item!["user"]!["username"]!.ToString()));

        var first = (await bot.Get($"{Guild}/members?limit=2")).Items.Select(item => item!["user"]!["id"]!.ToString()).ToList();
        var next = (await bot.Get($"{Guild}/members?limit=2&after={first[1]}")).Items.Select(item => item!["user"]!["id"]!.ToString());
        Assert.Empty(first.Intersect(next));

        bot.World.Application.AllowedPrivileged &= ~Intents.GuildMembers;
        Assert.Equal("403 50001", (await bot.Get($"{Guild}/members?limit=2")).Said);
    }

    [Fact]
    public async Task Roles_are_given_and_taken_below_the_bots_own_only()
    {
        bot.Events.Clear();
        Assert.Equal("204", (await bot.Put($"{Ada}/roles/{bot.Role("mentor").Id}")).Said);
        Assert.Equal("204", (await bot.Put($"{Ada}/roles/{bot.Role("mentor").Id}")).Said);
        Assert.Contains(bot.Role("mentor").Id.ToString(), (await bot.Get(Ada))["roles"]!.AsArray().Select(id => id!.ToString()));
        Assert.Equal("204", (await bot.Delete($"{Ada}/roles/{bot.Role("mentor").Id}")).Said);
        Assert.Equal(["GUILD_MEMBER_UPDATE", "GUILD_MEMBER_UPDATE"], bot.Events);

        Assert.Equal("403 50013", (await bot.Put($"{Ada}/roles/{bot.Role("admin").Id}")).Said);
        Assert.Equal("403 50013", (await bot.Put($"{Ada}/roles/{bot.Role("Nexus").Id}")).Said);
        Assert.Equal("400 50028", (await bot.Put($"{Ada}/roles/{bot.Guild}")).Said);
        Assert.Equal("404 10011", (await bot.Put($"{Ada}/roles/1")).Said);
        bot.Deny(Permission.ManageRoles);
        Assert.Equal("403 50013", (await bot.Put($"{Ada}/roles/{bot.Role("mentor").Id}")).Said);
    }

    [Fact]
    public async Task A_member_is_edited_as_permissions_and_hierarchy_allow()
    {
        Assert.Equal("200", (await bot.Patch(Ada, $$"""{"roles":["{{bot.Role("frontend").Id}}"]}""")).Said);
        Assert.Equal([bot.Role("frontend").Id], bot.World.Guild.Member(bot.User("ada").Id)!.Roles);
        Assert.Equal("403 50013", (await bot.Patch(Ada, $$"""{"roles":["{{bot.Role("admin").Id}}"]}""")).Said);
        Assert.Equal("403 50013", (await bot.Patch(Ada, """{"nick":"Countess"}""")).Said);

        bot.Grant(Permission.ManageNicknames | Permission.ModerateMembers | Permission.KickMembers);
        Assert.Equal("Countess", (await bot.Patch(Ada, """{"nick":"Countess"}""")).Text("nick"));
        var owner = $"{Guild}/members/{bot.World.Guild.OwnerId}";
        Assert.Equal("403 50013", (await bot.Patch(owner, """{"nick":"x"}""")).Said);
        Assert.Equal("400 50035", (await bot.Patch(Ada, $$"""{"communication_disabled_until":"{{bot.World.Now.AddDays(29):O}}"}""")).Said);
        Assert.Equal("200", (await bot.Patch(Ada, $$"""{"communication_disabled_until":"{{bot.World.Now.AddDays(1):O}}"}""")).Said);
        Assert.Equal("Helper", (await bot.Patch($"{Guild}/members/@me", """{"nick":"Helper"}""")).Text("nick"));
        Assert.Equal("204", (await bot.Delete(Ada)).Said);
        Assert.Equal("404 10007", (await bot.Get(Ada)).Said);
    }

    [Fact]
    public async Task A_role_is_made_changed_counted_and_removed()
    {
        bot.Events.Clear();
        var made = await bot.Post($"{Guild}/roles", """{"name":"looking-for-pair","mentionable":true,"permissions":"0","colors":{"primary_color":255}}""");
        Assert.Equal(("looking-for-pair", "1", "255"), (made.Text("name"), made.Text("position"), made.Text("color")));
        await bot.Put($"{Ada}/roles/{made.Text("id")}");
        Assert.Equal("1", (await bot.Get($"{Guild}/roles/member-counts")).Text(made.Text("id")));
        Assert.Equal("pairing", (await bot.Patch($"{Guild}/roles/{made.Text("id")}", """{"name":"pairing"}""")).Text("name"));
        Assert.Equal("204", (await bot.Delete($"{Guild}/roles/{made.Text("id")}")).Said);
        Assert.DoesNotContain(ulong.Parse(made.Text("id")), bot.World.Guild.Member(bot.User("ada").Id)!.Roles);
        Assert.Equal(["GUILD_ROLE_CREATE", "GUILD_MEMBER_UPDATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE"], bot.Events);

        Assert.Equal("403 50013", (await bot.Post($"{Guild}/roles", """{"name":"boss","permissions":"8"}""")).Said);
        Assert.Equal("403 50013", (await bot.Patch($"{Guild}/roles/{bot.Role("admin").Id}", """{"name":"x"}""")).Said);
        Assert.Equal("403 50013", (await bot.Delete($"{Guild}/roles/{bot.Role("admin").Id}")).Said);
        Assert.Equal("400 50028", (await bot.Delete($"{Guild}/roles/{bot.Guild}")).Said);
    }

    private string Event(string more = "") => $$$"""{"name":"Demo day","privacy_level":2,"entity_type":3,"scheduled_start_time":"{{{bot.World.Now.AddDays(1):O}}}","scheduled_end_time":"{{{bot.World.Now.AddDays(1).AddHours(1):O}}}","entity_metadata":{"location":"#general"}{{{more}}}}""";

    [Fact]
    public async Task A_scheduled_event_runs_from_planned_to_over()
    {
        bot.Events.Clear();
        var path = $"{Guild}/scheduled-events/{(await bot.Post($"{Guild}/scheduled-events", Event())).Text("id")}";
        bot.World.Guild.ScheduledEvents.Values.Single().Subscribers.Add(bot.User("ada").Id);

        Assert.Equal("1", (await bot.Get(path + "?with_user_count=true")).Text("user_count"));
        Assert.Equal("ada", (await bot.Get(path + "/users")).Items[0]!["user"]!["username"]!.ToString());
        Assert.Equal("400 50035", (await bot.Patch(path, """{"status":3}""")).Said);
        Assert.Equal("2", (await bot.Patch(path, """{"status":2}""")).Text("status"));
        Assert.Equal("3", (await bot.Patch(path, """{"status":3}""")).Text("status"));
        Assert.Equal("400 180000", (await bot.Patch(path, """{"name":"x"}""")).Said);
        Assert.Equal("204", (await bot.Delete(path)).Said);
        Assert.Equal("404 10070", (await bot.Get(path)).Said);
        Assert.Equal(["GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_DELETE"], bot.Events);
    }

    [Theory]
    [InlineData("\"name\":\"Demo day\"", "\"name\":\"\"", "name BASE_TYPE_REQUIRED")]
    [InlineData("\"entity_metadata\":{\"location\":\"#general\"}", "\"x\":1", "entity_metadata BASE_TYPE_REQUIRED")]
    [InlineData("\"privacy_level\":2", "\"privacy_level\":1", "privacy_level BASE_TYPE_CHOICES")]
    [InlineData("\"scheduled_start_time\"", "\"scheduled_start_time\":\"2020-01-01T00:00:00Z\",\"old\"", "scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST")]
    [InlineData("\"scheduled_end_time\"", "\"no_end\"", "scheduled_end_time BASE_TYPE_REQUIRED")]
    [InlineData("\"name\"", "\"recurrence_rule\":{\"start\":\"2030-01-01T00:00:00Z\",\"frequency\":2,\"interval\":2,\"by_weekday\":[0]},\"name\"", null)]
    [InlineData("\"name\"", "\"recurrence_rule\":{\"start\":\"2030-01-01T00:00:00Z\",\"frequency\":2,\"interval\":3},\"name\"", "recurrence_rule.interval NUMBER_TYPE_MAX")]
    [InlineData("\"name\"", "\"recurrence_rule\":{\"start\":\"2030-01-01T00:00:00Z\",\"frequency\":3,\"interval\":1,\"count\":4},\"name\"", "recurrence_rule.count GUILD_SCHEDULED_EVENT_RECURRENCE_INVALID")]
    public void A_scheduled_event_is_taken_or_refused_as_discord_would(string part, string replaced, string? refusal) =>
        Assert.Equal(refusal, Refusal.Of(PayloadRules.ScheduledEvent(Refusal.Json(Event().Replace(part, replaced)), bot.World.Now)));

    [Fact]
    public async Task An_event_outside_discord_begins_and_ends_by_itself()
    {
        var path = $"{Guild}/scheduled-events";
        var id = (await bot.Post(path, Event())).Text("id");
        bot.Events.Clear();

        bot.Host.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("1", (await bot.Get($"{path}/{id}")).Text("status"));
        bot.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", (await bot.Get($"{path}/{id}")).Text("status"));
        Assert.Single((await bot.Get(path)).Items);
        bot.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("3", (await bot.Get($"{path}/{id}")).Text("status"));
        Assert.Empty((await bot.Get(path)).Items);
        Assert.Equal(["GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_UPDATE"], bot.Events);
    }

    [Fact]
    public async Task An_event_that_is_moved_begins_at_its_new_time()
    {
        var path = $"{Guild}/scheduled-events/{(await bot.Post($"{Guild}/scheduled-events", Event())).Text("id")}";
        await bot.Patch(path, $$"""{"scheduled_start_time":"{{bot.World.Now.AddDays(3):O}}","scheduled_end_time":"{{bot.World.Now.AddDays(4):O}}"}""");

        bot.Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("1", (await bot.Get(path)).Text("status"));
        bot.Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("2", (await bot.Get(path)).Text("status"));
    }

    [Fact]
    public async Task Planning_events_takes_create_events()
    {
        bot.Deny(Permission.CreateEvents);
        Assert.Equal("403 50013", (await bot.Post($"{Guild}/scheduled-events", Event())).Said);
    }

    [Fact]
    public async Task Commands_keep_their_ids_through_an_overwrite_and_change_version_only_when_changed()
    {
        var path = $"/applications/{bot.App}{Guild}/commands";
        var first = (await bot.Put(path, """[{"name":"ping","description":"d"},{"name":"help","description":"d"}]""")).Items;
        var second = (await bot.Put(path, """[{"name":"help","description":"new"},{"name":"ping","description":"d"},{"name":"ping","type":2}]""")).Items;
        var ids = (string name, System.Text.Json.Nodes.JsonArray list) => list.First(item => item!["name"]!.ToString() == name && item["type"]!.ToString() == "1")!;

        Assert.Equal(ids("ping", first)["id"]!.ToString(), ids("ping", second)["id"]!.ToString());
        Assert.Equal(ids("ping", first)["version"]!.ToString(), ids("ping", second)["version"]!.ToString());
        Assert.Equal(ids("help", first)["id"]!.ToString(), ids("help", second)["id"]!.ToString());
        Assert.NotEqual(ids("help", first)["version"]!.ToString(), ids("help", second)["version"]!.ToString());
        Assert.Equal(3, (await bot.Get(path)).Items.Count);
        Assert.Empty((await bot.Get($"/applications/{bot.App}/commands")).Items);
        Assert.Equal("400 50035", (await bot.Put(path, """[{"name":"Bad Name","description":"d"}]""")).Said);
        Assert.Equal(3, (await bot.Get(path)).Items.Count);
    }

    [Fact]
    public async Task One_command_is_created_replaced_edited_and_removed()
    {
        var path = $"/applications/{bot.App}/commands";
        var made = await bot.Post(path, """{"name":"ping","description":"d"}""");
        Assert.Equal("201", made.Said);
        Assert.Equal("200", (await bot.Post(path, """{"name":"ping","description":"other"}""")).Said);
        Assert.Equal("third", (await bot.Patch($"{path}/{made.Text("id")}", """{"description":"third"}""")).Text("description"));
        Assert.Equal("third", (await bot.Get($"{path}/{made.Text("id")}")).Text("description"));
        Assert.Equal("204", (await bot.Delete($"{path}/{made.Text("id")}")).Said);
        Assert.Equal("404 10063", (await bot.Get($"{path}/{made.Text("id")}")).Said);
        Assert.Equal("403 20012", (await bot.Get("/applications/1/commands")).Said);
    }

    [Fact]
    public async Task Application_emojis_are_kept()
    {
        var path = $"/applications/{bot.App}/emojis";
        var made = await bot.Post(path, """{"name":"open","image":"data:image/png;base64,AA=="}""");
        Assert.Equal("201", made.Said);
        Assert.Equal("open", (await bot.Get(path))["items"]![0]!["name"]!.ToString());
        Assert.Equal("400 50035", (await bot.Post(path, """{"name":"not ok","image":"data:image/png;base64,AA=="}""")).Said);
        Assert.Equal("closed", (await bot.Patch($"{path}/{made.Text("id")}", """{"name":"closed"}""")).Text("name"));
        Assert.Equal("204", (await bot.Delete($"{path}/{made.Text("id")}")).Said);
    }
}
