namespace Nexus.Sandbox.Emulator;

/// <summary>The cast of the demo server and what they have said so far.</summary>
internal static class DemoPeople
{
    private const uint Backend = 11, Frontend = 12, Mentor = 13, Bot = 14, Admin = 15;

    private static readonly (string Name, string Shown, string Zone, string Locale, uint[] Roles)[] Cast =
    [
        ("grace", "Grace Wanjiru", "Africa/Nairobi", "en-GB", [Admin]),
        ("ada", "Ada Obi", "Africa/Lagos", "en-GB", [Backend]),
        ("bo", "Bo Lindqvist", "Europe/Stockholm", "sv-SE", [Frontend]),
        ("mira", "Mira Haddad", "Africa/Cairo", "en-US", [Mentor]),
        ("newt", "Newt Asante", "Africa/Accra", "en-GB", []),
        ("chidi", "Chidi Eze", "Africa/Lagos", "en-GB", [Backend]),
        ("dalia", "Dalia Farouk", "Africa/Cairo", "en-US", [Frontend]),
        ("emre", "Emre Yılmaz", "Europe/Istanbul", "tr", [Backend]),
        ("fatou", "Fatou Diop", "Africa/Dakar", "fr", [Frontend]),
        ("hana", "Hana Sato", "Asia/Tokyo", "ja", [Backend]),
        ("ivan", "Ivan Petrov", "Europe/Sofia", "bg", [Backend]),
        ("juma", "Juma Mwangi", "Africa/Nairobi", "en-GB", [Backend, Frontend]),
        ("kwame", "Kwame Mensah", "Africa/Accra", "en-GB", [Mentor, Backend]),
        ("lerato", "Lerato Dube", "Africa/Johannesburg", "en-GB", [Frontend]),
        ("nadia", "Nadia Benali", "Africa/Casablanca", "fr", [Frontend]),
        ("omar", "Omar Siddiqui", "Asia/Karachi", "en-US", [Backend]),
        ("priya", "Priya Nair", "Asia/Kolkata", "en-GB", [Mentor, Frontend]),
        ("rosa", "Rosa Almeida", "America/Sao_Paulo", "pt-BR", [Backend]),
        ("sam", "Sam Taylor", "America/New_York", "en-US", [Frontend]),
        ("tunde", "Tunde Bakare", "Africa/Lagos", "en-GB", [Backend]),
        ("zola", "Zola Ndlovu", "Africa/Johannesburg", "en-GB", [Backend]),
    ];

    private static readonly (string Channel, string Who, string Text)[] Talk =
    [
        ("introductions", "ada", "Hi all, Ada from Lagos. Backend track, third week of Django, still arguing with migrations."),
        ("introductions", "bo", "Bo here, frontend, Stockholm. Looking for an API to build a dashboard against."),
        ("introductions", "lerato", "Lerato, Johannesburg. React by day, CSS grid by night."),
        ("backend", "chidi", "Is there a rule of thumb for when a query deserves an index?"),
        ("backend", "kwame", "Measure first: `EXPLAIN ANALYZE` on the slow one, then index what it filters by."),
        ("backend", "chidi", "That took it from 900 ms to 4. Thank you!"),
        ("frontend", "dalia", "How do you handle paginated endpoints when the list changes while scrolling?"),
        ("frontend", "priya", "Ask for cursor pagination. Offsets skip and repeat rows as soon as somebody writes."),
        ("help-desk", "emre", "Celery says *received* but never *succeeded*. Redis is up."),
        ("help-desk", "omar", "Is a worker subscribed to that queue? `celery inspect active_queues` tells."),
        ("prodevprojectnexus", "mira", "**Week 4** starts today: pick an idea, find a partner on the other track, and agree on the API before you write code."),
        ("general", "juma", "Did the demo day move?"),
        ("general", "mira", "Still Friday, 16:00 UTC. Short is good: five minutes each."),
        ("general", "tunde", "Our team has an API and no frontend, if anybody is looking."),
        ("general", "sam", "I am! Writing to you."),
    ];

    public static void Add(World world, DateTimeOffset founded)
    {
        uint number = 200;
        foreach (var (name, shown, zone, locale, roles) in Cast)
        {
            Join(world, new User(DemoServer.Id(number), name, shown) { TimeZone = zone, Locale = locale }, founded.AddDays(number - 199), roles);
            number++;
        }

        Join(world, world.BotUser, founded.AddDays(1), [Bot]);
    }

    public static void AddTalk(World world)
    {
        var said = world.Now.AddHours(-7);
        foreach (var (channel, who, text) in Talk)
        {
            said = said.AddMinutes(19);
            var place = world.FindChannel(channel)!;
            world.Post(new StoredMessage(Snowflakes.At(said), place, world.FindUser(who)!, said) { Content = text });
        }
    }

    /// <summary>Adds learners until the server has that many members.</summary>
    public static void FillUp(World world, int members)
    {
        for (var i = world.Guild.Members.Count + 1; i <= members; i++)
        {
            var user = new User(DemoServer.Id((uint)(1000 + i)), $"learner{i}", $"Learner {i}");
            Join(world, user, world.Guild.CreatedAt.AddMinutes(i), [i % 2 == 0 ? Backend : Frontend]);
        }
    }

    private static void Join(World world, User user, DateTimeOffset at, uint[] roles)
    {
        world.AddUser(user);
        var member = new Member(user, at);
        member.Roles.AddRange(roles.Select(DemoServer.Id));
        world.Guild.Members.Add(user.Id, member);
    }
}
