using System.Collections.Frozen;

namespace Nexus.Bot.Search;

/// <summary>
/// Different words by which learners say one thing: "fires twice", "runs two times", "is executed double". Written by hand, from
/// what goes wrong in backend work. A line is a sense and its wordings; a wording of several words has '_' between them.
/// </summary>
internal static class Wordings
{
    /// <summary>The most words of one wording.</summary>
    public const int Longest = 3;

    /// <summary>Between the words of one wording.</summary>
    public const char Space = '_';

    /// <summary>Before a sense or a wording: the contrary.</summary>
    public const char Not = '!';

    /// <summary>Before the name of a sense, so that it is no word.</summary>
    public const char IsSense = '=';

    // What goes wrong or what is wanted: two questions of which only one has it seldom ask the same.
    private const string Symptoms = """
        twice: twice double doubled doubly duplicate duplicated duplicates duplicating two_times 2_times 2x x2 several_times many_times more_than_once multiple_times repeatedly 3_times
        slow: slow slowly slower faster fast quick quickly quicker speed takes_long too_long takes_forever takes_ages performance profiling profiler bottleneck latency way_too_long speed_up needs_ages optimize lags laggy
        endless: endless endlessly infinite infinitely loop loops hang hangs hanging stuck never_finishes never_ends freeze freezes frozen blocks blocked
        memory: memory ram oom sigkill out_of_memory leak leaks 137 signal_9
        cpu: cpu 100_percent
        disk: disk no_space space_left disk_full
        lost: lost disapear lose loses losing loosing gone vanish vanishes vanished disappear disappears disappeared wiped empty survive erased missing_after
        stale: stale old outdated previous invalidate not_updated old_version not_refreshed
        refused: refused unreachable 111 not_reach cannot_reach cant_reach cannot_connect cant_connect could_not_connect name_or_service
        denied: denied forbidden 403 not_allowed permission permissions rights may_edit may_change privilege restrict access_denied eacces
        unauthenticated: 401 unauthorized unauthenticated credentials_were not_provided anonymoususer anonymous
        notfound: 404 not_found cannot_find cant_find doesnotexist no_such_file doesnt_find not_find does_not_exist not_exist doesnt_exist
        servererror: 500 internal_server server_error
        gateway: 502 bad_gateway
        badrequest: 400 422 bad_request
        expired: expire expires expired expiry expiration lifetime
        conflict: conflict conflicts conflicting clash clashes disagree
        together: at_once concurrent concurrently simultaneous simultaneously same_time same_moment same_second race overselling parallel two_requests
        compare: vs versus difference better choose compare comparison advantages pros_and_cons instead_of should_i_use when_to_use which_one or
        undo: undo revert rollback unapply go_back back_to
        allornothing: roll_back all_or_nothing atomic transaction transactions
        stop: stop cancel abort kill revoke terminate
        restart: restart recreate recreated restarts restarted redeploy each_deploy docker_restart compose_down
        retry: retry retries try_again autoretry backoff autoretry_for
        chain: one_after next_task chain link
        filter: filter filtering search filters django-filter
        sort: sort sorting ordering sorted order_by
        limit: limit limiting throttle throttling rate rate_limit 429 too_many_requests
        backup: backup backups back_up dump dumps pg_dump
        restore: restore restored restoring
        test: test tests testing tested pytest testcase
        mock: mock mocked mocking patch patched fake simulate stub
        coverage: coverage
        smaller: smaller reduce size huge shrink gb slim
        split: split splitting pieces cut break_up
        merge: merge merging merged
        safe: safe safely dangerous xss steal risk
        wrongtime: wrong_hour hours_off hours_late hour_off 3_hours hours_early hours_earlier hours_later wrong_time moved_by shifts shifted shift an_hour
        secret: leaked leak_secret secrets secret hardcode hardcoded hard_coded
        where: where where_to where_do where_should
        explain: explain explanation understand what_is what_does what_are meaning how_does confused
        setup: set_up setup install installs installing getting_started
        convert: convert camelcase
        generate: generate generates export generated
        progress: progress percent how_far status_of
        schedulechange: at_runtime dynamic dynamically users_choose
        inuse: in_use already_used is_taken already_allocated is_already
        alreadyexists: already_exists already_in exists
        invalid: invalid malformed
        review: review reviewing reviewer reviewed code_review
        structure: structure organize organise architecture layout fat refactor clean_up cleanup messy legacy
        name: naming how_to_name
        version: versioning version_my v2 old_clients
        notapplied: no_changes
        validate: validate validation validating validates
        logout: logout log_out sign_out signs_out logged_out signout blacklist
        spam: spam junk
        extra: extra_field quantity through
        getorcreate: get_or_create
        deadletter: dead_letter poison dlx
        everything: whole entire everything
        """;

    // What somebody or something does. A "not" turns it around: "never runs".
    private const string Doings = """
        delete: delete deleted deleting deletes remove removed removing drop dropped
        show: show shows showing shown display displayed displays visible render rendered appear appears see seen look looks
        fail: error errors exception exceptions fail fails failed failing failure crash crashes crashed traceback dies die dead broken breaks wrong problem problems raises raised throws
        login: login log_in logged_in logs_in signin sign_in logging_in logon logs in_login
        register: register registered registers registering registration sign_up signup
        run: run runs running ran execute executes executed executing execution fire fires fired start starts started starting launch trigger triggered called pick_up picked process processed processes consume
        send: send sends sent sending deliver delivered arrive arrives arrived receive received reach reaches goes_out
        change: change changes changed changing update updates updated updating edit edits edited editing modify modified
        save: save saved saving saves store stored storing persist persisted keep keeps kept
        create: create created creates creating insert inserts inserted inserting make making add adds added adding
        connect: connect connects connected connecting connection connections
        return: return returns returned returning answer answers response responses respond
        wait: wait waits waiting until depends_on ready healthcheck accepts
        import: import imports imported importing
        installed: installed satisfied
        begin: begin beginning
        read: read reads reading
        configure: configure configuration config setting settings set
        need: need needs require required requires
        check: check checks checking
        upload: upload uploads uploaded uploading formdata multipart
        reload: reload live_reload bind_mount hot_reload
        rebuild: rebuild
        deploy: deploy deployed deploying deployment deploys
        commit: commit commits committed
        help: help helping bother mentor mentors
        """;

