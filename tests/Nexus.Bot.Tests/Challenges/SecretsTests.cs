using Nexus.Bot.Features.Shared;
using Nexus.Bot.Tests.Hub;

namespace Nexus.Bot.Tests.Challenges;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("postgres://app:s3cr3t/p@ss@db:5432/app failed", "postgres://app:•••@db:5432/app failed")]
    [InlineData("redis://:hunter2@cache:6379/0", "redis://:•••@cache:6379/0")]
    [InlineData("POSTGRES_PASSWORD=hunter2 docker compose up", "POSTGRES_PASSWORD=••• docker compose up")]
    [InlineData("{\"password\": \"correct horse\", \"user\": \"ada\"}", "{\"password\": •••, \"user\": \"ada\"}")]
    [InlineData("SECRET_KEY = 'django-insecure-a b c'", "SECRET_KEY = •••")]
    [InlineData("DATABASES['default']['PASSWORD'] = 'pw'", "DATABASES['default']['PASSWORD'] = •••")]
    [InlineData("curl -H 'Authorization: Bearer abcdefghij' http://x", "curl -H 'Authorization: Bearer •••' http://x")]
    [InlineData("curl -u ada:hunter2 http://x", "curl -u ada:••• http://x")]
    [InlineData("mysql --password hunter2 app", "mysql --password ••• app")]
    [InlineData("Set-Cookie: sessionid=abc; Path=/", "Set-Cookie: •••")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE was refused", "key ••• was refused")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = •••")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def_123 rejected", "token ••• rejected")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwx0123456789", "•••")]
    [InlineData("https://ghp_abcdefghijklmnopqrstuvwx@github.com/a/b", "https://•••@github.com/a/b")]
    [InlineData("/api/webhooks/123456/abc-DEF_ghi", "/api/webhooks/123456/•••")]
    [InlineData("sig Zm9vYmFyMTIzNDU2Nzg5MFFXRVJUWVVJT1BBUw==", "sig •••")]
    public void Are_hidden_and_the_words_around_them_stay(string paste, string shown) => Assert.Equal(shown, Secrets.Mask(paste));

    [Fact]
    public void A_private_key_goes_to_its_end_or_to_the_end_of_the_paste()
    {
        const string Key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\nabc+/=\n-----END RSA PRIVATE KEY-----\nPermission denied (publickey).";

        var shown = Secrets.Mask(Key);

        Assert.DoesNotContain("MIIE", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("abc+", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("MIIE", Secrets.Mask(Key[..60]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invalid token: missing")]
    [InlineData("KeyError: 'SECRET_KEY'")]
    [InlineData("password authentication failed for user \"app\"")]
    [InlineData("SECRET_KEY = os.environ['SECRET_KEY']")]
    [InlineData("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("File \"/usr/local/lib/python3.13/site-packages/django/core/handlers/exception.py\", line 55, in inner")]
    public void What_is_none_stays(string line) => Assert.Equal(line, Secrets.Mask(line));

    [Fact]
    public void Every_known_error_line_survives()
    {
        var signatures = ShippedHub.Index.Pages.SelectMany(page => page.Signatures).ToList();

        Assert.NotEmpty(signatures);
        Assert.All(signatures, signature => Assert.Equal(signature, Secrets.Mask(signature)));
    }

    [Fact]
    public void What_is_hidden_stays_hidden_when_it_is_masked_again()
    {
        const string Once = "PASSWORD=••• postgres://app:•••@db token: •••";

        Assert.Equal(Once, Secrets.Mask(Once));
    }
}
