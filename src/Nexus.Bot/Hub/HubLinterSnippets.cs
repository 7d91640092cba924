using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nexus.Bot.Hub;

/// <summary>Parses the examples: YAML and JSON here, Python and Bash by their own programs when the machine has them.</summary>
internal static class HubLinterSnippets
{
    private const int MostReason = 200;

    // Of a list of texts on standard input, [index, line, message] of each that does not parse. Runs nothing of them.
    private const string PythonParser = """
        import ast, json, sys, warnings
        warnings.simplefilter("ignore")
        wrong = []
        for index, code in enumerate(json.load(sys.stdin)):
            try:
                ast.parse(code)
            except SyntaxError as error:
                wrong.append([index, error.lineno or 1, error.msg])
            except (ValueError, RecursionError, MemoryError) as error:
                wrong.append([index, 1, str(error)])
        json.dump(wrong, sys.stdout)
        """;

    // The same for texts that each end with a zero byte: an answer for each, empty when it parses. "-n" runs nothing.
    private const string BashParser = """while IFS= read -r -d '' code; do printf '%s\n' "$code" | bash -n 2>&1; printf '\0'; done""";

    /// <returns>What could not be checked, and why.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(IReadOnlyList<LintedPage> files, CancellationToken ct)
    {
        var fences = files.SelectMany(file => file.Fences.Select(fence => new Snippet(file, fence))).ToList();
        foreach (var snippet in fences)
        {
            CheckHere(snippet);
        }

        var notes = new List<string>();
        await WithAsync("python3", [.. fences.Where(snippet => snippet.Language == "python")], CheckPythonAsync);
        await WithAsync("bash", [.. fences.Where(snippet => snippet.Language == "bash")], CheckBashAsync);
        return notes;

        async Task WithAsync(string program, IReadOnlyList<Snippet> snippets, Func<IReadOnlyList<Snippet>, CancellationToken, Task> check)
        {
            if (snippets.Count == 0)
            {
                return;
            }

            try
            {
                await check(snippets, ct);
            }
            catch (Exception missing) when (missing is Win32Exception or IOException or JsonException)
            {
                notes.Add($"{program} does not run here, so {snippets.Count} examples were not parsed: {missing.Message}");
            }
        }
    }

    private static void CheckHere(Snippet snippet)
    {
        switch (snippet.Language)
        {
            case "yaml":
                try
                {
                    new YamlStream().Load(new StringReader(snippet.Code));
                }
                catch (YamlException wrong)
                {
                    snippet.Wrong((int)wrong.Start.Line, wrong.Message);
                }
                catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
                {
                    snippet.Wrong(1, "look for an unclosed bracket or quote"); // the parser stumbles over some of those
                }

                break;
            case "json":
                try
                {
                    using var document = JsonDocument.Parse(snippet.Code);
                }
                catch (JsonException wrong)
                {
                    snippet.Wrong((int)(wrong.LineNumber ?? 0) + 1, wrong.Message);
                }

                break;
        }
    }

    private static async Task CheckPythonAsync(IReadOnlyList<Snippet> snippets, CancellationToken ct)
    {
        var answer = await AskAsync("python3", ["-I", "-X", "utf8", "-c", PythonParser], JsonSerializer.Serialize(snippets.Select(snippet => snippet.Code)), ct);
        using var wrong = JsonDocument.Parse(answer);
        foreach (var one in wrong.RootElement.EnumerateArray())
        {
            snippets[one[0].GetInt32()].Wrong(one[1].GetInt32(), one[2].GetString() ?? "");
        }
    }

    private static async Task CheckBashAsync(IReadOnlyList<Snippet> snippets, CancellationToken ct)
    {
        var asked = string.Concat(snippets.Select(snippet => snippet.Code.Replace('\0', ' ') + '\0'));
        var answers = (await AskAsync("bash", ["--norc", "--noprofile", "-c", BashParser], asked, ct)).Split('\0');
        if (answers.Length <= snippets.Count)
        {
            throw new IOException("it gave fewer answers than it was asked.");
        }

        for (var i = 0; i < snippets.Count; i++)
        {
            if (answers[i].Length > 0)
            {
                var words = answers[i].Split('\n')[0];
                var line = words.Split("line ") is [_, var rest, ..] && int.TryParse(rest.Split(':')[0], out var number) ? number : 1;
                snippets[i].Wrong(line, words[(words.IndexOf(": ", words.IndexOf("line ", StringComparison.Ordinal) + 1, StringComparison.Ordinal) + 2)..]);
            }
        }
    }

    private static async Task<string> AskAsync(string program, string[] arguments, string input, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        process.Start();
        try
        {
            var reading = process.StandardOutput.ReadToEndAsync(ct);
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            var answer = await reading;
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? answer : throw new IOException($"it ended with exit code {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private sealed record Snippet(LintedPage File, FencedCodeBlock Fence)
    {
        public string Language => Fence.Info ?? "";

        public string Code { get; } = Fence.Lines.ToString();

        public void Wrong(int line, string reason)
        {
            reason = reason.ReplaceLineEndings(" ").Trim();
            File.Error(File.LineOf(Fence) + line, $"this {Language} does not parse: {(reason.Length > MostReason ? reason[..MostReason] + "…" : reason)}");
        }
    }
}
