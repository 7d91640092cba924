namespace Nexus.Bot.Jobs;

/// <param name="Job">The <see cref="Quartz.IJob"/> type.</param>
/// <param name="Sweep">How often it runs without being asked, as a net under missed wake-ups.</param>
internal sealed record JobPlan(Type Job, TimeSpan Sweep);
