using Lianzhang.Benchmarks;

// What the process start is compared with: a .NET program that does nothing.
if (args is ["nothing"])
    return 0;

ProcessStart.Run();
ReadingFigures.Run();
return 0;
