using Nexus.Bot.Charts;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reports;

/// <summary><c>/topic report</c> shows mentors how the hub is used and what it lacks, in words and as a picture.</summary>
internal sealed class ShowReportCommand(ReportReader reader) : ICommand
{
    private const int UsualWeeks = 8;

    public static CommandSpec Spec { get; } = new("topic", "report", "See how the hub is used and what it lacks")
    {
        Options = [Option.Integer("weeks", "How many weeks back; 8 when left out", min: 1, max: 26).Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/topic report weeks:4",
        Details = "What people looked for and did not find (with what they opened instead), pages they found unhelpful, pages to review or repair, and what is read. "
            + "Counted without names; questions are kept as plain words without numbers, addresses and secrets.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var weeks = (int)Math.Clamp(call.Integer("weeks") ?? UsualWeeks, 1, 26);
        var report = await reader.ReadAsync(call.Guild, weeks, ct);
        var panels = ReportViews.Panels(report);
        return report.IsEmpty
            ? ReportViews.Report(report, picture: null)
            : ReportViews.Report(report, new ReportPicture(await ChartPicture.DrawAsync(panels, ct), ChartPicture.Describe(panels)));
    }
}
