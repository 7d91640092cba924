using System.Globalization;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Features.Teams.Rebalancing;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Tables;

/// <summary><c>/teams export</c>: teams and people as a table.</summary>
internal sealed class ExportTeamsCommand : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "export", "Get teams and people as a table, for you alone")
    {
        Options = [Option.Flag("for_excel", "With a mark at its beginning that Excel needs for letters beyond English").Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams export",
        Details = "A row for each person: team, track, interests, languages, free hours and links. Whom people would rather work with, or not, is never in it. "
            + "Change the column `team` and bring it back with `/teams import`.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        Task.FromResult(RebalanceViews.Looking(isChange: false).Afterwards<WriteTeamTable>(call.Flag("for_excel") ? "excel" : "plain"));
}

/// <summary>Reads who is there, and writes the file.</summary>
internal sealed class WriteTeamTable(TeamTables tables) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        try
        {
            var people = await tables.PeopleAsync(call.Guild, ct);
            return people.Count == 0 ? TableViews.Nobody() : TableViews.Written(people, TeamTable.Write(people, call.Argument == "excel"));
        }
        catch (DiscordApiException)
        {
            return FormationViews.OutOfReach();
        }
    }
}

/// <summary><c>/teams import</c>: a table becomes a plan, which nobody hears of before it is committed.</summary>
internal sealed class ImportTeamsCommand(TeamTables tables, FormationDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "import", "Plan teams from a table; it is looked through like any dry run")
    {
        Options = [Option.Attachment("file", "A CSV with the columns person (id or name) and team, up to 500 rows and 1 MB.")],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams import file:teams.csv",
        Details = "Each team gets its score and what speaks for and against it; change it by hand, lock teams, then commit. If a line cannot be used, it is named with the reason and nothing is changed. "
            + "`/teams export` gives a file to begin with.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.AttachmentOption("file") is not { } file || file.Size > TeamTable.Largest)
        {
            return TableViews.TooLarge();
        }

        try
        {
            var (formation, problems) = await tables.ImportAsync(call.Guild, call.User, file, ct);
            return formation is null
                ? TableViews.NotUsable(problems)
                : Reply.PrivateCard((await desk.CardAsync(
                    formation, page: 0, string.Create(CultureInfo.InvariantCulture, $"📥 As the table has it: {FormationSeats.Read(formation.Seats).All.Count()} people."), ct)).Components);
        }
        catch (DiscordApiException)
        {
            return TableViews.NotRead();
        }
    }
}

/// <summary>What mentors read about tables.</summary>
internal static class TableViews
{
    private const string FileName = "teams.csv";
    private const int MostProblems = 20;

    public static Reply Written(IReadOnlyList<ExportedPerson> people, byte[] table) => Reply.ChangeCard(
        new TextDisplay(string.Create(CultureInfo.InvariantCulture, $"{FormationViews.Count(people.Count(one => one.Team is not null), "row")} of people on teams, {people.Count(one => one.Team is null)} of people without one. Only you see it; what people keep private is not in it.")),
        new FileComponent(new UnfurledMedia($"attachment://{FileName}"))).WithFiles(new FileUpload(FileName, table));

    public static Reply Nobody() => Reply.ChangeCard(new TextDisplay("I know nobody here yet who could be on a team, so there is nothing to write."));

    public static Reply TooLarge() => Reply.Private("That file is larger than 1 MB. Nothing was changed; leave out columns other than `person` and `team`.");

    public static Reply NotRead() => Reply.Private("Discord does not give me that file, or does not tell who is here. Nothing was changed; try again in a minute.");

    public static Reply NotUsable(IReadOnlyList<RowProblem> problems)
    {
        var lines = problems.Take(MostProblems).Select(problem => string.Create(CultureInfo.InvariantCulture, $"• line {problem.Line}: {problem.Why}")).ToList();
        if (problems.Count > MostProblems)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"• and {problems.Count - MostProblems} more"));
        }

        return Reply.PrivateCard(new TextDisplay(Md.Cut($"The table cannot be used as it is, so nothing was changed:\n{string.Join('\n', lines)}", 3500)));
    }
}
