using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>What people do: <c>/_sandbox/as/{who}/…</c></summary>
internal static class PersonEndpoints
{
    public static void Map(IEndpointRouteBuilder api, SandboxHost sandbox)
    {
        Interact("command", (person, request, body) =>
            person.CommandAsync(request.Text(body, "channel"), request.Text(body, "command"), request.Part(body, "options")));
        Interact("context", (person, request, body) =>
            person.ContextAsync(request.Text(body, "command"), request.Id(body, "target_id"), body.Text("channel")));
        Interact("press", (person, request, body) =>
            person.PressAsync(request.Id(body, "message_id"), body.Text("custom_id") ?? request.Text(body, "label")));
        Interact("select", (person, request, body) =>
            person.SelectAsync(request.Id(body, "message_id"), request.Text(body, "custom_id"), request.Texts(body, "values")));
        Interact("submit", (person, request, body) => person.SubmitAsync(request.Id(body, "modal_id"), request.Part(body, "values")));
        Act("autocomplete", async (person, request, body) =>
        {
            var outcome = await person.AutocompleteAsync(
                request.Text(body, "channel"), request.Text(body, "command"), request.Part(body, "options"), request.Text(body, "focused"));
            return json => OutcomeView.Write(json, outcome);
        });
        Act("message", async (person, request, body) =>
        {
            var message = await person.SayAsync(request.Text(body, "channel"), request.Text(body, "content"), body.Id("reply_to"));
            return message.WriteTo;
        });
        Act("post", async (person, request, body) =>
        {
            var post = await person.PostAsync(request.Text(body, "channel"), request.Text(body, "title"), request.Text(body, "content"), request.Texts(body, "tags"));
            return post.WriteTo;
        });
        Act("thread", async (person, request, body) =>
        {
            var thread = await person.StartThreadAsync(request.Id(body, "message_id"), request.Text(body, "name"));
            return thread.WriteTo;
        });
        Act("react", (person, request, body) => Done(person.ReactAsync(request.Id(body, "message_id"), request.Text(body, "emoji"))));
        Act("unreact", (person, request, body) => Done(person.UnreactAsync(request.Id(body, "message_id"), request.Text(body, "emoji"))));
        Act("vote", (person, request, body) => Done(person.VotePollAsync(request.Id(body, "message_id"), request.Text(body, "answer"))));
        Act("dismiss", (person, request, body) => Done(person.DismissAsync(request.Id(body, "message_id"))));
        Act("delete", (person, request, body) => Done(person.DeleteAsync(request.Id(body, "message_id"))));
        Act("dms", (person, _, body) =>
        {
            person.User.ClosesDirectMessages = body.Bool("closed") ?? throw new PersonRefusal("The body needs \"closed\": true or false.");
            return ControlEndpoints.Nothing;
        });
        Act("leave", (person, _, _) =>
        {
            var member = sandbox.World.Guild.Member(person.User.Id) ?? throw new PersonRefusal($"{person.User.Username} is not in the server.", 409);
            sandbox.World.Leave(person.User);
            return Task.FromResult<Action<Utf8JsonWriter>?>(member.WriteTo);
        });
        ControlEndpoints.Post(api, "/as/{who}/join", (request, body) =>
        {
            var person = sandbox.Join(request.Route("who"), request.Texts(body, "roles"));
            return Task.FromResult<Action<Utf8JsonWriter>?>(sandbox.World.Guild.Members[person.User.Id].WriteTo);
        });

        void Act(string verb, Func<Person, ControlRequest, JsonElement, Task<Action<Utf8JsonWriter>?>> act) =>
            ControlEndpoints.Post(api, $"/as/{{who}}/{verb}", (request, body) => act(sandbox.As(request.Route("who")), request, body));

        void Interact(string verb, Func<Person, ControlRequest, JsonElement, Task<Outcome>> act) =>
            Act(verb, async (person, request, body) =>
            {
                var outcome = await act(person, request, body);
                return json => OutcomeView.Write(json, outcome, person.User.Id);
            });
    }

    private static async Task<Action<Utf8JsonWriter>?> Done(Task act)
    {
        await act;
        return null;
    }
}
