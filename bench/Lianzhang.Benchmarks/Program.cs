using Lianzhang.Benchmarks;

// What the product is compared with: a .NET program that does nothing, and a server with one empty page.
if (args is ["nothing"])
    return 0;
if (args is [EmptyWeb.Mode])
{
    EmptyWeb.Run();
    return 0;
}

ProcessStart.Run();
ServingPages.Run();
ReadingFigures.Run();
CheckingRights.Run();
return 0;
