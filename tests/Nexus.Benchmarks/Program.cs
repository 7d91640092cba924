using System.Text.Json;
using Nexus.Benchmarks;

const string Usage = """
    load     [--people 50] [--seconds 10] [--members 0] [--separate] [--bot FOLDER] [--json FILE]
    search   [--most 100000] [--json FILE]
    startup  [--runs 10] [--members 500] [--bot FOLDER] [--against FOLDER] [--json FILE]
    deliveries [--rows 10000] [--channels 50] [--bot FOLDER] [--json FILE]
    when     [--rounds 200] [--json FILE]
    teams    [--runs 5] [--most 2000] [--json FILE]
      --separate  the bot runs as a process of its own, published as the container image has it
      --bot       takes an already published bot
      --against   another published bot to compare with, started by turns
    """;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var arguments = new Arguments(args);
var published = arguments.Text("bot");
string? own = null;
try
{
    switch (arguments.Verb)
    {
        case "load":
            if (published is null && arguments.Has("separate"))
            {
                published = own = await Checkout.PublishBotAsync(stop.Token);
            }

            var load = await new LoadBenchmark(arguments.Number("people", 50), arguments.Number("seconds", 10), arguments.Number("members", 0), published)
                .RunAsync(stop.Token);
            await Report.WriteAsync(load.ToTable(), load.ToJson(), arguments.Text("json"), stop.Token);
            return 0;

        case "search":
            var most = arguments.Number("most", 100_000);
            var search = new SearchBenchmark([.. new[] { 1_000, 10_000, 100_000 }.Where(size => size <= most)]).Run();
            await Report.WriteAsync(search.ToTable(), search.ToJson(), arguments.Text("json"), stop.Token);
            return 0;

        case "startup":
            published ??= own = await Checkout.PublishBotAsync(stop.Token);
            string[] bots = arguments.Text("against") is { } other ? [published, other] : [published];
            var startups = await new StartupBenchmark(arguments.Number("runs", 10), arguments.Number("members", 500), bots).RunAsync(stop.Token);
            await Report.WriteAsync(
                string.Join('\n', startups.Zip(bots, (startup, bot) => $"{bot}\n{startup.ToTable()}")),
                JsonSerializer.Serialize(startups, Report.Json), arguments.Text("json"), stop.Token);
            return 0;

        case "deliveries":
            published ??= own = await Checkout.PublishBotAsync(stop.Token);
            await using (var benchmark = new DeliveriesBenchmark(arguments.Number("rows", 10_000), arguments.Number("channels", 50), published))
            {
                var deliveries = await benchmark.RunAsync(stop.Token);
                await Report.WriteAsync(deliveries.ToTable(), deliveries.ToJson(), arguments.Text("json"), stop.Token);
            }

            return 0;

        case "when":
            var when = new WhenBenchmark(arguments.Number("rounds", 200)).Run();
            await Report.WriteAsync(when.ToTable(), when.ToJson(), arguments.Text("json"), stop.Token);
            return 0;

        case "teams":
            var teams = new TeamsBenchmark(arguments.Number("runs", 5), arguments.Number("most", 2000)).Run(stop.Token);
            await Report.WriteAsync(teams.ToTable(), teams.ToJson(), arguments.Text("json"), stop.Token);
            return 0;

        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
finally
{
    if (own is not null)
    {
        Directory.Delete(own, recursive: true);
    }
}
