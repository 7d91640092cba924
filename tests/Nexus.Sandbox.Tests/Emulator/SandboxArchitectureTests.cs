using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Nexus.Sandbox.Tests.Emulator;

/// <summary>Client and emulator must not share a typo and agree with each other.</summary>
public sealed class SandboxArchitectureTests
{
    private static readonly System.Reflection.Assembly Sandbox = typeof(SandboxHost).Assembly;

    [Fact]
    public void The_sandbox_does_not_use_the_bots_Discord_library() =>
        Assert.DoesNotContain(Sandbox.GetReferencedAssemblies(), assembly => assembly.Name == "Nexus.Discord");

    [Fact]
    public void Only_the_program_knows_the_bot()
    {
        var bot = System.Reflection.Assembly.Load("Nexus.Bot");
        var architecture = new ArchLoader().LoadAssemblies(Sandbox, bot).Build();

        Types().That().ResideInAssembly(Sandbox).And().DoNotHaveNameStartingWith("Program")
            .Should().NotDependOnAny(Types().That().ResideInAssembly(bot))
            .Because("the sandbox serves any client; Program.cs alone puts the two together")
            .Check(architecture);
    }
}
