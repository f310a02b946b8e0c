using System.Text.Json;

namespace Lianzhang.Tests;

/// <summary>An invented map: each region a square where its tile stands. It claims no borders and was never approved.</summary>
internal static class SquareMap
{
    /// <summary>Reads like an approval number and is none.</summary>
    public const string Approval = "测试S(2026)000号";

    /// <summary>The nine counties of Heze.</summary>
    public static IReadOnlyList<(string Code, string Name, int Column, int Row)> Heze { get; } =
    [
        ("371702", "牡丹区", 2, 2), ("371703", "定陶区", 3, 2), ("371721", "曹县", 2, 3), ("371722", "单县", 4, 3), ("371723", "成武县", 3, 3),
        ("371724", "巨野县", 4, 2), ("371725", "郓城县", 3, 1), ("371726", "鄄城县", 2, 1), ("371728", "东明县", 1, 2),
    ];

    public static string Of(params IEnumerable<(string Code, string Name, int Column, int Row)> squares) => JsonSerializer.Serialize(new
    {
        type = "FeatureCollection",
        features = squares.Select(square => new
        {
            type = "Feature",
            properties = new { adcode = square.Code, name = square.Name },
            geometry = new { type = "Polygon", coordinates = new[] { Ring(square.Column, square.Row) } },
        }),
    });

    private static double[][] Ring(int column, int row)
    {
        var (west, east, north, south) = (115 + (column * 0.3), 115.3 + (column * 0.3), 36 - (row * 0.25), 35.75 - (row * 0.25));
        return [[west, north], [east, north], [east, south], [west, south], [west, north]];
    }
}
