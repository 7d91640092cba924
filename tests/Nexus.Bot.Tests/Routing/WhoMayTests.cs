using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Routing;

public sealed class WhoMayTests : IAsyncLifetime
{
    private readonly RouterSlice _slice = new();
    private readonly RouterWorld _world;

    public WhoMayTests() => _world = new RouterWorld(_slice.Declare);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("ada", "mentor", "This is for mentors. If you are one, ask an admin to give you the mentor role.")]
    [InlineData("mia", "mentor", "Hello")]
    [InlineData("root", "mentor", "Hello")]
    [InlineData("mia", "admin", "This is for admins: it needs the permission **Manage Server**.")]
    [InlineData("root", "admin", "Hello")]
    [InlineData("ada", "public", "Hello")]
    public async Task What_is_for_some_is_refused_to_others_whatever_Discord_showed_them(string name, string verb, string answer)
    {
        await _world.Slice.ConfigureAsync();
        await _world.RouteAsync(Interactions.Command(Named(name), $"test {verb}"));

        Assert.EndsWith(answer, _world.OnlyCall, StringComparison.Ordinal);
        Assert.Equal(answer == "Hello" ? 1 : 0, _slice.Runs);
    }

    [Fact]
    public async Task Before_anyone_chose_the_mentor_role_the_refusal_says_how_to_choose_it()
    {
        await _world.RouteAsync(Interactions.Command(TestPerson.Mentor, "test mentor"));

        Assert.Contains("`/nexus setup`", _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_mentor_role_counts_from_the_next_use()
    {
        await _world.Slice.ConfigureAsync();
        await _world.RouteAsync(Interactions.Command(TestPerson.Mentor, "test mentor"));
        await _world.Slice.ConfigureAsync(configuration => configuration.MentorRoleId = new Nexus.Discord.Snowflake(5));
        await _world.RouteAsync(Interactions.Command(TestPerson.Mentor, "test mentor"));

        Assert.Equal("message: Hello", _world.Calls[0]);
        Assert.Contains("This is for mentors", _world.Calls[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test public", true, "This works in a server only")]
    [InlineData("test direct", false, "This works in direct messages only")]
    [InlineData("test direct", true, "Hello")]
    [InlineData("test maybe", true, "Hello")]
    public async Task A_command_works_in_its_places_only(string command, bool inDm, string answer)
    {
        await _world.RouteAsync(Interactions.Command(TestPerson.Ada, command, inDm: inDm));

        Assert.Contains(answer, _world.OnlyCall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_empty_for_those_who_may_not_use_the_command()
    {
        await _world.RouteAsync(Interactions.Autocomplete(TestPerson.Ada, "test mentor", "word", new { word = "x" }));

        Assert.Equal("choices: ", _world.OnlyCall);
    }

    [Fact]
    public async Task A_person_who_is_too_quick_is_asked_to_wait_and_may_go_on_after_that()
    {
        await using var world = new RouterWorld(_slice.Declare, new RoutingOptions { CooldownBurst = 3, CooldownPerSecond = 0.5 });
        for (var i = 0; i < 4; i++)
        {
            await world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));
        }

        await world.RouteAsync(Interactions.Command(TestPerson.Bo, "test public"));
        world.Slice.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.RouteAsync(Interactions.Command(TestPerson.Ada, "test public"));

        Assert.Equal(["message: Hello", "message: Hello", "message: Hello"], world.Calls[..3]);
        Assert.Equal("message (private): 🧊 That was quick! Please give me 2 seconds, then go on.", world.Calls[3]);
        Assert.Equal(["message: Hello", "message: Hello"], world.Calls[4..]);
    }

    private static TestPerson Named(string name) =>
        new[] { TestPerson.Ada, TestPerson.Mentor, TestPerson.Admin }.Single(person => person.Name == name);
}
