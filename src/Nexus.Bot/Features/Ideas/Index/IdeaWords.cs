using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>
/// Words in which people describe projects. Two who had one idea rarely choose the same ones: those of a line mean the same here.
/// Only for telling what is alike: the search takes words as they are.
/// </summary>
internal static class IdeaWords
{
    private static readonly string[] s_same =
    [
        "film movie cinema netflix",
        "course class lesson lecture subject module",
        "teacher lecturer instructor tutor professor tutoring",
        "exam test quiz assessment grading marks",
        "study revise revision learning",
        "hostel accommodation apartment lodging housing dorm landlord",
        "roommate flatmate",
        "room classroom lab hall venue",
        "booking reserve reservation appointment",
        "queue line waiting queueing",
        "expense bill cost spending owe",
        "pay payment paid money",
        "job vacancy opening hiring recruitment internship intern employment employer career junior",
        "cv resume curriculum vitae",
        "interview whiteboard",
        "recipe dish cookbook cooking",
        "food meal lunch dinner canteen cafeteria restaurant menu",
        "bus trotro matatu minibus tram",
        "ride carpool carpooling driver car seat",
        "patient clinic hospital doctor medical",
        "medicine drug pill pharmacy medication",
        "disease illness diagnosis sickness",
        "farm farmer crop maize agriculture harvest",
        "weather forecast rain",
        "shop store kiosk retail retailer",
        "inventory stock goods warehouse",
        "used secondhand hand",
        "invoice billing bills",
        "link url",
        "short tiny shortener",
        "blog blogging article publish medium",
        "note notebook notes",
        "chat messaging messenger slack conversation",
        "counselling counsellor therapist therapy mental depression stress listener",
        "event meetup conference",
        "wedding couple guest vendor supplier",
        "vote voting election ballot",
        "attendance register present roll",
        "library librarian borrow lend catalogue",
        "mentor mentoring mentorship guidance coach advisor",
        "partner buddy pair match companion",
        "friend hobby interest lonely",
        "habit streak",
        "flashcard deck anki repetition interval card",
        "song music playlist jukebox",
        "news headline newspaper",
        "summary summarise summarised digest sentence",
        "waste garbage rubbish plastic recycling bottle trash litter",
        "workout training exercise fitness gym",
        "pothole hole road street",
        "parcel package courier shipment",
        "pet dog cat animal shelter",
        "donation donate donor crowdfunding fundraising charity",
        "fee tuition",
        "scholarship grant bursary",
        "savings saving susu chama contribution",
        "local native african twi yoruba wolof swahili",
        "freelancer freelance client",
        "retrospective retro sprint",
        "kanban trello jira column",
        "beginner newcomer novice first",
        "snippet gist piece",
        "challenge leetcode algorithm",
        "toggle flag switch",
        "uptime alive ping down monitor monitoring",
        "login authentication auth identity oauth jwt",
        "email mail",
        "alert notification notify push",
        "reminder remind",
        "file attachment upload",
        "pollution air dust",
        "photo picture image",
        "leaf plant spot",
        "portfolio website page",
        "cart basket checkout ecommerce commerce",
        "currency exchange rate",
        "translate translation translator",
        "neighbour neighbourhood community",
        "trip travel traveller tourist tourism journey",
        "volunteer volunteering ngo",
        "child children kid baby",
        "parent mother father",
        "bank loan lender credit",
        "attend checkin scan qr",
        "progress chart statistic report",
    ];

    private static readonly Dictionary<string, string> s_sense = Senses();

    /// <summary>A text with what its words mean behind it. The words themselves stay: taking them out found fewer of what others wrote.</summary>
    public static string WithSenses(string text)
    {
        var senses = SearchText.Words(text).Select(word => (word.Text, Sense: s_sense.GetValueOrDefault(Stems.Of(word.Text)))).Where(word => word.Sense is not null && word.Sense != word.Text);
        return $"{text} {string.Join(' ', senses.Select(word => word.Sense))}";
    }

    private static Dictionary<string, string> Senses()
    {
        var senses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in s_same.Select(line => line.Split(' ')))
        {
            foreach (var word in words)
            {
                senses.TryAdd(Stems.Of(word), words[0]);
            }
        }

        return senses;
    }
}
