using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

public sealed class HubLinterTests : IDisposable
{
    private static readonly DateOnly s_today = new(2026, 11, 23);

    private static readonly string s_prose = string.Join(' ', Enumerable.Repeat("A worker takes one message after the other and says when it is done with it.", 17));

    private static readonly string s_task = $$"""
        ---
        slug: task-queues
        title: Task queues
        aliases: [task queue, background worker, job queue, work queue, queue worker, job runner]
        keywords: [slow request, run later, retry, countdown, acknowledge, worker is stuck, lost message, prefetch, timeout, routing, priority, chain, group, chord, result]
        tags: [async, queue]
        kind: topic
        level: beginner
        related: [stuck-tasks]
        prerequisites: []
        next: [stuck-tasks]
        owner: mentors
        last_reviewed: 2026-11-20
        sources:
          - title: Tasks
            url: https://docs.example.org/tasks.html
          - title: Workers
            url: https://docs.example.org/workers.html
        ---
        ## Summary
        A queue between the request and the work.

        ## Example
        ```python
        def add(a: int, b: int) -> int:
            return a + b
        ```
        ```yaml
        worker:
          command: [run, worker]
        ```
        ```json
        {"id": 1}
        ```
        ```bash
        for i in 1 2; do echo "$i"; done
        ```

        ## Common mistakes
        {{s_prose}} See hub: stuck-tasks.

        ## When not to use it
        When the work is quick.

        ## How the frontend sees it
        `202`, then it asks again.
        """;

