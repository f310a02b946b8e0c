using System.Text;
using Lianzhang;

// Output is UTF-8 whatever the locale says: names and units are Chinese.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var isPipe = Console.IsOutputRedirected;
// NO_COLOR and TERM=dumb are how people and programs ask for plain text.
var isPlain = isPipe || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb";
return CommandLine.Run(args, new Terminal(Console.Out, Console.Error, isPipe ? null : Console.WindowWidth, !isPlain, TimeProvider.System));
