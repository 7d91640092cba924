Console.WriteLine("load | startup");
