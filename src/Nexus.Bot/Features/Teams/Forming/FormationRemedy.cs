using System.Globalization;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>A small change with which all rules hold, as it is kept with a plan: <c>hours 2</c>, <c>size 3 6</c>, <c>without id id</c>.</summary>
internal static class FormationRemedy
{
    /// <summary>Null for those that rules of formations don't have.</summary>
    public static string? Text(Remedy remedy) => remedy switch
    {
        Remedy.FewerHours fewer => string.Create(CultureInfo.InvariantCulture, $"hours {fewer.Hours}"),
        Remedy.OtherSize other => string.Create(CultureInfo.InvariantCulture, $"size {other.Size.Least} {other.Size.Most}"),
        Remedy.Without without => $"without {string.Join(' ', without.People)}",
        _ => null,
    };

    public static void Apply(Formation formation, string remedy)
    {
        var words = remedy.Split(' ');
        switch (words[0])
        {
            case "hours":
                formation.MinimumHours = double.Parse(words[1], CultureInfo.InvariantCulture);
                break;
            case "size":
                (formation.LeastSize, formation.MostSize) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
                break;
            default:
                formation.Without = [.. formation.Without.Union(words.Skip(1))];
                break;
        }
    }

    /// <summary>On a button.</summary>
    public static string Label(string remedy) => remedy.Split(' ') switch
    {
        ["hours", var hours] => $"With {hours} shared {(hours == "1" ? "hour" : "hours")}",
        ["size", var least, var most] => least == most ? $"With teams of {least}" : $"With teams of {least}–{most}",
        [_, _] => "Without 1 person",
        var words => string.Create(CultureInfo.InvariantCulture, $"Without {words.Length - 1} people"),
    };

    /// <summary>Whom it leaves out; empty for the others.</summary>
    public static IReadOnlyList<ulong> People(string remedy) =>
        remedy.StartsWith("without ", StringComparison.Ordinal) ? [.. remedy.Split(' ').Skip(1).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))] : [];
}
