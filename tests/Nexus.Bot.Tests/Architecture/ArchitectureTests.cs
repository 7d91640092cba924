using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;
using Nexus.Discord.Rest;
using Quartz;
using Type = System.Type;

namespace Nexus.Bot.Tests.Architecture;

/// <summary>Which way things may depend, read from the compiled bot.</summary>
public sealed class ArchitectureTests
{
    private const string Features = "Nexus.Bot.Features.";

    private static readonly System.Reflection.Assembly s_bot = typeof(NexusBot).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture s_architecture = new ArchLoader().LoadAssemblies(s_bot, typeof(IDiscordRest).Assembly).Build();

    private static IEnumerable<IType> BotTypes => s_architecture.Types.Where(type => type.Assembly.Name.StartsWith("Nexus.Bot", StringComparison.Ordinal));

    [Fact]
    public void The_Discord_library_knows_only_the_base_libraries() =>
        Assert.DoesNotContain(typeof(IDiscordRest).Assembly.GetReferencedAssemblies(), reference =>
            !reference.Name!.StartsWith("System", StringComparison.Ordinal)
            && reference.Name is not ("netstandard" or "mscorlib" or "Microsoft.Extensions.Logging.Abstractions" or "Microsoft.Extensions.DependencyInjection.Abstractions"));

    [Fact]
    public void The_bot_knows_nothing_of_the_sandbox_or_of_a_web_framework() =>
        Assert.DoesNotContain(s_bot.GetReferencedAssemblies(), reference =>
            reference.Name!.StartsWith("Nexus.Sandbox", StringComparison.Ordinal) || reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void No_feature_depends_on_another_feature() =>
        AssertNone(Dependencies(from => FeatureOf(from) is { } one && one != "Shared", (from, to) => FeatureOf(to) is { } other && other != FeatureOf(from) && other != "Shared"));

    [Fact]
    public void Routing_and_data_depend_on_no_feature() =>
        AssertNone(Dependencies(from => IsIn(from, "Nexus.Bot.Routing") || IsIn(from, "Nexus.Bot.Data"), (_, to) => FeatureOf(to) is not null));

    [Fact]
    public void Matching_knows_no_database_clock_or_Discord_and_nothing_else_of_the_bot() =>
        AssertNone(Dependencies(
            from => IsIn(from, "Nexus.Bot.Matching"),
            (_, to) => IsIn(to, "Nexus.Discord") || IsIn(to, "Microsoft.EntityFrameworkCore") || to.FullName == "System.TimeProvider" || (IsIn(to, "Nexus.Bot") && !IsIn(to, "Nexus.Bot.Matching"))));

    [Fact]
    public void Features_do_not_reach_into_the_host() =>
        AssertNone(Dependencies(from => FeatureOf(from) is not null, (_, to) => IsIn(to, "Nexus.Bot.Hosting")));

    [Fact]
    public void Views_are_static_and_know_no_database_clock_network_or_Discord()
    {
        var views = s_bot.GetTypes().Where(type => type.Name.EndsWith("Views", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(views);
        Assert.All(views, view => Assert.True(view.IsAbstract && view.IsSealed, $"{view.Name} is not static."));
        AssertNone(Dependencies(
            from => OuterName(from).EndsWith("Views", StringComparison.Ordinal),
            (_, to) => IsIn(to, "Microsoft.EntityFrameworkCore") || IsIn(to, "System.Net.Http") || to.FullName is "System.TimeProvider" or "Nexus.Discord.Rest.IDiscordRest" or "Nexus.Bot.Data.NexusDb"));
    }

    [Fact]
    public void Only_follow_ups_jobs_and_what_they_use_know_Discords_REST_side()
    {
        var handlers = s_bot.GetTypes().Where(IsHandler).Select(type => type.FullName).ToHashSet();
        AssertNone(Dependencies(from => handlers.Contains(OuterFullName(from)), (_, to) => to.FullName == "Nexus.Discord.Rest.IDiscordRest"));
    }

    [Fact]
    public void A_guilds_rows_are_reached_through_In_or_AcrossGuilds_only()
    {
        var calls = BotTypes
            .Where(type => FeatureOf(type) is not null)
            .SelectMany(type => type.GetMethodMembers())
            .SelectMany(method => method.GetCalledMethods().Select(called => (method, called)))
            .Where(call => call.called.DeclaringType.FullName.StartsWith("Microsoft.EntityFrameworkCore.DbContext", StringComparison.Ordinal) && call.called.Name.StartsWith("Set", StringComparison.Ordinal))
            .Select(call => call.method.FullName);
        Assert.Empty(calls);
    }

    [Fact]
    public void Every_handler_and_job_is_registered_exactly_once()
    {
        var slice = new SliceBuilder(new ServiceCollection());
        Slices.Declare(slice);
        var written = s_bot.GetTypes().Where(type => IsHandler(type) || type.IsAssignableTo(typeof(IFollowUp)) || type.IsAssignableTo(typeof(IJob)))
            .Where(type => type is { IsAbstract: false, IsInterface: false });

        Assert.Equal(written.Select(type => type.Name).Order(), slice.Registered.Where(type => !IsListener(type)).Select(type => type.Name).Order());
    }

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Util")]
    [InlineData("Utils")]
    [InlineData("Service")]
    [InlineData("Impl")]
    [InlineData("Dto")]
    public void No_type_has_a_name_that_says_nothing(string suffix) =>
        Assert.DoesNotContain(s_bot.GetTypes(), type => type.Namespace?.StartsWith("Nexus", StringComparison.Ordinal) == true && type.Name.EndsWith(suffix, StringComparison.Ordinal));

    [Fact]
    public void What_tells_the_wall_clock_is_banned_at_compile_time()
    {
        var banned = File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt"));
        string[] symbols = ["P:System.DateTime.Now", "P:System.DateTimeOffset.UtcNow", "P:System.Random.Shared", "M:System.Threading.Tasks.Task.Delay(System.TimeSpan)", "M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)"];
        Assert.All(symbols, symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig")), StringComparison.Ordinal);
    }

    private static bool IsHandler(Type type) => type is { IsInterface: false, IsAbstract: false }
        && (type.IsAssignableTo(typeof(ICommand)) || type.IsAssignableTo(typeof(IContextCommand)) || type.IsAssignableTo(typeof(IAutocomplete)) == false && IsControl(type));

    private static bool IsControl(Type type) => type.IsAssignableTo(typeof(IButton)) || type.IsAssignableTo(typeof(ISelect)) || type.IsAssignableTo(typeof(IModal));

    private static bool IsListener(Type type) => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEventHandler<>));

    private static IEnumerable<string> Dependencies(Func<IType, bool> from, Func<IType, IType, bool> to) => BotTypes
        .Where(from)
        .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
        .Where(pair => to(pair.From, pair.To))
        .Select(pair => $"{pair.From.FullName} -> {pair.To.FullName}")
        .Distinct();

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));

    private static bool IsIn(IType type, string space) => type.FullName.StartsWith(space + ".", StringComparison.Ordinal);

    private static string? FeatureOf(IType type) => type.FullName.StartsWith(Features, StringComparison.Ordinal) ? type.FullName[Features.Length..].Split('.', '+')[0] : null;

    private static string OuterFullName(IType type) => type.FullName.Split('+', '/')[0];

    private static string OuterName(IType type) => OuterFullName(type).Split('.')[^1];
}
