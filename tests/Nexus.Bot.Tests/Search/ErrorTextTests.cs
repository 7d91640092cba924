using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Search;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("Bind for 0.0.0.0:5432 failed", "bind for # failed")]
    [InlineData("File \"/home/ana/shop/models.py\", line 12", "file #, line #")]
    [InlineData("No module named 'rest_framework'", "no module named #")]
    [InlineData("task 3fa85f64-5717-4562-b3fc-2c963f66afa6 failed", "task # failed")]
    [InlineData("container 9f86d081884c exited with code 137", "container # exited with code #")]
    [InlineData("at 0x7f3a2c1b5d60>", "at #>")]
    [InlineData("could not connect to db:5432", "could not connect to #")]
    [InlineData("mail to ana@example.org bounced", "mail to # bounced")]
    [InlineData("can't adapt type 'UUID'", "can't adapt type #")]
    [InlineData("Connection refused", "connection refused")]
    public void What_differs_from_machine_to_machine_is_one_sign(string line, string normal) =>
        Assert.Equal(normal, ErrorText.Normalise(line));

    [Theory]
    [InlineData("\u001b[1;31mERROR\u001b[0m boom", "boom")]
    [InlineData("web-1  | boom", "boom")]
    [InlineData("[2026-11-20 09:14:03,112: ERROR/MainProcess] boom", "boom")]
    [InlineData("[2026-11-20 09:14:03,112: WARNING/ForkPoolWorker-3] boom", "boom")]
    [InlineData("2026-11-20T09:14:03.112Z ERROR: boom", "boom")]
    [InlineData("2026-11-20 09:14:03.112 UTC [41] FATAL:  boom   bang", "boom bang")]
    [InlineData("error connecting", "error connecting")]
    [InlineData("404 page not found", "404 page not found")]
    public void A_line_starts_with_its_message(string line, string message) =>
        Assert.Equal([message], ErrorText.Lines(line));

    [Theory]
    [InlineData("Traceback (most recent call last): File x")]
    [InlineData("ModuleNotFoundError: No module named 'x'")]
    [InlineData("django.core.exceptions.ImproperlyConfigured: SECRET_KEY")]
    [InlineData("worker: something went wrong\nworker: stopping")]
    [InlineData("Error: listen EADDRINUSE")]
    public void An_error_is_known_as_pasted(string text) => Assert.True(ErrorText.IsPasted(text));

    [Theory]
    [InlineData("how do I handle an error in the serializer?")]
    [InlineData("errors")]
    [InlineData("celery")]
    [InlineData("celery\npls")]
    [InlineData("My Django Exceptions are ugly")]
    public void A_question_is_not(string text) => Assert.False(ErrorText.IsPasted(text));

    [Fact]
    public void The_essence_of_a_traceback_is_what_went_wrong_not_where() =>
        Assert.Equal(
            "Traceback (most recent call last): \nfrom .views import OrderView \nImportError: cannot import name \n",
            ErrorText.Essence("""
                Traceback (most recent call last):
                  File "/app/shop/urls.py", line 3, in <module>
                    from .views import OrderView
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                ImportError: cannot import name /app/shop/views.py 0x7f3a2c1b5d60
                """));

    [Theory]
    [InlineData("```py\nimport celery\n```", "import celery")]
    [InlineData("Why?\n```\nKeyError: 'x'\n```\npls", "Why?\nKeyError: 'x'\npls")]
    [InlineData("```docker ps```", "```docker ps```")]
    [InlineData("no fence", "no fence")]
    public void The_lines_of_a_code_block_stay_and_its_fences_go(string text, string without) =>
        Assert.Equal(without, QuestionText.WithoutFences(text));
}
