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
    [InlineData("Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b", "Authorization: Token •••")]
    [InlineData("https://hooks.slack.com/services/T000/B000/XXXX", "https://hooks.slack.com/services/•••")]
    [InlineData("AccountName=app;AccountKey=abc/def==;EndpointSuffix=x", "AccountName=app;AccountKey=•••;EndpointSuffix=x")]
    [InlineData("key = AIzaSyA1234567890abcdefghijklmnopqrstuv", "key = •••")]
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
    [InlineData("token = request.headers.get('Authorization')")]
    [InlineData("user = authenticate(username=username, password=password)")]
    [InlineData("password: str, access_token=access_token")]
    [InlineData("headers = {\"Authorization\": f\"Bearer {token}\"}")]
    [InlineData("password = models.CharField(max_length=128)")]
    public void What_is_none_stays(string line) => Assert.Equal(line, Secrets.Mask(line));

    // Put together here, so that nobody who scans the sources takes them for real ones.
    [Theory]
    [InlineData("AKIA|IOSFODNN7EXAMPLE", "an AWS key")]
    [InlineData("ghp|_abcdefghijklmnopqrstuvwx0123456789", "a GitHub token")]
    [InlineData("xoxb|-1234567890-abcdefghij", "a Slack token")]
    [InlineData("sk|_live_abcdefghij1234567890", "a Stripe key")]
    [InlineData("AIza|SyA1234567890abcdefghijklmnopqrstuv", "a Google key")]
    [InlineData("'django|-insecure-5x$k2m!q8w@e7r6t5y4u3i2o1p'", "a Django secret key")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9|.eyJzdWIiOiIxIn0.abc-def_123", "a signed token (JWT)")]
    [InlineData("-----BEGIN| PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", "a private key")]
    [InlineData("postgres|://app:s3cr3t@db:5432/app", "a password in an address")]
    [InlineData("Authorization: Bearer| abcdefghij", "a token in a header")]
    [InlineData("DB_PASSWORD|=hunter2", "the value of DB_PASSWORD")]
    public void Whoever_pasted_one_is_told_its_line_and_what_it_looks_like(string secret, string kind) =>
        Assert.Equal(
            [new HiddenSecret(2, kind)],
            Secrets.Hide($"first\n{secret.Replace("|", "", StringComparison.Ordinal)}\nlast line").Secrets);

    [Fact]
    public void The_lines_after_a_private_key_keep_their_numbers() =>
        Assert.Equal(
            [new HiddenSecret(1, "a private key"), new HiddenSecret(5, "the value of TOKEN")],
            Secrets.Hide("-----BEGIN PRIVATE KEY-----\nMIIE\nabc\n-----END PRIVATE KEY-----\nTOKEN=x1").Secrets);

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
