using System.Collections.Frozen;

namespace Nexus.Bot.Search;

/// <summary>Short forms of the trade and what they are short for. A page's own names go before them.</summary>
internal static class ShortForms
{
    private static readonly FrozenDictionary<string, string[]> Long = """
        12m one-to-many relationship
        2fa login authentication
        acid transactions
        app application
        apps applications
        args arguments
        auth authentication
        authn authentication
        authz authorization permission
        bd database
        bdd database
        be backend
        bg background
        cfg configuration
        comms communication
        conf configuration
        config configuration
        conn connection
        conns connections
        cr code review
        cred credentials
        creds credentials
        cte sql query
        db database
        dbs database
        ddd structure architecture
        dep dependency
        deps dependencies
        dev development
        devs developers
        dir directory
        dirs directories
        doc documentation
        docs documentation
        dt datetime
        dto serializer
        dup duplicate
        dups duplicates
        env environment variable
        envs environment variable
        err error
        ex exception
        exc exception
        fe frontend
        fks foreign key
        fn function
        func function
        idx index
        img image
        impl implementation
        k/v key value
        kv key value
        lib library
        libs libraries
        m2o foreign key relationship
        mr merge request
        msg message
        msgs messages
        mvc structure architecture
        mvt structure architecture
        mw middleware
        o2m one-to-many relationship
        o2o one-to-one relationship
        oauth token authentication
        oauth2 token authentication
        obj object
        opt optimization
        param parameter
        params parameters
        passwd password
        perf performance
        perm permission
        perms permissions
        pk primary key
        pkg package
        pkgs packages
        prod production
        pw password
        pwd password
        qa testing
        rel relationship
        rels relationships
        repo repository
        repos repository
        req request
        reqs requirements
        res response
        resp response
        sched schedule
        scm version control
        sso login authentication
        tbl table
        tx transaction
        txn transaction
        tz timezone
        uat testing
        ut unit test
        uts unit tests
        var variable
        vars variables
        vcs version control
        ws websocket
        """.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    /// <summary>The words that this is short for, or none.</summary>
    public static IReadOnlyList<string> Of(string word) => Long.TryGetValue(word, out var words) ? words : [];
}
