using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.TimeZones;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Profiles;

/// <summary>It is Monday 23 November 2026, 09:00 UTC, on a server in Lagos with roles for both tracks.</summary>
internal sealed class ProfileWorld(string provider = DatabaseOptions.Sqlite) : IAsyncDisposable
{
    public const ulong BackendRole = 901;
    public const ulong FrontendRole = 902;

    public static TestPerson Ada { get; } = new(101, "ada", Roles: BackendRole);

    public static TestPerson Bo { get; } = new(102, "bo", Roles: FrontendRole);

    public SliceWorld Slice { get; } = new(slice =>
    {
        DeliveriesSlice.Declare(slice);
        PeopleSlice.Declare(slice);
        ServerLogSlice.Declare(slice);
        HubSlice.Declare(slice);
        TimeZonesSlice.Declare(slice);
        ProfilesSlice.Declare(slice);
    }, provider: provider);

    public Task StartAsync() => Slice.ConfigureAsync(configuration =>
    {
        configuration.TimeZone = "Africa/Lagos";
        (configuration.BackendRoleId, configuration.FrontendRoleId) = (new Snowflake(BackendRole), new Snowflake(FrontendRole));
        configuration.LogChannelId = new Snowflake(77);
    });

    public async Task<string> ReadAsync(TestPerson who, string command = "profile set", object? options = null) => ReplyText.Of(await Slice.RunAsync(who, command, options));

    public async Task<Reply> FormAsync(TestPerson who, string label)
    {
        var card = await Slice.RunAsync(who, "profile set");
        return await Slice.PressAsync(who, label is "By parts of the day…" or "In words…" ? await Slice.PressAsync(who, card, "Hours…") : card, label);
    }

    public async Task<string> FillAsync(TestPerson who, string label, object values) => ReplyText.Of(await Slice.SubmitAsync(who, await FormAsync(who, label), values));

    public async Task<Reply> HoursAsync(TestPerson who, string words) => await Slice.SubmitAsync(who, await FormAsync(who, "In words…"), new { hours = words });

    public Task<Reply> SelectAsync(TestPerson who, string customId, params string[] values) =>
        Slice.HandleAsync(Interactions.Select(who, customId, ComponentType.StringSelect, values));

    public Task<Reply> ChooseAsync(TestPerson who, string which, params TestPerson[] people)
    {
        var chosen = Interactions.Select(who, ChoosePeopleSelect.Spec.For(which), ComponentType.UserSelect, [.. people.Select(person => person.Id.ToString())]);
        return Slice.HandleAsync(chosen with
        {
            Data = chosen.Data! with
            {
                Resolved = new ResolvedData { Users = people.ToDictionary(person => person.Id, person => new User { Id = person.Id, Username = person.Name, Bot = person.IsBot }) },
            },
        });
    }

    public async Task<Profile?> RowAsync(TestPerson who)
    {
        await using var db = Slice.Db();
        return await db.In<Profile>(Interactions.Guild).AsNoTracking().SingleOrDefaultAsync(profile => profile.PersonId == who.Id);
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();
}
