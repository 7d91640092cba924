using System.Collections.Frozen;

namespace Nexus.Bot.Search;

/// <summary>
/// What people ask a bot about that a hub on Python web back ends does not cover: other technologies, and life. A word of
/// these counts against an answer unless a page has it among its names and keywords, so pages win over this list.
/// </summary>
internal static class Elsewhere
{
    private static readonly FrozenSet<string> Technologies = Read("""
        abap actionscript airtable aks alamofire algolia alpinejs android androidstudio angular angularjs ansible antd
        appium appwrite arduino argocd arkit assembly astrojs autocad autolayout automapper awk azure backbone backbonejs
        bigquery bitcoin blazor blender blockchain blogger bluej blueprint bluetooth borrowck bukkit bunjs c# c++ cakephp
        canva cargo cassandra clang clickhouse clojure cloudformation cmake cobol cocoapods codeigniter coffeescript
        coldfusion corba cordova couchbase couchdb cplusplus crashloopbackoff crypto cryptocurrency csharp cuda cypher dart
        databricks datadog dataframe dataframes davinci deeplearning delphi deno drupal dynamodb eks elasticsearch electron
        electronjs elixir ember emberjs eresolve erlang esp32 ethereum excel expressjs f# fastify figma firebase firestore
        firmware flink flutter fortran fpga freebsd fsharp gamedev gamemaker gatsby gcc gcp gke godot golang gradle grafana
        grails groovy gtk hadoop haproxy hardhat haskell hbase helm heroicons hibernate hololens html5canvas huggingface
        hyperledger illustrator indesign influxdb ingress intellij ionic ios iot istio jakarta java javafx jboss jdk jekyll
        jenkins jetpack jhipster joomla jquery jsf jsp julia junit jupyter jvm k3s k8s kafka kaggle keras kibana kinesis
        kivy knative knex knockoutjs kotlin kubectl kubeflow kubernetes kustomize langchain laravel latex lisp livewire llm
        llvm logstash lua magento malloc mapbox mapreduce mariadb materialui matlab matplotlib maven memgraph metamask
        metasploit microcontroller micronaut minecraft minikube mips mobx mongo mongodb mongoose mssql mulesoft mvvm mybatis
        nativescript neo4j nestjs netbeans netty neural nextjs nft nmap nosql npm nuget numpy nuxt nuxtjs objective-c
        objectivec ocaml odoo onnx opencl opencv opengl openshift oracle overleaf pandas parquet pascal penpot perl phonegap
        photoshop php phpmyadmin phpunit pixijs playstation plsql pnpm podman polars powerapps powerbi powerpoint powershell
        preact premiere prolog prometheus pubsub puppeteer pygame pyqt pyspark pytorch qt quarkus quasar rails raspberry
        reactnative redshift redux regex101 revit rigidbody roblox rspec rstudio ruby rust rustc rxjava rxjs salesforce sass
        scala scikit scipy scrapy scss seaborn segfault segmentation selenium sequelize servlet sharepoint shopify sinatra
        sklearn snowflake solana solidity solidworks solr spark splunk springboot sqlserver ssis ssrs stm32 storybook
        streamlit struts svelte sveltekit swift swiftui symfony tableau tailwind tauri tcl tensorflow terraform thinkphp
        threejs tkinter tomcat torch trino truffle tsql typeorm uikit unity unity3d unreal usecontext useeffect usememo
        usereducer useref usestate vagrant valgrind vba verilog vhdl vim vitess vlookup vmware vscodium vtk vuejs vuex
        vuforia web3 webassembly webflow webgl weblogic webpack websphere winforms wix woocommerce wordpress wpf x86 xamarin
        xaml xcode yarn yii zapier zig zookeeper zustand
        """);

