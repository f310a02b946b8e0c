using System.Text;
using Lianzhang;

// Output is UTF-8 whatever the locale says: names and units are Chinese.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected, TimeProvider.System));
