Console.WriteLine("Nexus");