    private static readonly FrozenSet<string> Pairs = Read("""
        active-directory after-effects aggregation-pipeline amazon-alexa android-studio angular-material apache-spark
        arduino-uno assembly-language autonomous-driving big-query binary-tree book-index borrow-checker c-program
        c-programming cloud-formation computed-properties computer-vision core-data core-dumped core-ml cosmos-db
        crypto-wallet cyber-security data-frame data-lake data-science deep-learning dynamic-programming elastic-search
        entity-framework excel-formula excel-formulas express-js game-development game-engine google-ads google-cloud
        google-sheets gradient-descent graph-theory image-classification jetpack-compose lambda-functions lambda-pricing
        language-model language-models linear-algebra linear-regression linked-list lose-weight machine-learning material-ui
        micro-controller mobile-app mongo-db monte-carlo neo-4j nest-js net-framework net-worth neural-network
        neural-networks next-js object-detection office-jobs operating-system penetration-testing pivot-table post-office
        power-bi power-point printed-book quantum-computing raspberry-pi react-hook react-hooks react-native react-router
        recoil-state red-black red-light ruby-on scikit-learn search-engine smart-contract smart-contracts spring-boot
        spring-security sql-server stock-market stock-price styled-components swift-ui tensor-flow unreal-engine
        video-editing virtual-reality visual-basic vue-router web-assembly web-scraping word-press
        """);

    private static readonly FrozenSet<string> Life = Read("""
        actor actress adele airline album alcohol anime apples artist astrology astronaut athlete avocado babies babysitter
        bacon bake baked bakery baking banana bananas barber baseball basketball beach beans beard beef beer biography
        biology birthday biryani bitcoins bite boyfriend bracelet bread breakfast bride burger burrito butter cage cake
        calories camping cancer candle candy carpet cat cats celebrities celebrity ceo champions cheese chef chess chicken
        chili chocolate christmas church cigarette climate clothes cocktail coffee compost concert cook cooking coupon
        cricket cuisine curry dance dancing dating dentist derivative dessert diabetes diamond diesel diet dinner disease
        divorce dog dogs drummer earth earthquake easter economy eggs election elephant embassy euro eyelash fashion ferrari
        festival fever fish fishing fitness flower flowers flu football footballer founder fries fruit furniture galaxy
        garden gardening garlic girlfriend goldfish golf gorilla government gravy grill grocery groom guitar guitarist hair
        haircut hamster harvest headache hiking holiday holidays honey honeymoon horoscope horse houseplant husband
        instagram insult investing jacket jazz jeans jewellery jewelry jiu joke jokes juice karaoke ketchup kitchen kitten
        knee knitting kungfu landlord laundry lawyer legally lemonade lion lipstick lottery louvre lunch lyrics makeup
        malaria marathon marriage mathematics mayonnaise meat meditation microsoft milk moon mortgage mosque motorcycle
        mountain museum mushroom mushrooms music musician musicians naan naira nba netflix nfl nitro noodle noodles
        nutrition olympics omelette onion opera orange orchestra oven pancake pancakes passport pasta perfume pet petrol
        pets pharmacy photosynthesis physics piano picnic pizza planet planets plumber poem poems poker politics pollution
        popcorn pope pork potato potatoes pregnancy pregnant president priest prison puppy quadratic rain rap rapper recipe
        recipes religion rice romance rugby salad salmon sandwich sauce sausage scarf seafood shampoo shark sheep ship shoe
        skateboard skiing skincare sleep smoothie snack snake snakes snow soap soccer soul soup sourdough spaghetti spouse
        steak stew stocks sun sunglasses supermarket surgery sushi swimming taco tacos tattoo tea temple tennis tequila
        theorem therapist thunderstorm tiktok tomato tomatoes tooth toothache toothpaste tourism tourist tournament tractor
        travel travelling trigonometry trousers tuition turtle tv umbrella universe vacation vaccine vegan vegetable
        vegetables vegetarian viking violin visa vitamins volcano volleyball war watermelon weather wedding weight
        weightloss whale whiskey wife wine workout wrestling yoga youtuber zodiac zoo
        """);

    /// <summary>Whether the word alone names one of them.</summary>
    public static bool Has(string word) => Technologies.Contains(word) || Life.Contains(word);

    /// <summary>Whether it is about no technology at all.</summary>
    public static bool IsLife(string word) => Life.Contains(word);

    /// <summary>Whether the two words do together: "spring boot".</summary>
    public static bool Has(string first, string second) => Pairs.Contains($"{first}-{second}");

    private static FrozenSet<string> Read(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