    // What has several names. It is not turned around: in "isn't my task started" it is the starting that does not happen.
    private const string Things = """
        mail: mail mails email emails e-mail newsletter inbox smtp send_mail
        database: database databases db postgres postgresql psql rdbms
        table: table tables
        row: row rows record records entry entries
        background: background
        periodic: periodic scheduled schedule recurring cron crontab beat cronjob every_day every_night daily nightly weekly
        person: user users customer customers account accounts client member people person somebody someone visitor clients
        project: project projects codebase code_base repo repository
        package: package packages library libraries dependency dependencies requirements requirement requirements.txt
        picture: picture pictures photo photos avatar avatars logo img
        field: field fields column columns attribute attributes property properties
        role: role roles
        endpoint: endpoint endpoints url urls route routes path
        big: big large
        team: team teammate teammates colleague colleagues we
        beginner: beginner junior newbie first_time new_here just_joined joined
        folder: folder folders directory directories
        laptop: laptop computer machine pc
        owner: owner own owned belongs belong
        header: header headers
        timezone: timezone timezones time_zone utc tz use_tz
        question: question questions ask asked asking
        frontend: frontend front_end react vue browser spa
        docker: docker container containers containerized compose docker-compose docker_compose
        workflow: workflow workflows github_actions actions pipeline ci gha
        documentation: documentation docs
        openapi: openapi swagger drf-spectacular spectacular schema.yml
        drf: drf django_rest rest_framework djangorestframework django-rest-framework
        token: token tokens jwt simplejwt bearer
        pullrequest: pr prs pull_request pull_requests
        job: job jobs task tasks
        migration: migration migrations migrate makemigrations
        spreadsheet: csv excel xlsx
        environment: env environ environment decouple django-environ os.environ
        venv: venv virtualenv virtual_environment interpreter
        model: model models
        manytomany: manytomanyfield m2m many_to_many
        nested: nested children child parent
        certificate: ssl certificate https certbot letsencrypt let_s_encrypt lets_encrypt
        nplusone: n+1 347_queries sql_statements hundreds_of_sql select_related prefetch_related prefetch dataloader one_query query_per per_item per_row per_object each_row hundreds_of too_many_queries
        readiness: not_ready is_ready starting_up still_starting too_early before_postgres
        static: static collectstatic whitenoise css styling style styles no_style plain_html
        media: media media_root
        rowlock: select_for_update lock locks locked
        ondelete: on_delete cascade protect set_null
        websocket: websocket websockets channels polling real_time realtime live_updates
        lineendings: line_endings crlf dos2unix
        workertimeout: worker_timeout
        ratelimit: rate_limiting
        composite: composite combined multi_column multicolumn
        sequentialscan: seq_scan sequential_scan
        cursor: cursor offset limitoffset pagination paginate pages page_5000
        bulk: bulk_create bulk copy_command
        normalform: 3nf third_normal normalized normalize normalizing normalization normalisation
        groupby: group_by annotate aggregate count how_many number_of
        softdelete: soft_delete is_deleted bring_back
        serverside: server vps host
        production: production prod live
        key: key keys
        password: password passwords passwd
        branch: branch branches
        script: script scripts
        number: number numbers amount
        value: value values
        state: state states status
        object: object objects instance
        query: query queries sql
        list: list lists
        callback: callback callbacks webhook webhooks
        payment: payment payments stripe charge charged charges pay paid
        time: time times
        message: message messages
        file: file files
        decorator: decorator decorators
        enum: enum choices textchoices
        fixedlist: fixed_list
        cookie: cookie cookies sessionid
        session: session sessions
        contract: contract agree
        json: json
        """;

    private static readonly FrozenSet<string> Negations =
        "no not never none nothing nobody cannot cant dont doesnt didnt isnt arent wont wasnt werent hasnt havent couldnt without unablehere ignores ignored ignore refuses missing".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Sense> Senses = Read();
    private static readonly FrozenDictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> BySpan = Senses.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What some words say together; null when they only say themselves.</summary>
    /// <param name="wording">Words in lower case with '_' between them.</param>
    public static Sense? Of(ReadOnlySpan<char> wording) => BySpan.TryGetValue(wording, out var sense) ? sense : null;

    /// <summary>"not", "never", "cannot": turns what follows around.</summary>
    public static bool IsNegation(string word) => Negations.Contains(word);

    private static FrozenDictionary<string, Sense> Read()
    {
        var senses = new Dictionary<string, Sense>(StringComparer.Ordinal);
        foreach (var (table, kind) in new[] { (Symptoms, SenseKind.Symptom), (Doings, SenseKind.Doing), (Things, SenseKind.Thing) })
        {
            foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var sense = new Sense(IsSense + line[..colon], kind);
                foreach (var wording in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    senses.TryAdd(wording, sense);
                }
            }
        }

        return senses.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

internal enum SenseKind
{
    /// <summary>What goes wrong, or is wanted.</summary>
    Symptom,
    Doing,
    Thing,
}

/// <summary>One thing that can be said in different words.</summary>
internal sealed record Sense(string Name, SenseKind Kind);
