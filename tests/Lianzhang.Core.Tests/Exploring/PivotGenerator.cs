using FsCheck;
using FsCheck.Fluent;
using Lianzhang.Core.Exploring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Exploring;

/// <summary>Makes any query and any firms.</summary>
internal static class PivotGenerator
{
    private static readonly string[] Codes = ["food", "a b", "990101", "甲&乙", "100%", "x=y+z"];
    private static readonly string[] Axes = ["region", "industry", "period", "measure", "cluster"];

    private static readonly Gen<string?> Code = Gen.Elements<string?>([.. Codes, null, null]);

    private static readonly Gen<Period> Month = from year in Gen.Choose(2000, 2030) from month in Gen.Choose(1, 12) select Period.OfMonth(year, month);

    public static Gen<PivotQuery> Queries { get; } =
        from measures in (from source in Gen.Elements(Enum.GetValues<PivotSource>()) from code in Gen.Elements(Codes) select new PivotMeasure(source, code)).ListOf()
        from filters in (from attribute in Gen.Elements("size", "cluster") from code in Gen.Elements(Codes) select new PivotFilter(attribute, code)).ListOf()
        from axes in Gen.Shuffle(Axes)
        from codes in Code.ArrayOf(3)
        from kind in Gen.Elements(Enum.GetValues<PeriodKind>().Cast<PeriodKind?>().Append(null).ToArray())
        from show in Gen.Elements(Enum.GetValues<PivotShow>())
        from months in Month.ArrayOf(2)
        from flags in Gen.Elements(true, false).ArrayOf(4)
        select new PivotQuery
        {
            Measures = [.. measures.Distinct()],
            Filters = [.. filters.Distinct()],
            Rows = axes[0],
            Columns = axes[1],
            Region = codes[0],
            Industry = codes[1],
            Order = codes[2],
            By = kind,
            From = flags[0] ? months[0] : null,
            To = flags[1] ? months[1] : null,
            Show = show,
            OnlyReported = flags[2],
            Ascending = flags[3],
        };

    /// <summary>Three firms or none in each place and trade, with what each said of two months; a number below none is a debt.</summary>
    public static Gen<PivotGround> Grounds(bool owing) =>
        from amounts in Gen.Choose(owing ? -3 : 0, 100_000).ArrayOf(54)
        from there in Gen.Elements(true, false).ArrayOf(9)
        select Ground(amounts, there);

    private static PivotGround Ground(int[] amounts, bool[] there)
    {
        var ground = new PivotGround();
        string[] regions = [PivotGround.County, PivotGround.East, PivotGround.West], industries = ["baking", "textiles", ""];
        for (var at = 0; at < amounts.Length; at++)
        {
            var (cell, firm) = (at / 6, $"f{at / 2}");
            if (!there[cell])
                continue;
            if (at % 2 == 0)
                ground.Firm(firm, regions[cell / 3], industries[cell % 3], at % 4 == 0 ? ["a"] : ["a", "b"]);
            var month = at % 2 == 0 ? "2025-01" : "2025-02";
            _ = amounts[at] < 0 ? ground.Owes(firm, month) : ground.Says(firm, month, amounts[at] / 100m);
        }

        return ground;
    }
}
