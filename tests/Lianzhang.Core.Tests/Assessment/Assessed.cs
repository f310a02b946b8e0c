using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Assessment;

/// <summary>Four invented counties with a ballot and points from orders.</summary>
internal static class Assessed
{
    public const string Rules = """
        plans:
          - code: quarter
            name: 季度考核
            name_en: Quarterly
            compares: regions
            every: quarter
            groups:
              - {code: counties, name: 县, name_en: Counties, members: [a, b, c]}
              - {code: zones, name: 开发区, name_en: Zones, members: [d, e]}
            columns:
              - {code: ballot, name: 观摩评议, name_en: Observation}
              - {code: points, name: 督办扣分, name_en: Points, count: order_points}
            scoring:
              score: total
              aggregates:
                - {code: total, name: 总分, name_en: Total}
              indicators:
                - {code: ballot, parent: total, weight: 1}
              steps:
                - {step: together, method: arithmetic}
                - {step: orders, method: deduction, counts: [{column: points, each: 1}]}
                - {step: grades, method: grades}
              robustness: {runs: 20, seed: 7}
            uses:
              - {code: praise, name: 表扬, name_en: Praise, honours: true, first: 1}
              - {code: talk, name: 约谈, name_en: Talk, honours: false, last: 1}
              - {code: excellent, name: 通报表扬, name_en: Commended, honours: true, grade: 优秀}
        """;

    public static AssessmentSheet Sheet { get; } = new("city", 3, "quarter", Period.OfQuarter(2026, 3), Rules,
    [
        Row("a", "counties", 95, -2), Row("b", "counties", 94, 0), Row("c", "counties", 80, 0),
        Row("d", "zones", 90.1234567m, 0), Row("e", "zones", null, 0),
    ]);

    public static AssessmentResult Result(AssessmentSheet sheet) => AssessSheet.Run(sheet).Value!;

    public static SealedAssessment Sealed { get; } = SealedAssessment.Of(Sheet, Result(Sheet), [new SealedObjection("c", "ballot", "Rejected", "依据不足")]);

    private static AssessedRow Row(string code, string group, decimal? ballot, decimal points) => new(code, $"{code}县", group,
        [new AssessedValue("ballot", ballot, "观摩"), new AssessedValue("points", points, "督办", points == 0 ? [] : [new AssessedPart("某月营收滞后", points, "/supervision/1")])]);
}
