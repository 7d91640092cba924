using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Tables;

/// <param name="Line">In the file, from 1.</param>
/// <param name="Person">As it is written: an id, a mention, or a name.</param>
/// <param name="Team">As it is written: rows of one team have the same words.</param>
internal sealed record TeamRow(int Line, string Person, string Team);

/// <summary>A row of the file that cannot be used, and why.</summary>
internal sealed record RowProblem(int Line, string Why);

/// <param name="Problems">Nothing is done while there is one.</param>
internal sealed record TableRead(IReadOnlyList<TeamRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Teams as a table, out and in: a person a row.</summary>
internal static class TeamTable
{
    /// <summary>Bytes.</summary>
    public const int Largest = 1024 * 1024;

    public const int MostRows = 500;

    private const int MostCell = 200;
    private const string Team = "team";

    private static readonly string[] s_people = ["person", "id", "user", "member", "name"];

    /// <param name="people">Who is on teams and who is not.</param>
    public static byte[] Write(IEnumerable<ExportedPerson> people, bool isForExcel)
    {
        var csv = new CsvText().Row(["person", "name", "team", "team name", "track", "interests", "languages", "free hours", "time zone", "repository", "board", "api docs"]);
        foreach (var one in people)
        {
            csv.Row(
            [
                one.Person.ToString(), one.Name, one.Team is { } team ? team.Number.ToString(CultureInfo.InvariantCulture) : "", one.Team?.Name ?? "", one.Track,
                string.Join(", ", one.Interests), string.Join(", ", one.Languages), one.Hours, one.Zone, one.Team?.Repository ?? "", one.Team?.Board ?? "", one.Team?.ApiDocs ?? "",
            ]);
        }

        return csv.ToBytes(isForExcel);
    }

    /// <summary>Commas, semicolons or tabs between; with a byte order mark or without.</summary>
    public static TableRead Read(ReadOnlySpan<byte> file)
    {
        var text = Text(file);
        if (text.Contains('\0'))
        {
            return new TableRead([], [new RowProblem(1, "this is no text")]);
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = null,
            LineBreakInQuotedFieldIsBadData = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read() || parser.Record is not { } header)
        {
            return new TableRead([], [new RowProblem(1, "the file is empty")]);
        }

        var (person, team) = (s_people.Select(name => Column(header, name)).FirstOrDefault(at => at >= 0, -1), Column(header, Team));
        if (person < 0 || team < 0)
        {
            return new TableRead([], [new RowProblem(1, "the first line names the columns: `person` (an id or a name) and `team`")]);
        }

        var (rows, problems) = (new List<TeamRow>(), new List<RowProblem>());
        while (parser.Read())
        {
            var (line, record) = (parser.RawRow, parser.Record ?? []);
            if (record.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (rows.Count + problems.Count >= MostRows)
            {
                problems.Add(new RowProblem(line, string.Create(CultureInfo.InvariantCulture, $"more than {MostRows} rows are not read")));
                break;
            }

            var (who, where) = (Cell(record, person), Cell(record, team));
            if (who.Length == 0 || who.Length > MostCell || where.Length > MostCell)
            {
                problems.Add(new RowProblem(line, who.Length == 0 ? "nobody is named" : "that is longer than any name"));
            }
            else if (where.Length > 0)
            {
                // Who is in the table without a team stays without one.
                rows.Add(new TeamRow(line, who, where));
            }
        }

        return new TableRead(rows, problems);
    }

    // A spreadsheet writes UTF-16 when it is asked for "Unicode text", which the first bytes tell.
    private static string Text(ReadOnlySpan<byte> file)
    {
        using var reader = new StreamReader(new MemoryStream(file.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string Delimiter(string text)
    {
        var first = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length)];
        var (commas, semicolons, tabs) = (first.Count(','), first.Count(';'), first.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? "\t" : semicolons > commas ? ";" : ",";
    }

    private static int Column(string[] header, string name) => Array.FindIndex(header, cell => cell.Trim().Trim('"').Equals(name, StringComparison.OrdinalIgnoreCase));

    // The apostrophe that keeps a spreadsheet from reading a formula comes back with it.
    private static string Cell(string[] record, int at) => at < record.Length ? Routing.Md.Line(record[at]).TrimStart('\'').Trim() : "";
}

/// <param name="Name">Empty where Discord does not tell.</param>
/// <param name="Track">In words.</param>
/// <param name="Hours">In words; empty when they have not said.</param>
internal sealed record ExportedPerson(Snowflake Person, string Name, Team? Team, string Track, IReadOnlyList<string> Interests, IReadOnlyList<string> Languages, string Hours, string Zone);
