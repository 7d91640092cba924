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
        able above absent accept accident account ache achieve acid across act actor actual add address adult advance
        advantage adventure advice afford afraid africa afternoon age agency agent ago agree ahead aim air airport alive
        allow almost alone along alphabet already although always america amount ancient angle angry animal announce annual
        another answer anxious apart apartment apologize appear apple apply appoint approach approve area argue arm army
        around arrange arrest arrive arrow art artist ashamed asia aside ask asleep assist ate attack attempt attend
        attention attract aunt australia author average avoid awake award aware away awful baby back bad bag bake balance
        ball balloon bank bar barely base basic basket bath battle beach bean bear beard beat beauty become bed beer beg
        began begin behave behind believe bell belong below belt bend beneath beside best bet better beyond bicycle big bike
        bill bird birth bit bite bitter black blame blanket blind blood blow blue board boat body bomb bone book books boot
        border born borrow boss bother bottle bottom bought bound bowl box boy brain brand brave brazil bread break
        breakfast breast breath breathe brick bridge brief bright bring broad broke broken brother brought brown brush
        bubble bucket build built burn burst bus bush business busy button buy cabin cake call calm came camera camp canada
        cancel candle capable capital capture car card care career careful carry case castle cat catch cattle caught cause
        ceiling celebrate cell center century ceremony certain chain chair challenge chance change chapter charge charm
        chase chat cheap check cheese chest chew chicken chief child children chin china chip chocolate choice choose church
        cinema circle citizen city claim class classic clean clear clever climate climb clock close cloth cloud coach coal
        coast coat coffee coin cold collect college color colour comb come comfort command comment commit common community
        companies company compare complain complete concern concert condition confident confuse connect conscious consider
        constant contain contest continue control convince cook cool copy corn corner corporate correct cost costume cotton
        cough council count country couple courage course court cousin cover cow crash crazy create creature credit crime
        crisis critic crop cross crowd crown cruel cry cup cure curious curl current curtain custom customer cut dad dance
        danger dare dark date daughter dawn day dead deal dear death debate debt decade decide declare decorate decrease
        deep defeat defend definite degree delay delicious delight deliver demand deny depart depend deposit describe desert
        deserve desire desk despite destroy detail detect develop die differ different difficult dig dine dinner direct dirt
        dirty disappear disappoint discover discuss disease dish dismiss display distance distant divide divorce doctor dog
        dollar dollars dominate donate door double doubt down dozen drag drama draw drawer dream dress drink drive driver
        drop drown drug drum dry dull dumb dump during dust duty eager ear early earn earth east easy eat economy edge
        educate effect egg egypt eight either elder elect electric elephant elsewhere embarrass emergency emotion employ
        empty encourage end enemy engine england enjoy enough enter entertain entire entrance envelope environment equal
        equip error escape especially essay establish estimate ethnic europe even evening event exact exam examine example
        excellent except exchange excite excuse exercise exist expand expect expensive experience expert explore export
        express extra extreme eye face fact factory fail faint fairly faith fall false fame familiar family famous fancy far
        fare farm fast fasten fate father fault favorite fear feather feature feed feel feet fell felt female fence fever
        few field fierce fifth fifty fight figure file fill film final finance find fine finger finish fire firm first fish
        fit five fix flag flame flash flat flavor flesh flight flights float flood floor flour flow flower fly fold follow
        fond food fool foot football forbid force foreign forest forget forgive fork form formal former fortune forward
        founder four frame france free freedom freeze french frequent fresh friday friend fright frog front fruit fuel full
        fun funeral funny fur furniture future gain game gap garden gas gather gave gaze gender general generous genius
        gentle gentleman german germany ghana ghost giant gift girl glad glance glass globe glory glove glue goal goat gold
        golden gone goodbye government grab grade gradual grain grand grass grateful grave gray great green grey ground
        group grow guard guess guest guide guilty guitar gun guy gym habit hair half hammer hand handle handsome handy hang
        happen happy harbor hard hardly harm harvest haste hat hatch hate head headache health healthy hear heart heat
        heaven heavy height held hero hesitate hide high hill hint hire historic history hit hobby hold hole holiday home
        honest honor hook hope horror horse hospital host hot hotel hotels hour house household however huge human humor
        hundred hunger hungry hunt hurry hurt husband ice idea ideal ignore illegal illness image imagine immediate
        important impress improve inch include income increase indeed independent india indicate individual industry infant
        influence inform injure innocent insect inside insist inspire instance instead institute instrument insult insurance
        insure intelligent intend intense interest internal international interrupt interview introduce invent investigate
        invite involve iron island italy itself jail japan jaw jealous jewel job jobs join joke journal journey joy judge
        juice jump justice keen keep kenya kept key kick kid kill kindness king kiss kitchen knee knew knife knock knot
        knowledge known label labor lack ladder lady lagos lake land lane language lap large last late later laugh launch
        law lawn lay layer lazy lead leader leaf lean learn least leather leave lecture left leg legal legally lemon lend
        length less lesson letter level liberty license lid lie life lift light likely limb limit line lion lip list listen
        little live load loan local lock log london lonely long look loose lord lose lost lot loud love lovely low loyal
        luck lucky lump lunch lung luxury machine mad made magic mail main major male man manage manner manufacture map
        marble march mark market married mass master match math matter mayor meal measure meat mechanic medal media medicine
        medium meet melt member men mental mention menu mercy mere merry metal mexico middle mild mile military milk mill
        million mind mineral minor minute miracle mirror miss mission mistake mix modern moment monday money month mood moon
        moral morning morocco moscow mostly mother motor mountain mouse mouth move movie movies mud multiply murder muscle
        music mystery nail nairobi naked name narrow nasty nation naturally nature navy near neat necessary neck needle
        neglect neighbor neither nephew nervous nest net network never new news next nice niece night nine nobody noise
        noisy none noon nor normal north nose note nothing notice notion novel nowhere nuclear number nurse nut oath obey
        object observe obtain obvious occasion occur ocean odd offend offer office offside often oil old open opinion
        opponent opportunity oppose opposite option oral orange order ordinary organ origin others otherwise ought ounce
        outcome outdoor outline outside oven overcome owe owner pace pack package page paid pain painful paint pair palace
        pale pan panic paper parade parent paris park parking part participate particular partner party pass passage
        passenger passion past pasta patient pattern pause pay peace peak peasant pen penalty pencil people perfect perhaps
        period permanent permit person personal persuade philosophy phone photo phrase physical pick picture piece pig pile
        pillow pilot pine pink pipe pit pity pizza place plain plan plane planet plant plastic plate platform play pleasant
        pleasure plenty plot plus pocket poem poet point poison pole police polite political politics pollution pool poor
        pope popular porch port pose position possess possible post potato pound pour poverty power practice praise pray
        precious predict prefer prepare present president press pretty price prices pride priest primary principle print
        prison private prize probably problem produce professor profit progress promise promote proper property propose
        prospect protect protest proud prove provide province public pull punish pupil purchase pure purple purpose purse
        pursue push put puzzle quality quantity quarrel quarter queen question quick quiet quite quote race radio rail rain
        raise ran random rank rapid rare rat rate rather raw reach read ready real really rear reason receive recent recipe
        recognize recommend record red reduce refer reflect refuse regard region regret regular reject relate relax release
        relief religion rely remain remark remember remind remote remove rent rental repair repeat reply report represent
        require rescue research reserve resign resist resort respect respond rest restaurant restaurants restore result
        retire return reveal revenge review reward rice rich rid ride right ring rise risk rival river road roar rob robot
        rock rocket role roll roof room rope rose rough round route row royal rub rubber rude ruin rule rumor run rural rush
        russia sacred sad safe said sail sake salaries salary salt sample sand sat sauce save saw say scale scare scatter
        scene scent schedule scholar school science scissors score scratch scream screw sea search season seat second secret
        see seed seek seem seen seize select self sell send senior sense sensitive sent sentence separate series serious
        servant set settle seven several severe sew shade shadow shallow shame shape share sharp sheep shell shelter shelves
        shine ship shirt shiver shock shoe shoes shop shopping shore short shortage shot shoulder shout shower shut shy sick
        side sigh sight sign silent silk silly silver similar simple since sincere sing singer single sink sister sit site
        six size skill skin skip skirt sky slave sleep slice slide slight slip slope slow small smart smell smile smoke
        smooth snake snow soap soccer social society soft soil sold soldier solid solve somewhat somewhere son song songs
        soon sore sorry sort soul sound soup source south space spain spanish spare spark speak special species speed spell
        spend spill spin spirit spite split spoke spoon sport spot spray spread spring square stable staff stage stair stamp
        stand standard star stare start starve state statement station statue status stay steady steal steam steel steep
        stem step stick sticks stiff still stir stock stockings stomach stone stood stop storage store storm story straight
        strange strategy stream street strength stress stretch strict strike string strip stripe strong struggle student
        study stuff stupid style subject substance succeed success suck sudden suffer sugar suggest suicide suit suitable
        summer sun sunday super superior supply support suppose supreme sure surface surgery surprise surround survey
        survive suspect swallow swear sweater sweep sweet swell swim swing sword symbol sympathy system table tail take tale
        talent talk tall tame tank target task taste taught tax taxi tea teach team tear technique technology teeth
        television temper temple temporary ten tend tender tennis tent term terrible terrific test text theatre theory
        therefore thick thin think third thirsty thirty though thought thousand threat three throat throughout throw thumb
        thunder thus ticket tidy tie tiger tight till time tin tiny tip tire tired tissue title tobacco today toe together
        tokyo told tomb tomorrow ton tone tongue tonight took tool tooth top total touch tough tour toward tower town toy
        track trade tradition tragedy train transport trap travel treasure treat treatment tree trial triangle tribe trick
        trip tropical trouble truck true trust truth try tube tuesday tune turn twelve twenty twice twist two type typical
        ugly umbrella unable uncle union unique unit unite universe university unless upper upset urban urge use used useful
        user uses using usual vacation vain valley value van various vary vast vegetable vehicle vein verb victim victory
        view village violent virtue vision visit vital voice volume volunteer vote wage wait wake walk wall wallet wander
        war warm warn wash waste watch water wave weak wealth weapon wear weather web wedding wednesday week weekend weigh
        weight weird welcome went west wet wheel whisper whistle white whoever whole whose wide width wife wild willing win
        wind window wine wing winner winter wire wisdom wise wish witness wolf woman women wonder wood wooden wool word wore
        work workout world worry worse worship worst worth worthy wound wrap write wrong wrote year yellow yesterday yet
        young youth zero zoo
        """);

    private static readonly FrozenSet<string> EverydayStems = Everyday.Where(word => word.Length > 3).Select(Stems.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words such as "how", "the" and "please": left out of a question before it is scored.</summary>
    public static bool IsStopWord(string word) => Stop.Contains(word);

    /// <summary>A correctly spelt everyday word, so never "corrected" into a technical one (look is not lock).</summary>
    public static bool IsEveryday(string word) => Stop.Contains(word) || Everyday.Contains(word) || EverydayStems.Contains(Stems.Of(word));

    private static FrozenSet<string> Read(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
