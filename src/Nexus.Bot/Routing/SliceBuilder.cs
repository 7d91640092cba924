using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Quartz;

namespace Nexus.Bot.Routing;

/// <summary>What a feature is made of. Each feature has one static <c>NounsSlice.Declare</c>, listed in Slices.cs.</summary>
internal sealed class SliceBuilder(IServiceCollection services)
{
    private readonly CatalogueBuilder _catalogue = new();

    /// <summary>For what the feature's handlers need besides each other.</summary>
    public IServiceCollection Services { get; } = services;

    public List<SliceTable> Tables { get; } = [];

    public List<JobPlan> Jobs { get; } = [];

    /// <summary>Every registered handler type, once per registration; a test compares it with the assembly.</summary>
    public List<Type> Registered { get; } = [];

    /// <summary>The first word of commands, with the description Discord asks for.</summary>
    public SliceBuilder Noun(string name, string summary)
    {
        _catalogue.Nouns.Add(name, summary);
        return this;
    }

    public SliceBuilder Command<T>() where T : class, ICommand
    {
        var spec = T.Spec;
        Register<T>();
        foreach (var suggester in spec.Options.Select(option => option.Suggester).OfType<Type>())
        {
            Services.TryAddTransient(suggester);
        }

        _catalogue.Commands.Add(spec, new Route
        {
            Name = "/" + spec.Path,
            Handler = typeof(T),
            Audience = spec.Audience,
            Places = spec.Places,
            Visibility = spec.Visibility,
            Options = spec.Options,
            RunAsync = static (services, interaction, ct) => services.GetRequiredService<T>().HandleAsync(new CommandCall(interaction), ct),
        });
        return this;
    }

    public SliceBuilder Context<T>() where T : class, IContextCommand
    {
        var spec = T.Spec;
        Register<T>();
        _catalogue.Contexts.Add(spec, new Route
        {
            Name = spec.Name,
            Handler = typeof(T),
            Audience = spec.Audience,
            Places = Places.Server,
            Visibility = spec.Visibility,
            RunAsync = static (services, interaction, ct) => services.GetRequiredService<T>().HandleAsync(new ContextCall(interaction), ct),
        });
        return this;
    }

    public SliceBuilder Button<T>() where T : class, IButton =>
        AddControl<T>("button", T.Spec, static (services, interaction, ct) => services.GetRequiredService<T>().HandleAsync(new ButtonCall(interaction), ct));

    public SliceBuilder Select<T>() where T : class, ISelect =>
        AddControl<T>("select", T.Spec, static (services, interaction, ct) => services.GetRequiredService<T>().HandleAsync(new SelectCall(interaction), ct));

    public SliceBuilder Modal<T>() where T : class, IModal =>
        AddControl<T>("form", T.Spec, static (services, interaction, ct) => services.GetRequiredService<T>().HandleAsync(new ModalCall(interaction), ct));

    public SliceBuilder FollowUp<T>() where T : class, IFollowUp
    {
        Register<T>();
        return this;
    }

    /// <summary>Handlers of one kind of event run one after another, in the order in which the events came.</summary>
    public SliceBuilder On<TEvent, THandler>() where TEvent : GatewayEvent where THandler : class, IEventHandler<TEvent>
    {
        Register<THandler>();
        _catalogue.Listeners.Add((typeof(TEvent), static (services, happened, ct) => services.GetRequiredService<THandler>().HandleAsync((TEvent)happened, ct)));
        return this;
    }

    /// <summary>A job that works off due rows. It runs at start, at each instant asked for by <see cref="IJobSchedule"/>, and every <paramref name="sweep"/>.</summary>
    public SliceBuilder Job<T>(TimeSpan sweep) where T : class, IJob
    {
        Register<T>();
        Jobs.Add(new JobPlan(typeof(T), sweep));
        return this;
    }

    public SliceBuilder Table<T>(IEntityTypeConfiguration<T> table) where T : class
    {
        Tables.Add(new SliceTable(typeof(T).Name, model => model.ApplyConfiguration(table)));
        return this;
    }

    public Catalogue Build() => _catalogue.Build();

    private SliceBuilder AddControl<T>(string kind, ControlSpec spec, Func<IServiceProvider, Interaction, CancellationToken, Task<Reply>> run) where T : class
    {
        Register<T>();
        _catalogue.Controls.Add((kind, spec), new Route
        {
            Name = $"{kind} {spec.Key}",
            Handler = typeof(T),
            Audience = spec.Audience,
            Visibility = spec.Visibility,
            ChangesMessage = spec.ChangesMessage,
            RunAsync = run,
        });
        return this;
    }

    private void Register<T>() where T : class
    {
        Registered.Add(typeof(T));
        Services.TryAddTransient<T>();
    }
}
