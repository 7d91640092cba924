using System.Text;
using Microsoft.AspNetCore.Http;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestRequestBodyTests
{
    [Theory]
    [InlineData("{\"content\":\"hi\"}", "application/json", null)]
    [InlineData("", null, null)]
    [InlineData("{", "application/json", "50109")]
    [InlineData("{\"\\ud800\":1}", "application/json", "50109")]
    [InlineData("{\"a\":\"\\uD83D\\uDE00\"}", "application/json", null)]
    [InlineData("{}", "text/plain", "CONTENT_TYPE_INVALID")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=payload_json\r\n\r\n{}\r\n--b--\r\n", "multipart/form-data; boundary=b", null)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=payload_json\r\n\r\n{", "multipart/form-data; boundary=b", "50109")]
    [InlineData("{}", "multipart/form-data", "50109")]
    public async Task A_body_is_read_or_refused(string body, string? contentType, string? refusal)
    {
        var error = await RefusalOf(Encoding.UTF8.GetBytes(body), contentType);

        Assert.Equal(refusal, error?.TrimStart());
    }

    [Fact]
    public async Task Files_keep_their_number_name_and_bytes_whichever_way_a_client_quotes_them()
    {
        const string Body =
            "--\"b\r\nContent-Disposition: form-data; name=payload_json\r\nContent-Type: application/json\r\n\r\n{\"content\":\"x\"}\r\n"
            + "--\"b\r\nContent-Disposition: form-data; name=\"files[2]\"; filename=r_sum_.txt; filename*=utf-8''r%C3%A9sum%C3%A9.txt\r\nContent-Type: text/plain\r\n\r\none\r\n"
            + "--\"b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"\r\n\r\ntwo\r\n--\"b--\r\n";
        var body = await RequestBody.ReadAsync(Request(Encoding.UTF8.GetBytes(Body.Replace("--\"b", "--b")), "multipart/form-data; boundary=\"b\""), default);

        Assert.Equal("x", body.Json.GetProperty("content").GetString());
        Assert.Equal(
            [(2ul, "résumé.txt", "one"), (0ul, "passwd", "two")],
            body.Files.Select(file => (file.Index, file.Filename, Encoding.UTF8.GetString(file.Bytes))));
    }

    [Fact]
    public async Task A_file_may_have_10_MiB_and_not_a_byte_more()
    {
        Assert.Null(await RefusalOf(Upload((int)PayloadRules.FileSizeMax), "multipart/form-data; boundary=b"));
        Assert.Equal("40005", await RefusalOf(Upload((int)PayloadRules.FileSizeMax + 1), "multipart/form-data; boundary=b"));
    }

    [Fact]
    public async Task A_request_may_have_25_MiB() =>
        Assert.Equal("40005", await RefusalOf(new byte[PayloadRules.RequestSizeMax + 1], "application/json"));

    private static byte[] Upload(int size) =>
    [
        .. "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.bin\"\r\n\r\n"u8,
        .. new byte[size],
        .. "\r\n--b--\r\n"u8,
    ];

    private static async Task<string?> RefusalOf(byte[] body, string? contentType)
    {
        try
        {
            await RequestBody.ReadAsync(Request(body, contentType), default);
            return null;
        }
        catch (DiscordError error)
        {
            return Refusal.Of(error);
        }
    }

    private static HttpRequest Request(byte[] body, string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        request.ContentLength = body.Length;
        request.ContentType = contentType;
        return request;
    }
}