    private static readonly string s_stuck = $$"""
        ---
        slug: stuck-tasks
        title: Stuck tasks
        aliases: [tasks hang, hanging tasks, tasks never finish, worker hangs, frozen worker, task is pending]
        keywords: [pending, no worker, wrong queue, not registered, broker down, connection refused, log, health check, unacked, dead letter, restart, memory, deploy, timeout, prefetch]
        tags: [queue, debugging]
        kind: challenge
        level: intermediate
        related: [task-queues]
        prerequisites: [task-queues]
        next: []
        owner: mentors
        last_reviewed: 2026-11-20
        sources:
          - title: Monitoring
            url: https://docs.example.org/monitoring.html
          - title: Workers
            url: https://docs.example.org/workers.html
        signatures:
          - 'Received unregistered task of type *'
          - 'Cannot connect to the broker at *'
          - 'worker lost: signal *'
          - 'task timed out after * seconds'
        ---
        ## Summary
        Tasks wait and nothing happens.

        ## Symptom
        They stay pending.

        ## Cause
        Nobody takes them.

        ## Fix
        Start a worker for this queue.
        ```python
        print(1)
        ```

        ## Common mistakes
        {{s_prose}}

        ## When not to use it
        When the broker itself is down.

        ## How the frontend sees it
        A spinner without end.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nexus-lint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Of_good_pages_there_is_nothing_to_say() => Assert.Equal("", await FindingsAsync(s_task, s_stuck));

    [Theory]
    [InlineData("slug: task-queues", "slug: task-queue2", "task-queues.md:2: error: the file must be called 'task-queue2.md', after its slug.")]
    [InlineData("kind: topic", "kind: novel", "task-queues.md: error: the page is not served: 'kind' is 'novel'")]
    [InlineData("title: Task queues", "title: \"Task queues", "task-queues.md:3: error: the page is not served: front matter, line 3:")]
    [InlineData("title: Task queues", "title: Stuck tasks", "task-queues.md:3: error: the title 'Stuck tasks' is already the slug of stuck-tasks.md")]
    [InlineData("[task queue,", "[Tasks  Hang,", "task-queues.md:4: error: the alias 'Tasks  Hang' is already the alias of stuck-tasks.md; a name leads to one page.")]
    [InlineData("[task queue,", "[Job queue,", "task-queues.md:4: warning: 'Job queue' stands in 'aliases' twice.")]
    [InlineData("[task queue,", "['!',", "task-queues.md:4: error: the alias '!' has no letters or digits.")]
    [InlineData("[slow request, run later,", "[slow request, Slow request,", "task-queues.md:5: warning: 'slow request' stands in 'keywords' twice.")]
    [InlineData(", group, chord, result]", "]", "task-queues.md:5: warning: 'keywords' has 12 entries; 15 to 120 serve readers best.")]
    [InlineData("tags: [async, queue]", "tags: [async, cooking]", "task-queues.md:6: warning: the tag 'cooking' is not one of the hub's: python,")]
    [InlineData("related: [stuck-tasks]", "related: [stuck-tasks, nothing]", "task-queues.md:9: error: related links to 'nothing', and there is no such page.")]
    [InlineData("next: [stuck-tasks]", "next: [task-queues]", "task-queues.md:11: error: next links to the page itself.")]
    [InlineData("next: [stuck-tasks]", "next: [stuck-tasks, stuck-tasks]", "task-queues.md:11: error: 'stuck-tasks' stands in 'next' twice.")]
    [InlineData("See hub: stuck-tasks.", "See hub: stuck-task.", "task-queues.md:40: error: the text links to 'stuck-task', and there is no such page.")]
    [InlineData("prerequisites: []", "prerequisites: [stuck-tasks]", "stuck-tasks.md:10: error: the prerequisites run in a circle: stuck-tasks → task-queues → stuck-tasks.")]
    [InlineData("prerequisites: []", "prerequisites: [stuck-tasks]", "task-queues.md:11: error: 'stuck-tasks' is to be read both before and after this page.")]
    [InlineData("2026-11-20", "2026-11-24", "task-queues.md:13: error: 'last_reviewed' is in the future.")]
    [InlineData("2026-11-20", "2025-11-22", "task-queues.md:13: warning: nobody has reviewed this page for over a year")]
    [InlineData("https://docs.example.org/tasks.html", "http://docs.example.org/", "task-queues.md: error: the page is not served: the source 'http://docs.example.org/' must be an https address.")]
    [InlineData("https://docs.example.org/tasks.html", "https://localhost/tasks", "task-queues.md:16: error: 'https://localhost/tasks' is not the address of a public page.")]
    [InlineData("https://docs.example.org/tasks.html", "https://docs.example.org/workers.html", "task-queues.md:16: error: the source 'https://docs.example.org/workers.html' is there twice.")]
    [InlineData("title: Workers", "title: tasks", "task-queues.md:15: warning: two sources are called 'Tasks'; readers cannot tell them apart.")]
    [InlineData("## Common mistakes", "## Frequent mistakes", "task-queues.md:39: error: '## Frequent mistakes' is no heading of a topic; they are: Summary, Example, Common mistakes, When not to use it, How the frontend sees it.")]
    [InlineData("## Common mistakes", "## Frequent mistakes", "task-queues.md: error: the section '## Common mistakes' is missing.")]
    [InlineData("How the frontend sees it", "How the backend sees it", "task-queues.md: error: the section '## How the frontend sees it' is missing.")]
    [InlineData("## When not to use it\nWhen the work is quick.\n\n## How the frontend sees it", "## How the frontend sees it\nx\n\n## When not to use it", "task-queues.md:45: error: '## When not to use it' comes too late; the order is: Summary,")]
    [InlineData("## When not to use it", "### When not to use it", "task-queues.md:42: error: headings are written '## When not to use it'; larger and smaller ones have no place on a card.")]
    [InlineData("---\n## Summary", "---\nHello.\n\n## Summary", "task-queues.md:20: error: text before the first heading is not shown.")]
    [InlineData("When the work is quick.", "", "task-queues.md:42: error: the section '## When not to use it' is empty.")]
    [InlineData("takes one message after the other and says when it is done with it", "works", "task-queues.md: error: the prose has 72 words outside of code; at least 250 make a useful page.")]
    [InlineData("A worker takes", "A worker which may be slow or far away or new or old or one of a great many others that are all very busy today takes", "task-queues.md: error: the page has 7")]
    [InlineData("```python\ndef", "```\ndef", "task-queues.md:24: error: the code block needs its language")]
    [InlineData("```python\ndef", "```cobol\ndef", "task-queues.md:24: error: 'cobol' is none of the hub's languages: python,")]
    [InlineData("done\n```", "done", "task-queues.md:35: error: the code block is not closed.")]
    [InlineData("```json\n{\"id\": 1}\n```", "```json\n```", "task-queues.md:32: error: the code block is empty.")]
    [InlineData("```json\n{\"id\": 1}\n```", "~~~json\n{\"id\": 1}\n~~~", "task-queues.md:32: error: a code block starts and ends with three backticks")]
    [InlineData("command: [run, worker]", "command: [run, worker", "task-queues.md:31: error: this yaml does not parse:")]
    [InlineData("worker:\n  command", "worker: a\n  command", "task-queues.md:30: error: this yaml does not parse:")]
    [InlineData("{\"id\": 1}", "{\n\"id\": 1,}", "task-queues.md:34: error: this json does not parse:")]
    [InlineData("When the work is quick.", "Say <b>no</b>.", "task-queues.md:43: error: Discord shows '<b>' as it is typed; put it into backticks.")]
    [InlineData("When the work is quick.", "<div>\nno\n</div>", "task-queues.md:43: error: Discord shows HTML as it is typed")]
    [InlineData("When the work is quick.", "![a picture](https://docs.example.org/a.png)", "task-queues.md:43: error: a card shows no pictures")]
    [InlineData("When the work is quick.", "See [this](stuck-tasks.md).", "task-queues.md:43: error: the link 'stuck-tasks.md' must be an https address; another page of the hub is named as: see hub: slug.")]
    [InlineData("When the work is quick.", "See <http://docs.example.org>.", "task-queues.md:43: error: the link 'http://docs.example.org' must be an https address.")]
    [InlineData("When the work is quick.", "| a | b |\n|---|---|\n| 1 | 2 |", "task-queues.md:43: error: Discord has no tables; use a list.")]
    [InlineData("When the work is quick.", "Quick.\n\n    code()\n", "task-queues.md:45: error: indented code is no code block in Discord")]
    [InlineData("When the work is quick.", "Quick.\n\n---\n\nor not", "task-queues.md:45: error: Discord draws no line for '---'")]
    [InlineData("When the work is quick.", "Quick[^1].", "task-queues.md:43: error: Discord has no footnotes")]
    [InlineData("title: Task queues", "title: Task queues and everything else that a person may want to know about them all and more", "task-queues.md: error: the page is not served: 'title' must be text of 1 to 80 characters.")]
    [InlineData("title: Task queues", "title: Task queues and everything else that a person may want to know of them all", "task-queues.md:3: error: the title is too long for a button; at most 71 characters fit.")]
    public async Task A_bad_page_is_told_what_to_change(string text, string instead, string finding)
    {
        Assert.Contains(text, s_task, StringComparison.Ordinal);
        Assert.Contains(finding, await FindingsAsync(s_task.Replace(text, instead, StringComparison.Ordinal), s_stuck), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("related: [task-queues]\nprerequisites: [task-queues]", "related: []\nprerequisites: []", "task-queues.md:2: error: no other page leads to 'task-queues'; name it in the 'related', 'next' or 'prerequisites' of one.")]
    [InlineData("signatures:\n", "lines:\n", "stuck-tasks.md: error: a challenge needs 'signatures': the error lines by which it is recognised.")]
    [InlineData("'worker lost: signal *'", "'lost: *'", "stuck-tasks.md:22: error: the signature 'lost: *' has too few letters of its own: nearly any line would match it.")]
    [InlineData("  - 'worker lost: signal *'\n", "", "stuck-tasks.md:19: warning: 'signatures' has 3 entries; 4 to 30 serve readers best.")]
    [InlineData("## Cause\nNobody takes them.\n", "", "stuck-tasks.md: error: the section '## Cause' is missing.")]
    public async Task A_bad_challenge_is_told_what_to_change(string text, string instead, string finding)
    {
        Assert.Contains(text, s_stuck, StringComparison.Ordinal);
        Assert.Contains(finding, await FindingsAsync(s_task, s_stuck.Replace(text, instead, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_cut_on_the_card_is_told()
    {
        var found = await FindingsAsync(
            s_task.Replace("When the work is quick.", new string('x', 3700), StringComparison.Ordinal)
                .Replace("A queue between", new string('y', 1650) + " A queue between", StringComparison.Ordinal)
                .Replace("    return a + b", "    return a + b  # " + new string('z', 1800), StringComparison.Ordinal),
            s_stuck);

        Assert.Contains("task-queues.md: warning: '## Summary' has 1692 characters; 1600 leave room for the rest of the card.", found, StringComparison.Ordinal);
        Assert.Contains("task-queues.md: error: the section '## When not to use it' does not fit its card and would be cut; shorten it.", found, StringComparison.Ordinal);
        Assert.Contains("task-queues.md: error: summary and example together do not fit the card", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_with_one_slug_the_second_is_told()
    {
        var found = await HubLinter.CheckAsync([("a.md", s_task), ("task-queues.md", s_task), ("stuck-tasks.md", s_stuck)], s_today, default);

        Assert.Contains(found.Findings, finding => finding.ToString() == "task-queues.md:2: error: the slug 'task-queues' is already the slug of a.md; a name leads to one page.");
    }

    [ProgramTheory("python3")]
    [InlineData("    return a + b", "    return a +", "task-queues.md:26: error: this python does not parse: invalid syntax")]
    [InlineData("    return a + b", "  \treturn a\n   return b", "task-queues.md:27: error: this python does not parse:")]
    public Task Python_that_would_not_run_is_told(string text, string instead, string finding) => A_bad_page_is_told_what_to_change(text, instead, finding);

    [ProgramTheory("python3")]
    [InlineData("print(1)", "print(1", "stuck-tasks.md:37: error: this python does not parse: '(' was never closed")]
    public Task Each_example_is_told_in_its_own_file(string text, string instead, string finding) => A_bad_challenge_is_told_what_to_change(text, instead, finding);

    [ProgramTheory("bash")]
    [InlineData("; done\n", "\n", "task-queues.md:3")]
    [InlineData("echo \"$i\"", "echo \"$i", "this bash does not parse: unexpected EOF while looking for matching")]
    [InlineData("for i in 1 2; do", "echo ok\nfor i in 1 2; if", "task-queues.md:37: error: this bash does not parse: syntax error near unexpected token")]
    public Task Bash_that_would_not_run_is_told(string text, string instead, string finding) => A_bad_page_is_told_what_to_change(text, instead, finding);

    [Fact]
    public async Task The_command_prints_each_finding_with_its_place_and_the_sum_and_fails_on_errors_only()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "task-queues.md"), s_task.Replace("tags: [async, queue]", "tags: [async, cooking]", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "stuck-tasks.md"), s_stuck);

        var (exit, printed) = await LintAsync(_folder.FullName);
        Assert.Equal(0, exit);
        Assert.StartsWith(Path.Combine(_folder.FullName, "task-queues.md:6: warning: the tag 'cooking'"), printed, StringComparison.Ordinal);
        Assert.EndsWith("2 pages, 0 errors, 1 warnings", printed.TrimEnd(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "broken.md"), "no front matter");
        (exit, printed) = await LintAsync(_folder.FullName);
        Assert.Equal(1, exit);
        Assert.Contains("broken.md: error: the page is not served: a page starts with front matter between two lines '---'.", printed, StringComparison.Ordinal);
        Assert.EndsWith("2 pages, 1 errors, 1 warnings", printed.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_so_when_there_is_no_folder()
    {
        var (exit, printed) = await LintAsync(Path.Combine(_folder.FullName, "gone"));

        Assert.Equal(1, exit);
        Assert.Contains("There is no folder", printed, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Printed)> LintAsync(string folder)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var clock = new FakeTimeProvider(new DateTimeOffset(s_today, TimeOnly.MinValue, TimeSpan.Zero));
        var exit = await HubLint.RunAsync(folder, new ConfigurationBuilder().Build(), clock, output);
        return (exit, output.ToString());
    }

    private static async Task<string> FindingsAsync(string task, string stuck) =>
        string.Join('\n', (await HubLinter.CheckAsync([("task-queues.md", task), ("stuck-tasks.md", stuck)], s_today, default)).Findings);
}
