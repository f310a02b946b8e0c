using Lianzhang.Core.Registers;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>Valid credit codes that nobody has: in a region that there is not.</summary>
internal static class Codes
{
    public static string Of(int number) => CreditCode.Make('9', '1', "990101", $"MA{number:D6}");
}
