using System.Collections.Frozen;

namespace Nexus.Bot.Search;

/// <summary>Everyday English: words that carry no topic, and words that are no misspelling of a technical one.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Stop = Read("""
        a about after again all also am an and any anybody anyone anything are arent as at be because been before being
        between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont each else etc ever
        every explain for from further get gets getting give go goes going gonna good got had has have having he hello
        help her here hey hi him his how hows i id if ill im in into is isnt it its ive just kind know let lets like
        make makes many may maybe me mean means might more most much must my need needs no not now of off ok on once one
        only or other our out over own please pls same shall she should shouldnt show so some somebody someone something
        such tell than thank thanks that thats the their them then there these they thing things this those through to
        too under understand until up us versus very vs want wanted wants was wasnt way we well were what whats when whenever
        where wheres which while who whom why will with without wont would wouldnt yes you your youre
        """);

    private static readonly FrozenSet<string> Everyday = Read("""
        able above accept across act add address age ago agree ahead air allow almost alone along already although
        always amount animal another answer apart apple area arm army around arrive art ask asleep ate attack aunt away
        baby back bad bag bake ball bank bar base basket bath beach bean bear beat beauty become bed beer began begin
        behind believe bell below best better big bike bill bird birth bit black blood blow blue board boat body bone
        book boot born borrow boss bottle bottom bought bowl box boy brain brave bread break breakfast breath bridge
        bright bring broke brother brought brown brush build built burn bus business busy buy cake call came camera camp
        capital car card care carry case cat catch caught cause center certain chain chair chance change cheap check
        cheese chicken chief child children choice choose church circle city claim class clean clear clever climb
        clock close cloth cloud coat coffee cold collect college color colour come common company compare complete
        contain control cook cool copy corn corner correct cost count country couple course cousin cover cow create
        cross crowd cry cup current cut dad dance danger dark date daughter day dead deal dear death decide deep
        degree depend desk develop die differ different difficult dinner direct dirty discover distance doctor dog
        dollar door double doubt down draw dream dress drink drive drop dry during dust duty ear early earn earth east
        easy eat edge effect egg eight either electric end enemy engine enjoy enough enter equal error especially even
        evening event exact example except excite exercise expect experience eye face fact fail fall false family famous
        far farm fast father favorite fear feed feel feet fell felt few field fight figure file fill film final find
        fine finger finish fire first fish fit five fix flat floor flow flower fly follow food foot football force
        forest forget form forward four free fresh friday friend front fruit full fun funny future game garden gas gave
        general gentle girl glad glass gold gone government grand grass gray great green grey ground group grow guess
        guide guitar gun guy hair half hand hang happen happy hard hat hate head health hear heart heat heavy held high
        hill history hit hold hole holiday home hope horse hospital hot hotel hour house however huge human hundred
        hungry hurry hurt husband ice idea imagine important inch include increase indeed inside instead interest
        invite iron island job join joke joy juice jump keep kept key kick kid kill king kitchen knee knew knife known
        lady lake land language large last late later laugh law lay lazy lead leaf learn least leave left leg lemon lend
        length less lesson letter level lie life lift light line lion lip list listen little live local lock log london
        long look lose lost lot loud love low luck lunch machine made magic mail main major man map march mark market
        married mass match math matter meal measure meat medium meet member men middle mile milk million mind minute
        miss mistake mix modern moment monday money month moon morning mother mountain mouse mouth move movie music
        name nation nature near neat necessary neck neighbor neither nervous never new news next nice night nine noise
        none noon nor north nose note nothing notice number object ocean offer office often oil old open opposite orange
        order others outside page paid pain paint pair paper parent paris park part party pass past pasta pay peace pen
        pencil people perfect perhaps period person phone photo pick picture piece pig pink pizza place plan plane
        plant plate play pleasant plenty plus pocket point police poor popular position possible potato pound power
        practice prepare present president press pretty price print prize probably problem produce promise proper
        protect proud prove provide public pull push put queen question quick quiet quite radio rain raise ran rather
        reach read ready real really reason receive recipe record red remember remove repeat reply report require rest
        result return rice rich ride right ring rise river road rock role roll roof room rope rose round rule run safe
        said sail salt sand sat save saw say scene school science score sea season seat second secret see seed seem
        seen self sell send sense sent separate serious set seven several shape share sharp sheep ship shirt shoe shop
        short shot shoulder shout shower shut sick side sight sign silent silver similar simple since sing single
        sister sit six size skill skin skirt sky sleep slip slow small smart smell smile smoke snow soap soccer soft
        sold soldier solve son song soon sorry sort sound soup south space speak special speed spell spend split spoke
        spoon sport spot spread spring square stage stand star start state station stay steal step still stomach stone
        stood stop store storm story straight strange street strong student study stupid subject sudden sugar suit
        summer sun sunday supply support suppose sure surface surprise sweet swim symbol table tail take talk tall taste
        taught taxi tea teach team tear teeth television ten tennis term terrible test text thick thin think third
        thirsty thirty though thought thousand three throw thunder thus ticket tie tiger time tiny tire tired today
        toe together told tomorrow tone tongue tonight took tool tooth top total touch toward town toy track trade
        train travel tree triangle trip trouble truck true trust truth try tuesday turn twelve twenty twice two type
        ugly uncle unit use used useful user uses using usual valley value vary vegetable verb view village visit
        voice vote wait walk wall war warm wash watch water wave weak wear weather wednesday week weekend weight welcome
        went west wet wheel white whole whose wide wife wild win wind window wine winter wire wise wish woman women
        wonder wood word wore work world worry worse worst worth write wrong wrote year yellow yesterday yet young zero
        zoo
        """);

    /// <summary>Words such as "how", "the" and "please": left out of a question before it is scored.</summary>
    public static bool IsStopWord(string word) => Stop.Contains(word);

    /// <summary>A correctly spelt everyday word, so never "corrected" into a technical one (look is not lock).</summary>
    public static bool IsEveryday(string word) => Stop.Contains(word) || Everyday.Contains(word);

    private static FrozenSet<string> Read(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
