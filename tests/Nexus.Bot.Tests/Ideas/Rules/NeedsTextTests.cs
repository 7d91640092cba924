using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class NeedsTextTests
{
    [Theory]
    [InlineData("2 backend, 1 frontend", "Backend 2-2, Frontend 1-1")]
    [InlineData("1-3 backend and 1 frontend & mentor", "Backend 1-3, Frontend 1-1, Mentor 0-1")]
    [InlineData("FE: 2; BE x2", "Backend 2-2, Frontend 2-2")]
    [InlineData("2x Back-end\n1 to 2 front end developers", "Backend 2-2, Frontend 1-2")]
    [InlineData("backend", "Backend 1-1")]
    [InlineData("mentor 1-1", "Mentor 1-1")]
    [InlineData("0 frontend, 2 backends", "Backend 2-2")]
    [InlineData("", "")]
    [InlineData(" , ", "")]
    [InlineData("2 designers", "? 2 designers")]
    [InlineData("backend, two frontend", "? two frontend")]
    [InlineData("2 backend 3", "? 2 backend 3")]
    [InlineData("-1 backend", "? -1 backend")]
    [InlineData("11 backend", "out of range: Backend")]
    [InlineData("99999999999999 mentor", "out of range: Mentor")]
    [InlineData("3-2 frontend", "out of range: Frontend")]
    [InlineData("1 backend, 2 BE", "twice: Backend")]
    public void A_line_says_whom_an_idea_needs(string typed, string read)
    {
        Assert.Equal(read, NeedsText.Read(typed) switch
        {
            NeedsReading.Read { Needs: var needs } => string.Join(", ", needs.Select(need => $"{need.Role} {need.Minimum}-{need.Slots}")),
            NeedsReading.NotUnderstood { Part: var part } => $"? {part}",
            NeedsReading.OutOfRange { Role: var role } => $"out of range: {role}",
            NeedsReading.Twice { Role: var role } => $"twice: {role}",
            var other => other.ToString(),
        });
    }

    [Fact]
    public void What_is_written_into_the_form_is_read_as_the_same()
    {
        Gen.Select(Gen.Int[0, 10], Gen.Int[1, 10], Gen.Int[0, 10], Gen.Int[1, 10]).Sample((backendLeast, backend, mentorLeast, mentor) =>
        {
            RoleNeed[] needs = [new(IdeaRole.Backend, Math.Min(backendLeast, backend), backend), new(IdeaRole.Mentor, Math.Min(mentorLeast, mentor), mentor)];

            Assert.Equal(needs, Assert.IsType<NeedsReading.Read>(NeedsText.Read(NeedsText.Write(needs))).Needs);
        });
    }
}
