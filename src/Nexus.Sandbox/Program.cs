using Nexus.Sandbox;

await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Urls = "http://127.0.0.1:5080" });
Console.WriteLine($"The sandbox is at {sandbox.BaseAddress}");
await sandbox.WaitForShutdownAsync();
