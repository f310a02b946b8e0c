using Lianzhang.Core.Judgement;

namespace Lianzhang.Web.Design;

/// <summary>The style class of a light's colour.</summary>
public static class ColourClass
{
    public static string Of(Colour colour) => colour switch
    {
        Colour.Green => "good",
        Colour.Blue => "info",
        Colour.Yellow => "warn",
        Colour.Orange => "orange",
        Colour.Red => "bad",
        Colour.Grey => "none",
    };
}
