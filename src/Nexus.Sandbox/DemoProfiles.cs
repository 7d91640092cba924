using Nexus.Sandbox.Control;

namespace Nexus.Sandbox;

/// <summary>
/// What the cast says of itself, so that there is somebody to be matched with. It says so by the bot's own commands, as people do:
/// the emulator knows nothing of profiles. Newt has said nothing, to begin as a newcomer does.
/// </summary>
internal static class DemoProfiles
{
    private static readonly (string Name, string Interests, string Hours, int Level, string[] Skills, string Goal)[] s_said =
    [
        ("ada", "graphql, django, jwt-authentication", "weekday evenings", 3, ["python", "django", "rest"], "An API for bus times that somebody uses"),
        ("bo", "graphql, working-with-backend", "weekday evenings, weekends 09–21", 4, ["javascript", "react", "html"], "A dashboard against a real API"),
        ("chidi", "postgresql, database-indexing, docker", "evenings every day", 3, ["python", "sql", "django"], "To know why a query is slow"),
        ("dalia", "working-with-backend, rest-api", "weekend afternoons", 3, ["javascript", "typescript", "react"], "Lists that never skip a row"),
        ("emre", "celery, rabbitmq, docker", "weekday evenings", 2, ["python", "celery", "docker"], "Jobs that survive a restart"),
        ("fatou", "openapi-swagger, graphql", "weekday evenings", 4, ["html", "react", "design"], "A design that works on a small phone"),
        ("hana", "rest-api, unit-testing", "weekend mornings", 4, ["python", "rest", "testing"], "A tested API, end to end"),
        ("ivan", "github-actions, docker", "weekday evenings, weekends 09–21", 4, ["actions", "docker", "python"], "Deployments that nobody fears"),
        ("juma", "django, graphql", "evenings every day", 3, ["python", "javascript", "git"], "One product, both ends of it"),
        ("lerato", "working-with-backend, unit-testing", "weekday evenings", 3, ["html", "react", "design"], "Interfaces for people in a hurry"),
        ("nadia", "jwt-authentication, working-with-backend", "evenings every day", 2, ["javascript", "react", "auth"], "A log-in that is pleasant"),
        ("omar", "redis-caching, postgresql", "weekends 09–21", 4, ["python", "caching", "sql"], "An API ten times as fast"),
        ("rosa", "graphql, docker", "weekday evenings", 3, ["python", "graphql", "django"], "A small shop with a GraphQL API"),
        ("sam", "graphql, rest-api", "weekends 09–21", 3, ["typescript", "react", "html"], "A frontend for somebody's API"),
        ("tunde", "django-rest-framework, openapi-swagger", "weekday evenings", 4, ["drf", "rest", "apidocs"], "An API that needs no explanation"),
        ("zola", "role-based-access-control, django", "weekend afternoons", 2, ["django", "auth", "testing"], "Permissions done properly"),
    ];

    /// <returns>Null, or what went wrong: the rest have said nothing then.</returns>
    public static async Task<string?> SayAsync(SandboxHost sandbox)
    {
        try
        {
            foreach (var (name, interests, hours, level, skills, goal) in s_said)
            {
                var person = sandbox.As(name).In("introductions");
                var clock = Well(await person.RunAsync("timezone set", new { zone = person.User.TimeZone }));
                var card = Well(await person.RunAsync("profile set")).MessageId!.Value;
                await FillAsync("Interests…", new { interests });
                await FillAsync("Skills…", new Dictionary<string, string[]> { [$"level{level}"] = skills });
                await FillAsync("Goal, languages…", new { goal, languages = "English" });
                Well(await person.PressAsync(card, "Hours…"));
                Well(await person.SelectAsync(card, "profiles.pick.v1", hours));
                await person.DismissAsync(card);
                await person.DismissAsync(clock.MessageId!.Value);

                async Task FillAsync(string button, object values) => Well(await person.SubmitAsync(Well(await person.PressAsync(card, button)).Modal!.ModalId, values));
            }

            return null;
        }
        catch (PersonRefusal refusal)
        {
            return refusal.Message;
        }
    }

    private static Outcome Well(Outcome outcome) => outcome.Status is OutcomeStatus.Replied or OutcomeStatus.Updated or OutcomeStatus.Modal
        ? outcome
        : throw new PersonRefusal(outcome.Error ?? $"The bot did not answer ({outcome.Status}).");
}
